package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.Fault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class SnapshotsTest extends SnapshotsRig {
    @Test
    void absentThenFreshThenStaleThenAbsent() {
        assertThat(get()).isEqualTo(new Snapshot.Absent<>());
        settle();
        Instant fetched = clock.instant();
        assertThat(get()).isEqualTo(new Snapshot.Fresh<>("7", fetched));
        script = failing(Kind.SERVER);
        clock.advance(Duration.ofMinutes(59).plusSeconds(59));
        assertThat(get()).isEqualTo(new Snapshot.Fresh<>("7", fetched));
        settle();
        clock.advance(Duration.ofSeconds(1));
        assertThat(get()).isEqualTo(new Snapshot.Stale<>("7", fetched));
        clock.advance(Duration.ofHours(5).minusSeconds(1));
        assertThat(get()).isEqualTo(new Snapshot.Stale<>("7", fetched));
        settle();
        clock.advance(Duration.ofSeconds(1));
        assertThat(get()).isEqualTo(new Snapshot.Absent<>());
        assertThat(findings.findings()).hasSize(1);
    }

    @Test
    void isFetchedAnewBeforeItIsStale() {
        getAndSettle();
        script = () -> "8";
        clock.advance(Duration.ofMinutes(30));
        assertThat(get().value()).as("nobody waits").contains("7");
        settle();
        assertThat(get()).isEqualTo(new Snapshot.Fresh<>("8", clock.instant()));
        assertThat(snapshots.status().held()).isEqualTo(1);
        assertThat(snapshots.status().stale()).isZero();
    }

    @Test
    void aThousandWhoAskAtOnceAreOneFetch() throws InterruptedException {
        Semaphore landing = new Semaphore(0);
        script = () -> {
            landing.acquireUninterruptibly();
            return "7";
        };
        int many = 1_000;
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                    assertThat(get()).isEqualTo(new Snapshot.Absent<>());
                    answered.countDown();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        start.countDown();
        answered.await();
        Eventually.until("one fetch", () -> asked.get() == 1);
        landing.release(many);
        settle();
        assertThat(get().value()).contains("7");
        assertThat(asked).hasValue(1);
    }

    @Test
    void isAskedForOnceInAnIntervalAndNotUnlessSomebodyWantsIt() {
        for (int i = 0; i < 29; i++) {
            getAndSettle();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofDays(1));
        assertThat(asked).hasValue(1);
        getAndSettle();
        assertThat(asked).hasValue(2);
    }

    @Test
    void leastIntervalAfterFailures() {
        script = failing(Kind.REJECTED);
        getAndSettle();
        clock.advance(Duration.ofMinutes(6).minusMillis(1));
        getAndSettle();
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        getAndSettle();
        assertThat(asked).hasValue(2);
    }

    @Test
    void waitsLongerAndLongerButNotForEver() {
        script = failing(Kind.REJECTED);
        getAndSettle();
        Duration last = Duration.ZERO;
        for (int failures = 1; failures <= 12; failures++) {
            int before = asked.get();
            Duration waited = Duration.ZERO;
            while (asked.get() == before) {
                clock.advance(Duration.ofMinutes(1));
                waited = waited.plusMinutes(1);
                getAndSettle();
                assertThat(waited).isLessThanOrEqualTo(KEEPING.refresh());
            }
            last = waited;
        }
        // Thirty minutes, or half of them by chance.
        assertThat(last).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(30));
    }

    @Test
    void whileItRestsItIsNotAskedAndThenSoon() {
        getAndSettle();
        script = failing(Kind.CREDENTIALS);
        clock.advance(Duration.ofMinutes(30));
        getAndSettle();
        assertThat(asked).hasValue(2);
        clock.advance(Duration.ofMinutes(14));
        script = () -> "8";
        getAndSettle();
        assertThat(asked).hasValue(2);
        clock.advance(Duration.ofMinutes(1));
        getAndSettle();
        assertThat(get().value()).contains("8");
    }

    @Test
    void whatAParserDidNotForeseeIsAFaultLikeAnother() {
        getAndSettle();
        script = () -> {
            throw new IndexOutOfBoundsException("s3cret");
        };
        clock.advance(Duration.ofMinutes(30));
        getAndSettle();
        getAndSettle();
        assertThat(asked).hasValue(2);
        assertThat(get().value()).contains("7");
        assertThat(findings.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("IndexOutOfBoundsException")
                        .doesNotContain("s3cret"));
    }

    @Test
    void afterTheEndWhatWasFetchedCanStillBeHad() {
        getAndSettle();
        upstreams.close();
        clock.advance(Duration.ofMinutes(45));
        assertThat(get().value()).contains("7");
        assertThat(asked).hasValue(1);
    }
}
