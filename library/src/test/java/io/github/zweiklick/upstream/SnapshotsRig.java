package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.SnapshotStore.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Snapshots of one upstream with a single thread, a clock that stands, and a fetch that does as it is told. */
@Timeout(30)
abstract class SnapshotsRig {
    static final Keeping KEEPING = new Keeping(Duration.ofMinutes(30), Duration.ofMinutes(6), Duration.ofHours(6));
    static final String KEY = "https://www.musterstadt.example/";
    static final Codec<String> CODEC = new Codec<>() {
        @Override
        public byte[] write(String value) {
            if (value.equals("unwritable")) {
                throw new IllegalStateException(value);
            }
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> read(byte[] written) {
            String value = new String(written, StandardCharsets.UTF_8);
            if (value.equals("unreadable")) {
                throw new IllegalStateException(value);
            }
            return value.startsWith("old format") ? Optional.empty() : Optional.of(value);
        }
    };

    final TestClock clock = new TestClock();
    final FindingLog findings = new FindingLog(clock);
    final MemoryStore store = new MemoryStore();
    final AtomicInteger asked = new AtomicInteger();
    final Upstreams upstreams = upstreams();
    final Upstream upstream = upstream(upstreams);
    final Snapshots<String> snapshots = upstreams.snapshots(upstream, CODEC);
    volatile Fetch<String> script = () -> "7";

    @AfterEach
    void close() {
        upstreams.close();
    }

    static Fetch<String> failing(Kind kind) {
        return () -> {
            throw new UpstreamException(kind, "m");
        };
    }

    static Stored stored(String value, Instant fetched) {
        return new Stored(fetched, value.getBytes(StandardCharsets.UTF_8));
    }

    Snapshot<String> get() {
        return get(snapshots);
    }

    Snapshot<String> get(Snapshots<String> from) {
        return from.get(KEY, () -> {
            asked.incrementAndGet();
            return script.fetch();
        });
    }

    void getAndSettle() {
        get();
        settle();
    }

    void settle() {
        settle(upstream);
    }

    /** Whatever was begun has ended: its only thread has come to what is submitted now. */
    static void settle(Upstream busy) {
        CountDownLatch idle = new CountDownLatch(1);
        assertThat(busy.submit(idle::countDown, true)).isTrue();
        Eventually.until("what was begun ends", () -> idle.getCount() == 0);
    }

    Upstreams upstreams() {
        return new Upstreams(OutboundSettings.direct(), "a", SystemDefaultDnsResolver.INSTANCE, store, clock, findings);
    }

    static Upstream upstream(Upstreams all) {
        return all.open(new UpstreamSettings(
                "counts",
                new Reach.Api(Set.of("http://127.0.0.1:1"), true),
                new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000, 1, 100_000),
                KEEPING));
    }
}
