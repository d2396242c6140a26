package io.github.zweiklick.audit.harness;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When which phase of a visit began. */
final class Timeline {

    private record Mark(Instant start, Phase phase) {}

    private final Clock clock;
    private final Instant start;
    private final List<Mark> marks = new ArrayList<>();

    Timeline(Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    Instant start() {
        return start;
    }

    void begin(Phase phase) {
        marks.add(new Mark(clock.instant(), phase));
    }

    /** The phase at a time; what comes before the first mark counts as loading. */
    Phase at(Instant time) {
        Phase phase = Phase.LOAD;
        for (Mark mark : marks) {
            if (mark.start().isAfter(time)) {
                break;
            }
            phase = mark.phase();
        }
        return phase;
    }
}
