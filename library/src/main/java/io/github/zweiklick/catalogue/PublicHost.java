package io.github.zweiklick.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of servers of the visitor's choice. A frame of such a service could otherwise be pointed at anything the
 * visitor's browser can reach: the city's own network, a router, a service on the visitor's machine.
 */
final class PublicHost {
    /** RFC 1035, section 2.3.4. */
    private static final int MAX_LENGTH = 253;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    /** What ends in a number is an IPv4 address (WHATWG URL, "ends in a number"), hexadecimal ones included. */
    private static final Pattern TOP = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]{1,59}");

    /**
     * Names that are not of the public DNS: the registry of special-use domain names (RFC 6761), {@code .internal}
     * (ICANN, 2024), {@code .alt} (RFC 9476), and those that home and office networks use all the same (ICANN name
     * collisions).
     */
    private static final Set<String> SPECIAL = Set.of(
            "localhost",
            "local",
            "internal",
            "test",
            "example",
            "invalid",
            "onion",
            "alt",
            "arpa",
            "localdomain",
            "lan",
            "home",
            "corp",
            "intranet",
            "private");

    private PublicHost() {}

    /** The name in lower case; empty where it is no public DNS name of at least two labels. */
    static Optional<String> accept(String raw) {
        String name = raw.toLowerCase(Locale.ROOT);
        if (name.length() > MAX_LENGTH || name.indexOf('.') < 0) {
            return Optional.empty();
        }
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return Optional.empty();
            }
        }
        String top = labels[labels.length - 1];
        return TOP.matcher(top).matches() && !SPECIAL.contains(top) ? Optional.of(name) : Optional.empty();
    }
}
