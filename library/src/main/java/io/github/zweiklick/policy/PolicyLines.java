package io.github.zweiklick.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The header lines that go on every response which passes the filter, workers' scripts and SVG included.
 *
 * <p>The policy stands beside the site's own and can only tighten what that allows (CSP Level 3, section 8.1). It stops
 * requests; the sockets and DNS questions of frames and hints it does not stop, therefore pages are rewritten.
 * {@code data:} is no frame source: hints inside such a document would still open sockets.
 */
public final class PolicyLines {
    /** Cures what plain links do on http pages: Firefox asks DNS for each, Chromium on hover. */
    public static final HeaderLine NO_DNS_PREFETCH = new HeaderLine("X-DNS-Prefetch-Control", "off");

    private PolicyLines() {}

    /** The lines for a site with these own hosts; build once and keep. */
    public static List<HeaderLine> of(OwnHosts own) {
        return List.of(policy(own, ""), NO_DNS_PREFETCH);
    }

    /** The same for a site that collects reports. */
    public static List<HeaderLine> of(OwnHosts own, ReportTarget target) {
        return List.of(policy(own, target.directives()), NO_DNS_PREFETCH, target.endpoints());
    }

    private static HeaderLine policy(OwnHosts own, String end) {
        String hosts = own.patterns().stream()
                .filter(host -> !host.startsWith("["))
                .map(host -> " " + host + ":*")
                .collect(Collectors.joining());
        return new HeaderLine(
                "Content-Security-Policy",
                "default-src 'self'" + hosts + " 'unsafe-inline' 'unsafe-eval' data: blob:; "
                        + "frame-src 'self'" + hosts + " blob:; "
                        + "object-src 'self'" + hosts + "; base-uri 'self'" + end);
    }
}
