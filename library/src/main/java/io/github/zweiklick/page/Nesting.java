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

    private int last = -1;
    private Optional<Extent> answer = Optional.empty();

    /** @param deepest number of elements that may stand around one that is looked into */
    Nesting(int deepest) {
        this.deepest = deepest;
    }

    /** How far an element reaches; empty as well where it stands too deep. One that is looked into twice counts once. */
    Optional<Extent> enter(StartTag tag, Supplier<Optional<Extent>> reach) {
        if (tag.start() == last) {
            return answer;
        }
        while (!ends.isEmpty() && ends.peek() <= tag.start()) {
            ends.pop();
        }
        last = tag.start();
        answer = ends.size() > deepest ? Optional.empty() : reach.get();
        answer.map(Extent::end).ifPresent(ends::push);
        return answer;
    }
}
