package io.github.zweiklick.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Header lines that let a browser tell what the policies would stop, and stop nothing. */
public final class ReportOnly {
    private static final String SUFFIX = "-Report-Only";
    private static final Set<String> POLICIES = Set.of("content-security-policy", "connection-allowlist");

    private ReportOnly() {}

    /**
     * These lines, observing. Policies take their report-only name (CSP Level 3, section 3.2); what reports go by stays;
     * anything else would change how the page behaves, and is left out.
     */
    public static List<HeaderLine> of(List<HeaderLine> lines) {
        return lines.stream()
                .filter(line -> isPolicy(line) || isReporting(line))
                .map(line -> isPolicy(line) ? new HeaderLine(line.name() + SUFFIX, line.value()) : line)
                .toList();
    }

    private static boolean isPolicy(HeaderLine line) {
        return POLICIES.contains(lower(line));
    }

    private static boolean isReporting(HeaderLine line) {
        return lower(line).equals("reporting-endpoints") || lower(line).endsWith(SUFFIX.toLowerCase(Locale.ROOT));
    }

    private static String lower(HeaderLine line) {
        return line.name().toLowerCase(Locale.ROOT);
    }
}
