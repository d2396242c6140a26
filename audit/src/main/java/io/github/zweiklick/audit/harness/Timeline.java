package io.github.zweiklick.audit.harness;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When which part of a visit began. */
final class Timeline {
    private final Clock clock;
    private final Instant start;
    private final List<Step> steps = new ArrayList<>();
    private int first;

    Timeline(Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    Instant start() {
        return start;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Steps are numbered from 0 unless this is said before the first. */
    void numberFrom(int number) {
        first = number;
    }

    void begin(Phase phase, String about) {
        steps.add(new Step(first + steps.size(), phase, about, clock.instant()));
    }

    /** The part at a time; what comes before the first counts as loading. */
    Step at(Instant time) {
        Step current = steps.isEmpty() ? new Step(first, Phase.LOAD, "", start) : steps.get(0);
        for (Step step : steps) {
            if (step.began().isAfter(time)) {
                break;
            }
            current = step;
        }
        return current;
    }
}
