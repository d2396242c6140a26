package io.github.zweiklick.upstream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The state of one upstream as Micrometer's meters. Loaded only where the application has Micrometer. */
final class UpstreamMeters implements Metering {
    private final MeterRegistry registry;
    private final Tags tags;
    private final Supplier<UpstreamStatus> status;
    private final List<Meter> meters = new ArrayList<>();

    UpstreamMeters(MeterRegistry registry, String site, String id, Supplier<UpstreamStatus> status, Clock clock) {
        this.registry = registry;
        this.tags = Tags.of("site", site, "upstream", id);
        this.status = status;
        gauge("well", "1 where nothing is known to be wrong, else 0", now -> now.isWell() ? 1 : 0);
        gauge("held", "values held in memory", UpstreamStatus::held);
        gauge("stale", "values held that are older than they should be", UpstreamStatus::stale);
        gauge(
                "remaining",
                "requests left, as the network told last",
                now -> now.quota().stream()
                        .flatMapToLong(quota -> quota.remaining().stream())
                        .mapToDouble(left -> left)
                        .findFirst()
                        .orElse(Double.NaN));
        gauge(
                "age",
                "seconds since the last success",
                now -> now.lastSuccess()
                        .map(time ->
                                (double) Duration.between(time, clock.instant()).toSeconds())
                        .orElse(Double.NaN));
        counter("requests", "requests sent", UpstreamStatus::asked);
        counter("failures", "requests that failed", UpstreamStatus::failed);
    }

    static Metering inGlobalRegistry(String site, String id, Supplier<UpstreamStatus> status, Clock clock) {
        return new UpstreamMeters(Metrics.globalRegistry, site, id, status, clock);
    }

    private void gauge(String name, String description, ToDoubleFunction<UpstreamStatus> value) {
        forget(name);
        meters.add(Gauge.builder(name(name), status, now -> value.applyAsDouble(now.get()))
                .description(description)
                .tags(tags)
                .register(registry));
    }

    private void counter(String name, String description, ToDoubleFunction<UpstreamStatus> value) {
        forget(name);
        meters.add(FunctionCounter.builder(name(name), status, now -> value.applyAsDouble(now.get()))
                .description(description)
                .tags(tags)
                .register(registry));
    }

    /** Of one before this, which ends after this has begun: a registry gives back the meter that it has. */
    private void forget(String name) {
        registry.find(name(name)).tags(tags).meters().forEach(registry::remove);
    }

    private static String name(String last) {
        return "zweiklick.upstream." + last;
    }

    /** A registry that outlives the application would keep it. What a successor has put in its place stays. */
    @Override
    public void close() {
        for (Meter meter : meters) {
            // Meters of one name are equal, whosoever they are.
            boolean ours = registry.find(meter.getId().getName()).tags(tags).meters().stream()
                    .anyMatch(found -> found == meter);
            if (ours) {
                registry.remove(meter);
            }
        }
    }
}
