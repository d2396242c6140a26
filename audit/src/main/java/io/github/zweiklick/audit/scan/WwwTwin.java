package io.github.zweiklick.audit.scan;

import java.util.Optional;

/** The host that differs from another by {@code www.} only, which the rewriter takes for the site's own as well. */
final class WwwTwin {
    private static final String WWW = "www.";

    private WwwTwin() {}

    /** Names of one label, and addresses, have no twin. */
    static Optional<String> of(String host) {
        if (host.startsWith(WWW)) {
            return Optional.of(host.substring(WWW.length()));
        }
        boolean name = host.contains(".") && !host.startsWith("[") && !host.matches("[0-9.]+");
        return name ? Optional.of(WWW + host) : Optional.empty();
    }
}
