package io.github.zweiklick.audit.harness;

import java.time.Instant;

/**
 * One part of a visit as it took place: a phase can come several times, once for each service consented to.
 *
 * @param number in the order in which they began, from 0
 * @param about the service it is about, or {@link #TOOL} and the name of a consent tool; empty where it is about the whole page
 */
public record Step(int number, Phase phase, String about, Instant began) {
    /** What a step is about when a consent tool of another make asked for everything at once; its name follows. */
    public static final String TOOL = "tool:";

    /** Whether it is about a consent tool in place of a service. */
    public boolean isOfTool() {
        return about.startsWith(TOOL);
    }

    @Override
    public String toString() {
        return about.isEmpty() ? phase.toString() : phase + " (" + about + ")";
    }
}
