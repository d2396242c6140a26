package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import java.util.Comparator;
import java.util.Locale;

/** How far a contact went in one part of a visit. */
public record Reach(Phase phase, Level level) implements Comparable<Reach> {

    private static final Comparator<Reach> ORDER =
            Comparator.comparing(Reach::phase).thenComparing(Reach::level);

    /**
     * Reads {@link #toString}.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Reach of(String text) {
        String[] words = text.toUpperCase(Locale.ROOT).split(" ", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException("no step: \"" + text + "\"");
        }
        return new Reach(Phase.valueOf(words[0]), Level.valueOf(words[1]));
    }

    @Override
    public int compareTo(Reach other) {
        return ORDER.compare(this, other);
    }

    /** As {@code load dns}. */
    @Override
    public String toString() {
        return (phase + " " + level).toLowerCase(Locale.ROOT);
    }
}
