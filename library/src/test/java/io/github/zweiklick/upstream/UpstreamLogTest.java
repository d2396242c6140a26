package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.Fault.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UpstreamLogTest {
    private final TestClock clock = new TestClock();
    private final FindingLog findings = new FindingLog(clock);
    private final UpstreamLog log = new UpstreamLog("counts", clock, findings);

    @Test
    void aFaultIsToldOnceUntilItHasBeenWellForAnHour() {
        log.failed(new Fault(Kind.SERVER, "m"));
        log.failed(new Fault(Kind.SERVER, "m"));
        assertThat(findings.findings())
                .containsExactly(new Finding(
                        Finding.Kind.UPSTREAM,
                        "counts",
                        "The network \"counts\" gives nothing: m. What was fetched before is shown as long as it may be",
                        new Fault(Kind.SERVER, "m").remedy()));
        clock.advance(Duration.ofMinutes(59));
        log.succeeded();
        assertThat(findings.findings()).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        log.succeeded();
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void anotherNetworksFindingsStay() {
        new UpstreamLog("other", clock, findings).failed(new Fault(Kind.SERVER, "m"));
        log.failed(new Fault(Kind.TIMEOUT, "m"));
        clock.advance(Duration.ofHours(2));
        log.succeeded();
        assertThat(findings.findings())
                .singleElement()
                .extracting(Finding::place)
                .isEqualTo("other");
    }
}
