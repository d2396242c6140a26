package io.github.zweiklick.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is known of hosts, found by hashing the host and each of its parents: the cost of a look-up depends on the labels
 * of the host, not on how many services there are.
 */
final class HostTable<T> {
    private final Map<String, List<Entry<T>>> exact = new HashMap<>();
    private final Map<String, List<Entry<T>>> below = new HashMap<>();
    private final List<T> anywhere = new ArrayList<>();
    private int entries;

    private record Entry<T>(int rank, T value) {}

    /** Adds a value for a host pattern; what is added first is found first. */
    void add(String pattern, T value) {
        Entry<T> entry = new Entry<>(entries++, value);
        if (pattern.equals(HostPatterns.CHOSEN)) {
            anywhere.add(value);
        } else if (pattern.startsWith("*.")) {
            below.computeIfAbsent(pattern.substring(2), host -> new ArrayList<>())
                    .add(entry);
        } else {
            exact.computeIfAbsent(pattern, host -> new ArrayList<>()).add(entry);
        }
    }

    /** The values for a host, in the order they were added. */
    List<T> at(String host) {
        List<Entry<T>> found = new ArrayList<>();
        walk(host, found::addAll);
        found.sort(Comparator.comparingInt(Entry::rank));
        return found.stream().map(Entry::value).toList();
    }

    /** The values of the most specific pattern that fits: the host itself before its nearest parent. */
    List<T> nearest(String host) {
        List<List<Entry<T>>> levels = new ArrayList<>();
        walk(host, levels::add);
        return levels.isEmpty()
                ? List.of()
                : levels.get(0).stream().map(Entry::value).toList();
    }

    /** The values for hosts of the visitor's choice. */
    List<T> anywhere() {
        return anywhere;
    }

    void addHostsTo(Set<String> hosts) {
        hosts.addAll(exact.keySet());
        hosts.addAll(below.keySet());
    }

    private void walk(String host, Consumer<List<Entry<T>>> level) {
        List<Entry<T>> here = exact.get(host);
        if (here != null) {
            level.accept(here);
        }
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            List<Entry<T>> parent = below.get(host.substring(dot + 1));
            if (parent != null) {
                level.accept(parent);
            }
        }
    }
}
