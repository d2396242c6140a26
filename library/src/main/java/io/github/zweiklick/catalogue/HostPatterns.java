package io.github.zweiklick.catalogue;

import java.util.Collection;
import java.util.regex.Pattern;

/** {@code example.com} exactly, {@code *.example.com} any host below it, {@code *} any host. */
final class HostPatterns {
    /** The entry that stands for any host, captured under this name. */
    static final String CHOSEN = "{host}";

    static final String ANY = "*";

    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\*\\.)?[a-z0-9](?:[a-z0-9-]{0,62}\\.)(?:[a-z0-9-]{1,63}\\.){0,8}[a-z0-9-]{2,63}");

    private HostPatterns() {}

    /** Whether the text is a pattern at all: lower case, at least two labels, a star only as the first label. */
    static boolean isPattern(String text) {
        return WRITTEN.matcher(text).matches();
    }

    static boolean matches(Collection<String> patterns, String host) {
        for (String pattern : patterns) {
            if (matches(pattern, host)) {
                return true;
            }
        }
        return false;
    }

    static boolean matches(String pattern, String host) {
        if (pattern.equals(ANY)) {
            return true;
        }
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
}
