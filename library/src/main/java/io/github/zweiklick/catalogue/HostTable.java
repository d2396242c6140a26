package io.github.zweiklick.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of hosts, found by hashing the host and each of its parents: the cost of a look-up depends on the labels
 * of the host, not on how many services there are.
 */
final class HostTable<T> {
    private final Map<String, Level<T>> exact = new HashMap<>();
    private final Map<String, Level<T>> below = new HashMap<>();
    private final List<T> anywhere = new ArrayList<>();
    private int entries;

    /** The values of one pattern, each with the number of its addition. */
    private record Level<T>(List<T> values, List<Integer> ranks) {
        Level() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(int rank, T value) {
            values.add(value);
            ranks.add(rank);
        }
    }

    /** Adds a value for a host pattern; what is added first is found first. */
    void add(String pattern, T value) {
        int rank = entries++;
        if (pattern.equals(HostPatterns.CHOSEN)) {
            anywhere.add(value);
        } else if (pattern.startsWith("*.")) {
            below.computeIfAbsent(pattern.substring(2), host -> new Level<>()).add(rank, value);
        } else {
            exact.computeIfAbsent(pattern, host -> new Level<>()).add(rank, value);
        }
    }

    /** The values for a host, in the order they were added. */
    List<T> at(String host) {
        List<Level<T>> levels = levels(host);
        if (levels.size() < 2) {
            return levels.isEmpty()
                    ? List.of()
                    : Collections.unmodifiableList(levels.get(0).values());
        }
        Map<Integer, T> byRank = new TreeMap<>();
        for (Level<T> level : levels) {
            for (int i = 0; i < level.values().size(); i++) {
                byRank.put(level.ranks().get(i), level.values().get(i));
            }
        }
        return List.copyOf(byRank.values());
    }

    /** The values of the most specific pattern that fits: the host itself before its nearest parent. */
    List<T> nearest(String host) {
        List<Level<T>> levels = levels(host);
        return levels.isEmpty()
                ? List.of()
                : Collections.unmodifiableList(levels.get(0).values());
    }

    /** The values for hosts of the visitor's choice. */
    List<T> anywhere() {
        return anywhere;
    }

    void addHostsTo(Set<String> hosts) {
        hosts.addAll(exact.keySet());
        hosts.addAll(below.keySet());
    }

    /** The most specific first. */
    private List<Level<T>> levels(String host) {
        List<Level<T>> levels = new ArrayList<>(2);
        Level<T> here = exact.get(host);
        if (here != null) {
            levels.add(here);
        }
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            Level<T> parent = below.get(host.substring(dot + 1));
            if (parent != null) {
                levels.add(parent);
            }
        }
        return levels;
    }
}
