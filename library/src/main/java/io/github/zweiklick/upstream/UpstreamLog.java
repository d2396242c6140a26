package io.github.zweiklick.upstream;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers how an upstream fares. A fault is a finding until the upstream has been well for an hour: logged once. Thread-safe. */
final class UpstreamLog {
    private static final Duration CONVALESCENCE = Duration.ofHours(1);

    private final String id;
    private final Clock clock;
    private final FindingLog findings;
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<Fault> lastFault = Optional.empty();
    private Instant lastFaultAt = Instant.MIN;
    private boolean reported;

    UpstreamLog(String id, Clock clock, FindingLog findings) {
        this.id = id;
        this.clock = clock;
        this.findings = findings;
    }

    synchronized void succeeded() {
        Instant now = clock.instant();
        lastSuccess = Optional.of(now);
        lastFault = Optional.empty();
        if (reported && now.isAfter(lastFaultAt.plus(CONVALESCENCE))) {
            reported = false;
            findings.forget(finding ->
                    finding.kind() == Finding.Kind.UPSTREAM && finding.place().equals(id));
        }
    }

    synchronized void failed(Fault fault) {
        lastFault = Optional.of(fault);
        lastFaultAt = clock.instant();
        reported = true;
        findings.report(new Finding(
                Finding.Kind.UPSTREAM,
                id,
                "The network \"" + id + "\" gives nothing: " + fault.message()
                        + ". What was fetched before is shown as long as it may be",
                fault.remedy()));
    }

    synchronized Optional<Instant> lastSuccess() {
        return lastSuccess;
    }

    synchronized Optional<Fault> lastFault() {
        return lastFault;
    }

    synchronized Optional<Instant> lastFaultAt() {
        return lastFault.map(fault -> lastFaultAt);
    }
}
