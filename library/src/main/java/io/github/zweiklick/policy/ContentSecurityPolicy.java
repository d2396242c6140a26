package io.github.zweiklick.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One policy of the site's own, read only (CSP Level 3, section 2.2.1).
 *
 * @param directives name in lower case to its values; of a repeated directive the first counts
 */
public record ContentSecurityPolicy(Map<String, List<String>> directives) {

    /** A header's value, which may hold several policies separated by commas. */
    public static List<ContentSecurityPolicy> parse(String header) {
        List<ContentSecurityPolicy> policies = new ArrayList<>();
        for (String policy : header.split(",")) {
            Map<String, List<String>> directives = new LinkedHashMap<>();
            for (String directive : policy.split(";")) {
                List<String> tokens = Arrays.stream(directive.trim().split("[\\t\\n\\f\\r ]+"))
                        .filter(token -> !token.isEmpty())
                        .toList();
                if (!tokens.isEmpty()) {
                    directives.putIfAbsent(tokens.get(0).toLowerCase(Locale.ROOT), tokens.subList(1, tokens.size()));
                }
            }
            if (!directives.isEmpty()) {
                policies.add(new ContentSecurityPolicy(directives));
            }
        }
        return policies;
    }

    /** Values of the first of these directives that is there: a directive and what it falls back to. */
    public Optional<List<String>> values(String... names) {
        return Arrays.stream(names).filter(directives::containsKey).findFirst().map(directives::get);
    }

    /** Whether a directive, or what it falls back to, lets nothing through at all. */
    boolean allowsNone(String... names) {
        return values(names)
                .filter(sources -> sources.stream().allMatch(source -> source.equalsIgnoreCase("'none'")))
                .isPresent();
    }

    /** This policy with fewer values of a directive, which goes altogether where none is left. */
    ContentSecurityPolicy without(String directive, Predicate<String> refused) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(directives);
        fewer.computeIfPresent(directive, (name, values) -> {
            List<String> kept = values.stream().filter(refused.negate()).toList();
            return kept.isEmpty() ? null : kept;
        });
        return new ContentSecurityPolicy(fewer);
    }

    /** Whether a directive, or what it falls back to, lets the site's own origin through as far as can be told. */
    public boolean allowsSelf(String origin, String... names) {
        return values(names)
                .map(sources -> sources.stream().anyMatch(source -> matchesOrigin(source, origin)))
                .orElse(true);
    }

    @Override
    public String toString() {
        return directives.entrySet().stream()
                .map(e -> e.getValue().isEmpty() ? e.getKey() : e.getKey() + " " + String.join(" ", e.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static boolean matchesOrigin(String source, String origin) {
        String s = source.toLowerCase(Locale.ROOT);
        String scheme = origin.substring(0, origin.indexOf(':') + 1);
        String host = origin.substring(origin.indexOf("//") + 2);
        String bareHost = host.replaceFirst(":\\d+$", "");
        String withoutScheme =
                s.substring(s.indexOf("://") < 0 ? 0 : s.indexOf("://") + 3).replaceFirst("/.*$", "");
        return s.equals("'self'")
                || s.equals("*")
                || s.equals(scheme)
                || withoutScheme.equals(host)
                || withoutScheme.equals(bareHost)
                || withoutScheme.equals(bareHost + ":*")
                || (withoutScheme.startsWith("*.") && bareHost.endsWith(withoutScheme.substring(1)));
    }
}
