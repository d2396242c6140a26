package io.github.zweiklick.audit.harness;

import java.util.List;

/**
 * How a browser is started.
 *
 * @param javaScript false: pages run no script
 * @param width of the window in CSS pixels
 * @param height of the window in CSS pixels
 * @param languages in order of preference, as language tags
 * @param firstParty hosts that count as the site's own, beside the opened address's: exact, or {@code *.suffix}
 */
public record BrowserOptions(
        boolean javaScript, int width, int height, List<String> languages, List<String> firstParty) {

    private static final BrowserOptions STANDARD =
            new BrowserOptions(true, 1280, 900, List.of("de-DE", "de"), List.of());

    public BrowserOptions {
        languages = List.copyOf(languages);
        firstParty = List.copyOf(firstParty);
    }

    /** Scripts on, 1280 × 900, German, no further own hosts. */
    public static BrowserOptions standard() {
        return STANDARD;
    }

    public BrowserOptions withoutJavaScript() {
        return new BrowserOptions(false, width, height, languages, firstParty);
    }

    public BrowserOptions window(int width, int height) {
        return new BrowserOptions(javaScript, width, height, languages, firstParty);
    }

    public BrowserOptions languages(String... tags) {
        return new BrowserOptions(javaScript, width, height, List.of(tags), firstParty);
    }

    public BrowserOptions firstParty(String... hosts) {
        return new BrowserOptions(javaScript, width, height, languages, List.of(hosts));
    }
}
