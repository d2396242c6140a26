package io.github.zweiklick.view;

import io.github.zweiklick.policy.ContentSecurityPolicy;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a response's own Content-Security-Policy lets Zweiklick put into the page (CSP Level 3, sections 2.2 and 6.7).
 *
 * @param inlineStyle whether a {@code style} element may stand in the page, with {@link #styleNonce} where present
 * @param styleNonce nonce the policies demand of styles
 * @param inlineScript whether a {@code script} element may stand in the page, with {@link #scriptNonce} where present
 * @param scriptNonce nonce the policies demand of scripts
 */
record ContentPolicy(
        boolean inlineStyle, Optional<String> styleNonce, boolean inlineScript, Optional<String> scriptNonce) {
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/_-]+={0,2})'");
    private static final Pattern HASH =
            Pattern.compile("'sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}'", Pattern.CASE_INSENSITIVE);

    /** The sources one policy has for styles or scripts; empty where it does not govern them. */
    private record Sources(List<String> expressions) {
        List<String> nonces() {
            return expressions.stream()
                    .map(NONCE::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .toList();
        }

        /** Section 6.7.3.2: a nonce or hash turns 'unsafe-inline' off. */
        boolean allowsAllInline() {
            return has("'unsafe-inline'")
                    && expressions.stream()
                            .noneMatch(source -> NONCE.matcher(source).matches()
                                    || HASH.matcher(source).matches())
                    && !has("'strict-dynamic'");
        }

        private boolean has(String keyword) {
            return expressions.stream().anyMatch(source -> source.equalsIgnoreCase(keyword));
        }
    }

    /** @param headers values of all Content-Security-Policy headers; a value may hold several policies */
    static ContentPolicy of(List<String> headers) {
        List<ContentSecurityPolicy> policies = headers.stream()
                .flatMap(value -> ContentSecurityPolicy.parse(value).stream())
                .toList();
        List<Sources> styles = governing(policies, "style-src-elem", "style-src", "default-src");
        List<Sources> scripts = governing(policies, "script-src-elem", "script-src", "default-src");
        Optional<String> styleNonce = commonNonce(styles);
        Optional<String> scriptNonce = commonNonce(scripts);
        boolean inline = mayStandInside(styles, styleNonce);
        return new ContentPolicy(
                inline, inline ? styleNonce : Optional.empty(), mayStandInside(scripts, scriptNonce), scriptNonce);
    }

    private static boolean mayStandInside(List<Sources> governing, Optional<String> nonce) {
        return governing.stream()
                .allMatch(sources -> sources.allowsAllInline()
                        || nonce.filter(sources.nonces()::contains).isPresent());
    }

    /** A nonce that every policy with nonces takes; an element can carry one only. */
    private static Optional<String> commonNonce(List<Sources> governing) {
        List<List<String>> demanded = governing.stream()
                .map(Sources::nonces)
                .filter(nonces -> !nonces.isEmpty())
                .toList();
        return demanded.stream()
                .flatMap(List::stream)
                .filter(nonce -> demanded.stream().allMatch(nonces -> nonces.contains(nonce)))
                .findFirst();
    }

    private static List<Sources> governing(List<ContentSecurityPolicy> policies, String... names) {
        return policies.stream()
                .flatMap(policy -> policy.values(names).stream())
                .map(Sources::new)
                .toList();
    }
}
