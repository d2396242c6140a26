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
 * @param gpc whether the browser sends the signal Global Privacy Control (header field and {@code navigator} property)
 * @param login cookies the browser has from the start
 */
public record BrowserOptions(
        boolean javaScript,
        int width,
        int height,
        List<String> languages,
        List<String> firstParty,
        boolean gpc,
        List<LoginCookie> login) {

    private static final BrowserOptions STANDARD =
            new BrowserOptions(true, 1280, 900, List.of("de-DE", "de"), List.of(), false, List.of());

    public BrowserOptions {
        languages = List.copyOf(languages);
        firstParty = List.copyOf(firstParty);
        login = List.copyOf(login);
    }

    /** Scripts on, 1280 × 900, German, no further own hosts. */
    public static BrowserOptions standard() {
        return STANDARD;
    }

    public BrowserOptions withoutJavaScript() {
        return new BrowserOptions(false, width, height, languages, firstParty, gpc, login);
    }

    public BrowserOptions window(int width, int height) {
        return new BrowserOptions(javaScript, width, height, languages, firstParty, gpc, login);
    }

    public BrowserOptions languages(String... tags) {
        return new BrowserOptions(javaScript, width, height, List.of(tags), firstParty, gpc, login);
    }

    public BrowserOptions firstParty(String... hosts) {
        return new BrowserOptions(javaScript, width, height, languages, List.of(hosts), gpc, login);
    }

    public BrowserOptions withPrivacyControl() {
        return new BrowserOptions(javaScript, width, height, languages, firstParty, true, login);
    }

    public BrowserOptions login(List<LoginCookie> cookies) {
        return new BrowserOptions(javaScript, width, height, languages, firstParty, gpc, cookies);
    }
}
