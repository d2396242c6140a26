package io.github.zweiklick;

import io.github.zweiklick.policy.OwnHosts;
import java.util.List;

/**
 * The mode of some paths and hosts.
 *
 * @param paths path prefixes by whole segments, below the context path; empty: all paths
 * @param hosts exactly or by {@code *.} pattern, as requested; empty: all hosts
 */
public record Rule(List<String> paths, List<String> hosts, Mode mode) {
    public Rule {
        paths = List.copyOf(paths);
        hosts = List.copyOf(hosts);
    }

    /** Whether both a path, decoded and below the context path, and the requested host are meant. */
    boolean matches(String path, String host) {
        return (paths.isEmpty() || paths.stream().anyMatch(prefix -> isBelow(path, prefix)))
                && (hosts.isEmpty() || new OwnHosts(hosts).contains(host));
    }

    static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
