package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.SnapshotStore.Stored;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What outlives the process, and what several nodes share. */
class SnapshotsKeptTest extends SnapshotsRig {
    @Test
    void whatIsGoneIsRemovedHereAndInTheStore() {
        getAndSettle();
        assertThat(store.kept).hasSize(1);
        script = failing(Kind.GONE);
        clock.advance(Duration.ofMinutes(30));
        getAndSettle();
        assertThat(get()).isEqualTo(new Snapshot.Absent<>());
        assertThat(store.kept).isEmpty();
        assertThat(findings.findings()).isEmpty();
        clock.advance(Duration.ofMinutes(29));
        getAndSettle();
        assertThat(asked).as("known to be absent for an interval").hasValue(2);
    }

    @Test
    void whatIsGoneDoesNotComeBackFromAStoreThatWouldNotForgetIt() {
        getAndSettle();
        script = failing(Kind.GONE);
        clock.advance(Duration.ofMinutes(30));
        store.broken = true;
        getAndSettle();
        store.broken = false;
        script = failing(Kind.SERVER);
        clock.advance(Duration.ofMinutes(30));
        getAndSettle();
        assertThat(get()).isEqualTo(new Snapshot.Absent<>());
    }

    @Test
    void whatWasDeletedDoesNotComeBackFromAStoreThatWouldNotForgetIt() {
        getAndSettle();
        store.broken = true;
        snapshots.forget(KEY);
        settle();
        store.broken = false;
        script = failing(Kind.SERVER);
        getAndSettle();
        assertThat(store.kept).hasSize(1);
        assertThat(get()).isEqualTo(new Snapshot.Absent<>());
    }

    @Test
    void whatWasDeletedIsKnownForAsLongAsItCouldBeShown() {
        for (int i = 0; i < 1_000; i++) {
            snapshots.forget("post " + i);
        }
        assertThat(snapshots.forgotten()).isEqualTo(1_000);
        clock.advance(KEEPING.keep());
        assertThat(snapshots.forgotten()).isZero();
    }

    @Test
    void ofNoMoreThingsThanAreHeldItIsKnownThatTheyWereDeleted() {
        Snapshots<String> few = new Snapshots<>(upstream, store, CODEC, clock, findings, 10);
        for (int i = 0; i < 1_000; i++) {
            few.forget("post " + i);
        }
        assertThat(few.forgotten()).isEqualTo(10);
    }

    @Test
    void afterARestartItIsThereWithoutAsking() {
        getAndSettle();
        clock.advance(Duration.ofMinutes(20));
        try (Upstreams anew = upstreams()) {
            Upstream same = upstream(anew);
            Snapshots<String> again = anew.snapshots(same, CODEC);
            assertThat(get(again)).isEqualTo(new Snapshot.Absent<>());
            settle(same);
            assertThat(get(again))
                    .isEqualTo(new Snapshot.Fresh<>("7", clock.instant().minus(Duration.ofMinutes(20))));
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void afterARestartItIsThereWhileTheNetworkFails() {
        getAndSettle();
        script = failing(Kind.UNREACHABLE);
        clock.advance(Duration.ofHours(2));
        try (Upstreams anew = upstreams()) {
            Upstream same = upstream(anew);
            Snapshots<String> again = anew.snapshots(same, CODEC);
            get(again);
            settle(same);
            assertThat(get(again)).isInstanceOf(Snapshot.Stale.class);
        }
    }

    @Test
    void whatAnotherNodeFetchedIsTaken() {
        getAndSettle();
        clock.advance(Duration.ofMinutes(30));
        store.kept.replaceAll((key, old) -> stored("9", clock.instant().minusSeconds(60)));
        getAndSettle();
        assertThat(get()).isEqualTo(new Snapshot.Fresh<>("9", clock.instant().minusSeconds(60)));
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsInTheStoreFromTheFutureOrAnotherVersionIsFetchedAnew() {
        getAndSettle();
        for (Stored odd : new Stored[] {
            stored("9", clock.instant().plus(Duration.ofDays(10_000))),
            stored("old format 9", clock.instant().plusSeconds(60)),
            stored("unreadable", clock.instant().plusSeconds(60))
        }) {
            store.kept.replaceAll((key, old) -> odd);
            script = () -> "8";
            clock.advance(Duration.ofMinutes(30));
            getAndSettle();
            assertThat(get()).isEqualTo(new Snapshot.Fresh<>("8", clock.instant()));
        }
    }

    @Test
    void aStoreThatFailsIsReportedOnceAndDoneWithout() {
        store.broken = true;
        getAndSettle();
        assertThat(get().value()).contains("7");
        clock.advance(Duration.ofMinutes(30));
        script = failing(Kind.GONE);
        getAndSettle();
        assertThat(get().value()).isEmpty();
        assertThat(findings.tallies()).singleElement().satisfies(tally -> {
            assertThat(tally.count()).isEqualTo(4);
            assertThat(tally.finding().remedy()).contains("outbound.snapshots");
        });
    }

    @Test
    void whatCannotBeWrittenDownIsHereNevertheless() {
        script = () -> "unwritable";
        getAndSettle();
        getAndSettle();
        assertThat(get().value()).contains("unwritable");
        assertThat(asked).hasValue(1);
        assertThat(store.kept).isEmpty();
    }
}
