package io.github.zweiklick;

import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells paths and hosts apart: which are excluded, and in which mode the others are. */
final class Places {
    private final Mode general;
    private final List<Rule> rules;
    private final List<String> excludedPaths;
    private final OwnHosts excludedHosts;
    private final boolean hasExcludedHosts;
    private final Mode strictest;

    Places(Configuration configuration) {
        general = configuration.mode();
        rules = configuration.rules();
        excludedPaths = configuration.exclude().stream().filter(Places::isPath).toList();
        excludedHosts = new OwnHosts(
                configuration.exclude().stream().filter(entry -> !isPath(entry)).toList());
        hasExcludedHosts = !configuration.exclude().stream().allMatch(Places::isPath);
        boolean protects = general == Mode.PROTECT || rules.stream().anyMatch(rule -> rule.mode() == Mode.PROTECT);
        strictest = protects ? Mode.PROTECT : general;
    }

    private static boolean isPath(String entry) {
        return entry.startsWith("/");
    }

    /**
     * The first rule that matches counts, in the order of the file; else the general mode. Where a path leaves it open what is
     * meant, it is protected; unless nothing is anywhere.
     */
    Mode mode(String path, String host) {
        if (DotSegments.areIn(path)) {
            return strictest;
        }
        for (Rule rule : rules) {
            if (rule.matches(path, host)) {
                return rule.mode();
            }
        }
        return general;
    }

    boolean isExcludedPath(String path) {
        for (String prefix : excludedPaths) {
            if (Rule.isBelow(path, prefix)) {
                return !DotSegments.areIn(path);
            }
        }
        return false;
    }

    boolean isExcludedHost(String host) {
        return excludedHosts.contains(host);
    }

    /** Whether a path is left alone, on some host at least. */
    boolean mayBeExcluded(String path) {
        return hasExcludedHosts || isExcludedPath(path);
    }

    /** The path of an address below the context path, decoded; a malformed one is left as it is. */
    static String path(WebUrl address, String contextPath) {
        String path = address.path().startsWith(contextPath)
                ? address.path().substring(contextPath.length())
                : address.path();
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }
}
