package io.github.zweiklick.share;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.upstream.Eventually;
import io.github.zweiklick.upstream.Keeping;
import io.github.zweiklick.upstream.Limits;
import io.github.zweiklick.upstream.OutboundSettings;
import io.github.zweiklick.upstream.Reach;
import io.github.zweiklick.upstream.UpstreamSettings;
import io.github.zweiklick.upstream.Upstreams;
import io.github.zweiklick.url.WebUrl;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts of networks that the test invents; nothing goes over a network. */
public final class Counting implements AutoCloseable {
    public static final WebUrl ORIGIN =
            WebUrl.parse("https://www.musterstadt.example").orElseThrow();

    /** What was asked for, in order. */
    public final Queue<String> asked = new ConcurrentLinkedQueue<>();

    public final ShareCounts counts;
    private final Upstreams upstreams;

    /** @param counters by id; the service in the catalogue has the same */
    public Counting(Map<String, CountSource.Counter> counters) {
        upstreams = Upstreams.of(
                OutboundSettings.direct(), "https://www.musterstadt.example", Clock.systemUTC(), new FindingLog());
        List<CountSettings.Source> sources = counters.entrySet().stream()
                .map(entry -> source(entry.getKey(), entry.getValue()))
                .toList();
        counts = ShareCounts.of(
                new CountSettings(
                        sources, CountSettings.Answers.ZWEIKLICK, CountSettings.TrailingSlash.KEEP, List.of()),
                ORIGIN,
                new OwnHosts(List.of("www.musterstadt.example", "musterstadt.example")),
                upstreams,
                ShareCounts.none());
    }

    private CountSettings.Source source(String id, CountSource.Counter counter) {
        CountSource source = new CountSource() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Map<String, String> addresses() {
                return Map.of("base", "https://network.example");
            }

            @Override
            public Counter open(Access access) {
                return address -> {
                    asked.add(id + " " + address);
                    return counter.count(address);
                };
            }
        };
        return new CountSettings.Source(
                source,
                new UpstreamSettings(
                        id,
                        new Reach.Api(Set.of("https://network.example"), false),
                        Limits.usual(),
                        new Keeping(Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofDays(1))),
                source.addresses(),
                Map.of(),
                Map.of());
    }

    /** Asks until as many counts are known: they are fetched in the background. */
    public Map<String, Long> await(String address, int number) {
        Eventually.until(
                number + " counts are known", () -> counts.bySource(address).size() >= number);
        return counts.bySource(address);
    }

    /** Waits until a network has failed. */
    public void awaitFault(String id) {
        Eventually.until(
                id + " fails",
                () -> counts.statuses().stream()
                        .anyMatch(status ->
                                status.id().equals(id) && status.lastFault().isPresent()));
    }

    @Override
    public void close() {
        upstreams.close();
    }
}
