package io.github.zweiklick.page;

import io.github.zweiklick.page.Extents.Extent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what is inside an element from being looked through once for each of many elements around it: what stands deeper
 * than any page needs is not looked into. Elements are to come in the order in which they begin.
 */
final class Nesting {
    private final int deepest;
    /** Of the elements around, the innermost first. */
    private final Deque<Integer> ends = new ArrayDeque<>();

    /** @param deepest number of elements that may stand around one that is looked into */
    Nesting(int deepest) {
        this.deepest = deepest;
    }

    /** How far an element reaches; empty as well where it stands too deep. */
    Optional<Extent> enter(StartTag tag, Supplier<Optional<Extent>> reach) {
        while (!ends.isEmpty() && ends.peek() <= tag.start()) {
            ends.pop();
        }
        if (ends.size() > deepest) {
            return Optional.empty();
        }
        Optional<Extent> found = reach.get();
        // One that is looked into twice counts once.
        found.map(Extent::end).filter(end -> !end.equals(ends.peek())).ifPresent(ends::push);
        return found;
    }
}
