package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.FindingLog;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Upstreams that end, and those that go on in their place. */
@Timeout(30)
class UpstreamsTest {
    private final TestClock clock = new TestClock();
    private final FindingLog findings = new FindingLog(clock);
    private final Upstreams upstreams = upstreams();
    private final Upstream first = open(upstreams, "feed-rathaus", "https://a.example");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Upstreams upstreams() {
        return new Upstreams(
                OutboundSettings.direct(),
                "https://www.musterstadt.example",
                SystemDefaultDnsResolver.INSTANCE,
                SnapshotStore.none(),
                clock,
                findings);
    }

    private static Upstream open(Upstreams all, String id, String origin) {
        return all.open(new UpstreamSettings(
                id,
                new Reach.Api(Set.of(origin), false),
                Limits.usual(),
                new Keeping(Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofDays(1))));
    }

    @AfterEach
    void close() {
        released.countDown();
        upstreams.close();
    }

    /** Is at something until it is released. */
    private void keepAtIt() {
        assertThat(first.submit(
                        () -> {
                            try {
                                Optional<String> fetched = first.fetch(this::untilReleased, true);
                                assertThat(fetched).contains("late");
                            } catch (UpstreamException none) {
                                throw new AssertionError(none);
                            }
                        },
                        true))
                .isTrue();
        Eventually.until("it is at it", () -> begun.getCount() == 0);
    }

    private String untilReleased() {
        begun.countDown();
        Eventually.until("it is released", () -> released.getCount() == 0);
        return "late";
    }

    private static Optional<String> fetched(Upstream upstream) throws UpstreamException {
        return upstream.fetch(() -> "7", true);
    }

    @Test
    void whatIsNotRetainedAsksForNothingMore() throws UpstreamException {
        Upstream second = open(upstreams, "feed-museum", "https://b.example");
        upstreams.retain(Set.of(second));
        assertThat(fetched(first)).isEmpty();
        assertThat(first.submit(() -> {}, true)).isFalse();
        assertThat(fetched(second)).contains("7");
    }

    @Test
    void whatFollowsOneWaitsUntilThatIsAtNothing() throws UpstreamException {
        keepAtIt();
        Upstream next = open(upstreams, "feed-stadt", "https://a.example");
        Upstream other = open(upstreams, "feed-museum", "https://b.example");
        upstreams.retain(Set.of(next, other));
        assertThat(next.isResting()).isTrue();
        assertThat(fetched(next)).isEmpty();
        assertThat(fetched(other)).as("of another network").contains("7");

        released.countDown();
        Eventually.until("it has ended", first::hasEnded);
        assertThat(next.isResting()).isFalse();
        assertThat(fetched(next)).contains("7");
        Eventually.until(
                "its threads end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("zweiklick-upstream-feed-rathaus")));
    }

    @Test
    void whatGoesAnotherWayWaitsToo() throws UpstreamException {
        keepAtIt();
        try (Upstreams another = upstreams()) {
            Upstream next = open(another, "feed-rathaus", "https://a.example");
            another.succeed(upstreams);
            assertThat(fetched(next)).isEmpty();
            released.countDown();
            Eventually.until("it has ended", first::hasEnded);
            assertThat(fetched(next)).contains("7");
        }
    }

    /** Works on until whoever closes waits for it: that end is not an instant's affair. */
    @Test
    void closingWaitsForWhatHeedsIt() {
        Thread closing = Thread.currentThread();
        AtomicBoolean ended = new AtomicBoolean();
        assertThat(first.submit(
                        () -> {
                            Eventually.until("it is interrupted", Thread::interrupted);
                            Eventually.until("it is waited for", () -> closing.getState() == State.TIMED_WAITING);
                            ended.set(true);
                        },
                        true))
                .isTrue();
        upstreams.close();
        assertThat(ended).isTrue();
    }

    @Test
    void closingDoesNotWaitForEverForWhatDoesNot() {
        keepAtIt();
        upstreams.close();
        assertThat(first.hasEnded()).isFalse();
    }
}
