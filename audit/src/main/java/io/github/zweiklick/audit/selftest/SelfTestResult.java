package io.github.zweiklick.audit.selftest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a self-test found.
 *
 * @param browser its executable
 * @param version of the browser, as it says it
 * @param audit version of this program
 */
public record SelfTestResult(
        BrowserFile browser,
        String version,
        String audit,
        Mode mode,
        Extent extent,
        Instant started,
        Instant ended,
        List<VectorResult> vectors)
        implements SelfTestOutcome {

    public SelfTestResult {
        vectors = List.copyOf(vectors);
    }

    /** Whether all that the servers saw was reported, and they saw something. */
    public boolean passed() {
        return of(Outcome.MISSED).isEmpty() && !of(Outcome.REPORTED).isEmpty();
    }

    /** What came of one vector; empty when it was none of this extent's. */
    public Optional<VectorResult> of(LeakVector vector) {
        return vectors.stream()
                .filter(result -> result.name().equals(vector.name()))
                .findFirst();
    }

    /** The vectors of which one thing came. */
    public List<VectorResult> of(Outcome outcome) {
        return vectors.stream().filter(result -> result.outcome() == outcome).toList();
    }
}
