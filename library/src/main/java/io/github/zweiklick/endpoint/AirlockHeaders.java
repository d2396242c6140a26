package io.github.zweiklick.endpoint;

import io.github.zweiklick.policy.Allowlist;
import io.github.zweiklick.policy.HeaderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Header lines of our own documents. They stand in place of those the site sends on its pages: two policies would
 * intersect. The literal lines are in {@code docs/headers.md}.
 */
final class AirlockHeaders {
    /** Features browsers know; all of them are denied, declared ones apart. A name a browser does not know is a warning. */
    static final List<String> FEATURES = List.of(
            "accelerometer",
            "autoplay",
            "browsing-topics",
            "camera",
            "clipboard-read",
            "clipboard-write",
            "display-capture",
            "encrypted-media",
            "fullscreen",
            "gamepad",
            "geolocation",
            "gyroscope",
            "hid",
            "identity-credentials-get",
            "idle-detection",
            "keyboard-map",
            "local-fonts",
            "magnetometer",
            "microphone",
            "midi",
            "otp-credentials",
            "payment",
            "picture-in-picture",
            "private-state-token-issuance",
            "publickey-credentials-create",
            "publickey-credentials-get",
            "screen-wake-lock",
            "serial",
            "storage-access",
            "sync-xhr",
            "unload",
            "usb",
            "web-share",
            "window-management",
            "xr-spatial-tracking");

    private final String frameAncestors;
    private final boolean listed;

    AirlockHeaders(EndpointSettings settings) {
        this.frameAncestors = Stream.concat(
                        Stream.of("'self'"), settings.own().patterns().stream().map(host -> host + ":*"))
                .collect(Collectors.joining(" ", "frame-ancestors ", ""));
        this.listed = settings.allowlistEnforced();
    }

    /** The document that frames a service. */
    List<HeaderLine> page(List<String> frameSources, Set<String> features) {
        return with(
                "default-src 'none'; script-src 'self'; style-src 'self'; frame-src " + sources(frameSources) + "; "
                        + frameAncestors + "; base-uri 'none'; form-action 'none'",
                features,
                frameSources,
                "no-referrer");
    }

    /** The document of a script service: the {@code srcdoc} frame in it inherits this policy. */
    List<HeaderLine> script(List<String> frameSources, List<String> scriptSources, Set<String> features) {
        String scripts = sources(scriptSources);
        return with(
                "default-src 'none'; script-src 'self' " + scripts + "; style-src 'self' " + scripts
                        + "; img-src " + scripts + "; connect-src " + scripts + "; frame-src "
                        + sources(frameSources) + "; " + frameAncestors + "; base-uri 'none'; form-action 'none'",
                features,
                Stream.concat(frameSources.stream(), scriptSources.stream())
                        .distinct()
                        .toList(),
                "no-referrer");
    }

    /**
     * The document that asks again, and its button needs an origin that is not null: no-referrer would take it away.
     */
    List<HeaderLine> askAgain() {
        return with(
                "default-src 'none'; style-src 'self'; " + frameAncestors + "; base-uri 'none'; form-action 'self'",
                Set.of(),
                List.of(),
                "same-origin");
    }

    /** Documents without script, form and frame: refusals, notices. */
    List<HeaderLine> plain() {
        return with(
                "default-src 'none'; style-src 'self'; " + frameAncestors + "; base-uri 'none'; form-action 'none'",
                Set.of(),
                List.of(),
                "no-referrer");
    }

    /** The same with pictures of the site's own, as posts have them. */
    List<HeaderLine> pictures() {
        return with(
                "default-src 'none'; img-src 'self'; style-src 'self'; " + frameAncestors
                        + "; base-uri 'none'; form-action 'none'",
                Set.of(),
                List.of(),
                "no-referrer");
    }

    /** An officer's page with buttons. */
    List<HeaderLine> officer() {
        return with(
                "default-src 'none'; style-src 'self'; " + frameAncestors + "; base-uri 'none'; form-action 'self'",
                Set.of(),
                List.of(),
                // Without, a form would not tell where it comes from.
                "same-origin");
    }

    /** The page of permissions, which has a script. */
    List<HeaderLine> settings() {
        return with(
                "default-src 'none'; script-src 'self'; style-src 'self'; " + frameAncestors
                        + "; base-uri 'none'; form-action 'none'",
                Set.of(),
                List.of(),
                "no-referrer");
    }

    /** The page for sharing: its form, and its links, lead to other sites, which browsers check as the form's own. */
    List<HeaderLine> share() {
        return unlisted(with(
                "default-src 'none'; script-src 'self'; style-src 'self'; " + frameAncestors
                        + "; base-uri 'none'; form-action 'self' https:",
                Set.of("clipboard-write", "web-share"),
                List.of(),
                "same-origin"));
    }

    /** The page with a link to another site, which nothing may stop. */
    List<HeaderLine> wayOut() {
        return unlisted(plain());
    }

    private static List<HeaderLine> unlisted(List<HeaderLine> headers) {
        return headers.stream()
                .filter(line -> !line.name().equals(Allowlist.ENFORCED))
                .toList();
    }

    private List<HeaderLine> with(
            String policy, Set<String> features, List<String> featureSources, String referrerPolicy) {
        List<HeaderLine> headers = new ArrayList<>();
        headers.add(new HeaderLine("Content-Type", "text/html; charset=utf-8"));
        headers.add(new HeaderLine("Content-Security-Policy", policy));
        headers.add(new HeaderLine("Permissions-Policy", permissions(features, featureSources)));
        headers.add(new HeaderLine("Referrer-Policy", referrerPolicy));
        headers.add(new HeaderLine("X-Content-Type-Options", "nosniff"));
        headers.add(new HeaderLine("X-DNS-Prefetch-Control", "off"));
        headers.add(new HeaderLine("Cache-Control", "no-store"));
        if (listed) {
            headers.add(Allowlist.ofAirlock(featureSources));
        }
        return List.copyOf(headers);
    }

    private static String sources(List<String> sources) {
        return sources.isEmpty() ? "'none'" : String.join(" ", sources);
    }

    /** Permissions Policy, section 5: lists of origins are quoted strings. */
    private static String permissions(Set<String> features, List<String> sources) {
        String granted =
                sources.stream().map(source -> " \"" + source + "\"").collect(Collectors.joining("", "(self", ")"));
        return FEATURES.stream()
                .map(feature -> feature + "=" + (features.contains(feature) ? granted : "()"))
                .collect(Collectors.joining(", "));
    }

    /** Whether a feature is one that a service may be given. */
    static boolean isFeature(String name) {
        return FEATURES.contains(name.toLowerCase(Locale.ROOT));
    }
}
