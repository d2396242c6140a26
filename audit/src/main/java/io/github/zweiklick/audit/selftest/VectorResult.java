package io.github.zweiklick.audit.selftest;

import java.util.Set;
import java.util.TreeSet;

/**
 * What came of one vector.
 *
 * @param page of the corpus
 * @param name of the vector, as in {@link LeakVector}
 * @param seen by the servers, how far and when
 * @param missed of these, what was not reported
 */
public record VectorResult(String page, String name, Outcome outcome, Set<Reach> seen, Set<Reach> missed) {

    public VectorResult {
        seen = Set.copyOf(seen);
        missed = Set.copyOf(missed);
    }

    /** In the order of a visit. */
    Set<Reach> seenInOrder() {
        return new TreeSet<>(seen);
    }

    /** In the order of a visit. */
    Set<Reach> missedInOrder() {
        return new TreeSet<>(missed);
    }
}
