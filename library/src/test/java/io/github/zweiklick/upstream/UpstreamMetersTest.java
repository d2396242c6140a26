package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What operators see of an upstream in their own tools. */
class UpstreamMetersTest {
    private static final int METERS = 7;
    private static final String SITE = "https://www.musterstadt.example";

    private final TestClock clock = new TestClock();
    private final MeterRegistry registry = new SimpleMeterRegistry();

    private UpstreamStatus status(Optional<Instant> lastSuccess, Optional<Fault> fault, long asked) {
        return new UpstreamStatus(
                "facebook",
                "https://graph.example",
                lastSuccess,
                fault,
                fault.map(found -> clock.instant()),
                Optional.of(new Quota(OptionalLong.of(12), OptionalInt.empty(), Optional.empty())),
                UpstreamStatus.Circuit.CLOSED,
                Optional.empty(),
                asked,
                2,
                30,
                4);
    }

    private UpstreamMeters meters(String site, long asked) {
        UpstreamStatus now =
                status(Optional.of(clock.instant().minus(Duration.ofSeconds(90))), Optional.empty(), asked);
        return new UpstreamMeters(registry, site, "facebook", () -> now, clock);
    }

    private double value(String name) {
        return registry.get("zweiklick.upstream." + name)
                .tags("site", SITE, "upstream", "facebook")
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    private List<String> names() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .toList();
    }

    @Test
    void tellTheStateAsItIs() {
        try (UpstreamMeters meters = meters(SITE, 40)) {
            assertThat(meters).isNotNull();
            assertThat(value("well")).isEqualTo(1);
            assertThat(value("age")).isEqualTo(90);
            assertThat(value("remaining")).isEqualTo(12);
            assertThat(value("held")).isEqualTo(30);
            assertThat(value("stale")).isEqualTo(4);
            assertThat(value("requests")).isEqualTo(40);
            assertThat(value("failures")).isEqualTo(2);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNoNumber() {
        UpstreamStatus never = status(Optional.empty(), Optional.of(new Fault(Fault.Kind.SERVER, "it is down")), 0);
        try (UpstreamMeters meters = new UpstreamMeters(registry, SITE, "facebook", () -> never, clock)) {
            assertThat(meters).isNotNull();
            assertThat(value("well")).isZero();
            assertThat(value("age")).isNaN();
        }
    }

    /** On a reload the successor begins before its predecessor ends. */
    @Test
    void aSuccessorsStay() {
        UpstreamMeters before = meters(SITE, 40);
        try (UpstreamMeters after = meters(SITE, 1)) {
            before.close();

            assertThat(after).isNotNull();
            assertThat(names()).hasSize(METERS);
            assertThat(value("requests")).isEqualTo(1);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void sitesOfOneProcessAreApart() {
        UpstreamMeters other = meters("https://www.andernorts.example", 9);
        try (UpstreamMeters meters = meters(SITE, 40)) {
            assertThat(meters).isNotNull();
            assertThat(names()).hasSize(2 * METERS);
            other.close();
            assertThat(names()).hasSize(METERS);
            assertThat(value("requests")).isEqualTo(40);
        }
    }

    @Test
    void theyStandInTheGlobalRegistry() {
        Metrics.globalRegistry.add(registry);
        try (Metering metering =
                Metering.of(SITE, "facebook", () -> status(Optional.empty(), Optional.empty(), 3), clock)) {
            assertThat(metering).isNotNull();
            assertThat(value("requests")).isEqualTo(3);
        } finally {
            Metrics.globalRegistry.remove(registry);
        }
    }
}
