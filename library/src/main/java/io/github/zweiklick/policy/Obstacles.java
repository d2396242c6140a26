package io.github.zweiklick.policy;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Locale;

/** Headers of the site that will stop an embed from loading after consent: named, never changed. */
final class Obstacles {
    private static final String[] SCRIPTS = {"script-src-elem", "script-src", "default-src"};
    private static final String[] STYLES = {"style-src-elem", "style-src", "default-src"};

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
        lookAtOurs(policy, page, findings);
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

    /** What of ours the policy keeps from working, though nothing is contacted for it. */
    private static void lookAtOurs(ContentSecurityPolicy policy, WebUrl page, FindingSink findings) {
        if (!letsOursLoad(policy, page.origin(), SCRIPTS) && !policy.allowsNone(SCRIPTS)) {
            report(
                    findings,
                    page,
                    "The site's own policy lets no script file of the site itself run, and so none of Zweiklick's: placeholders"
                            + " work without, but no permission is remembered, and where the policy permits no script in the page"
                            + " either, the guard does not watch the scripts it does permit",
                    "Add 'self' or a nonce to script-src");
        }
        boolean inside = policy.values(STYLES).stream().anyMatch(sources -> sources.contains("'unsafe-inline'"));
        // What lets nothing through by default is no page, as a rule.
        boolean said = policy.values("style-src-elem", "style-src").isPresent() || !policy.allowsNone("default-src");
        if (said && !inside && !letsOursLoad(policy, page.origin(), STYLES)) {
            report(
                    findings,
                    page,
                    "The site's own policy lets no style of the site itself load: placeholders show without theirs",
                    "Add 'self' or a nonce to style-src");
        }
    }

    /** CSP Level 3, 8.2: beside 'strict-dynamic' no host counts. */
    private static boolean letsOursLoad(ContentSecurityPolicy policy, String origin, String... names) {
        List<String> sources = policy.values(names).orElse(List.of("*"));
        boolean nonce = sources.stream().anyMatch(source -> source.startsWith("'nonce-"));
        return nonce || (policy.allowsSelf(origin, names) && !sources.contains("'strict-dynamic'"));
    }

    private static void report(FindingSink findings, WebUrl page, String message, String remedy) {
        findings.report(new Finding(Finding.Kind.AIRLOCK_OBSTACLE, page.origin() + page.path(), message, remedy));
    }
}
