package io.github.zweiklick.page;

import java.util.HashSet;
import java.util.Set;

/** Elements that are codes by one of their attributes, as pairs of the keys of both names. */
final class Marks {
    private final Set<Long> pairs = new HashSet<>();

    void add(String element, String attribute) {
        pairs.add(pair(NameTable.key(element), NameTable.key(attribute)));
    }

    /** True at times for a pair that is none, never false for one. */
    boolean has(long element, long attribute) {
        return pairs.contains(pair(element, attribute));
    }

    private static long pair(long element, long attribute) {
        return Long.rotateLeft(element, 17) ^ attribute;
    }
}
