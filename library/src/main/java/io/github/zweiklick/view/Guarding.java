package io.github.zweiklick.view;

import io.github.zweiklick.policy.OwnHosts;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which pages get the guard, and what it takes for the site's own.
 *
 * @param own hosts that the pages' scripts may contact
 */
public record Guarding(Pages pages, OwnHosts own) {
    private static final Pattern SPECIAL = Pattern.compile("[^a-z0-9_-]");

    /** No page. */
    public static final Guarding NONE = new Guarding(Pages.NONE, new OwnHosts(List.of()));

    /** Which pages. */
    public enum Pages {
        /** Those that hold a script. */
        WITH_SCRIPTS,
        ALL,
        NONE
    }

    boolean covers(BooleanSupplier scripts) {
        return pages == Pages.ALL || (pages == Pages.WITH_SCRIPTS && scripts.getAsBoolean());
    }

    /** The own hosts as a regular expression of JavaScript; browsers have lower-cased what is compared. */
    String expression() {
        return own.patterns().stream()
                .map(pattern -> pattern.startsWith("*.") ? ".+" + quoted(pattern.substring(1)) : quoted(pattern))
                .collect(Collectors.joining("|", "^(", ")\\.?$"));
    }

    private static String quoted(String host) {
        return SPECIAL.matcher(host).replaceAll("\\\\$0");
    }
}
