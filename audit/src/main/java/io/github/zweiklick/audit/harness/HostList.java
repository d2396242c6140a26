package io.github.zweiklick.audit.harness;

import io.github.zweiklick.url.WebUrl;
import java.util.Collection;
import java.util.Optional;

/** Hosts as options name them: exactly, or {@code *.example.org} for all below it. */
public final class HostList {
    private static final int HTTPS = 443;

    private HostList() {}

    /** A host as contacts name it, {@code *.} before it or not; empty where the text is none. */
    public static Optional<String> read(String text) {
        String wild = text.startsWith("*.") ? "*." : "";
        return WebUrl.parse("https://" + text.substring(wild.length()) + "/")
                .filter(url -> url.path().equals("/") && url.port() == HTTPS)
                .map(url -> wild + url.host());
    }

    public static boolean covers(String pattern, String host) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : pattern.equals(host);
    }

    public static boolean covers(Collection<String> patterns, String host) {
        return patterns.stream().anyMatch(pattern -> covers(pattern, host));
    }
}
