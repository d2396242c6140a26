package io.github.zweiklick.policy;

import java.util.List;
import java.util.Locale;

/**
 * The hosts that are the site's own. Everything else is foreign.
 *
 * <p>Hosts are compared after ASCII lower-casing, without port and one trailing dot, exactly or by a pattern
 * {@code *.example.com}; anything odd is foreign.
 *
 * @param patterns exact hosts and {@code *.} patterns, lower case
 */
public record OwnHosts(List<String> patterns) {

    public OwnHosts {
        patterns = List.copyOf(patterns);
    }

    /** Whether a host, without port, is the site's own. */
    public boolean contains(String host) {
        String name = normalise(host);
        if (name.isEmpty()) {
            return false;
        }
        for (String pattern : patterns) {
            if (pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : name.equals(pattern)) {
                return true;
            }
        }
        return false;
    }

    static String normalise(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
