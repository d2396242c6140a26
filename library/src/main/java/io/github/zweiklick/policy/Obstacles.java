package io.github.zweiklick.policy;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.url.WebUrl;
import java.util.Locale;

/** Headers of the site that will stop an embed from loading after consent: named, never changed. */
final class Obstacles {
    private Obstacles() {}

    static void look(String name, String value, WebUrl page, FindingSink findings) {
        if (name.toLowerCase(Locale.ROOT).equals("cross-origin-embedder-policy")
                && !value.toLowerCase(Locale.ROOT).startsWith("unsafe-none")) {
            report(
                    findings,
                    page,
                    name + ": " + value + " stops every embed, also after consent",
                    "Send Cross-Origin-Embedder-Policy: unsafe-none on pages with embeds");
        }
    }

    /** Lines that another filter or the server has put on the airlock's response: policies intersect. */
    static void lookBeforeAirlock(String name, String value, WebUrl page, FindingSink findings) {
        String consequence = switch (name.toLowerCase(Locale.ROOT)) {
            case "content-security-policy" -> "it holds for the airlock too and may block what a visitor allowed";
            case "x-frame-options" -> "browsers that do not know frame-ancestors show no embed";
            case "cross-origin-embedder-policy" -> "it may stop every embed, also after consent";
            default -> "";
        };
        if (!consequence.isEmpty()) {
            report(
                    findings,
                    page,
                    name + ": " + value + " was set before Zweiklick: " + consequence,
                    "Let Zweiklick come first, or leave its paths out where the header is set");
        }
    }

    static void look(ContentSecurityPolicy policy, WebUrl page, FindingSink findings) {
        String origin = page.origin();
        if (!policy.allowsSelf(origin, "form-action")) {
            report(
                    findings,
                    page,
                    "The site's own policy has form-action without 'self': no placeholder's button will work",
                    "Add 'self' to form-action");
        }
        if (!policy.allowsSelf(origin, "frame-src", "child-src", "default-src")) {
            report(
                    findings,
                    page,
                    "The site's own policy lets no frame of the site itself load: no embed will show after consent",
                    "Add 'self' to frame-src");
        }
        if (policy.values("sandbox")
                .filter(tokens -> !tokens.contains("allow-forms"))
                .isPresent()) {
            report(
                    findings,
                    page,
                    "The site's own policy has sandbox without allow-forms: no placeholder's button will work",
                    "Add allow-forms to sandbox");
        }
    }

    private static void report(FindingSink findings, WebUrl page, String message, String remedy) {
        findings.report(new Finding(Finding.Kind.AIRLOCK_OBSTACLE, page.origin() + page.path(), message, remedy));
    }
}
