package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.Ledger;
import io.github.zweiklick.upstream.MemoryStore;
import io.github.zweiklick.upstream.SnapshotStore;
import io.github.zweiklick.upstream.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemovedPostsTest {
    private static final String KEY = "removed.rathaus";

    private final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore();
    private final Ledger ledger = store.ledger(clock);
    private final FindingLog findings = new FindingLog(clock);

    private RemovedPosts removed() {
        return removed(ledger, Optional.empty());
    }

    private RemovedPosts removed(Ledger kept, Optional<RemovedPosts> before) {
        return new RemovedPosts(kept, "rathaus", clock, findings, before);
    }

    private void damage() throws IOException {
        ledger.replace(KEY, "gibberish".getBytes(StandardCharsets.UTF_8));
    }

    private List<String> told() {
        return findings.findings().stream().map(Finding::message).toList();
    }

    @Test
    void areKeptForTheTimeAfterARestart() {
        RemovedPosts before = removed();
        before.add("1");
        before.add("at://did:plc:a/app.bsky.feed.post/2");
        before.restore("1");
        assertThat(removed().ids()).containsExactly("at://did:plc:a/app.bsky.feed.post/2");
        assertThat(new RemovedPosts(ledger, "museum", clock, findings, Optional.empty()).ids())
                .isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatOneNodeTakesOutTheOthersTakeOutAtTheirNextLook() {
        RemovedPosts here = removed();
        RemovedPosts there = removed();
        Set<String> before = there.now();
        here.add("1");
        there.look();
        assertThat(there.ids()).containsExactly("1");
        assertThat(there.now()).as("another set after each change").isNotSameAs(before);
        Set<String> after = there.now();
        there.look();
        assertThat(there.now()).as("and only then").isSameAs(after);

        there.restore("1");
        here.look();
        assertThat(here.ids()).isEmpty();
    }

    @Test
    void ofTwoNodesAtOnceNothingIsLost() {
        RemovedPosts here = removed();
        RemovedPosts there = removed();
        here.add("1");
        there.add("2");
        here.look();
        assertThat(here.ids()).containsExactly("1", "2");
        assertThat(there.ids()).containsExactly("1", "2");
    }

    @Test
    void whatTheStoreLetGoIsWrittenAnew() throws IOException {
        RemovedPosts removed = removed();
        removed.add("1");
        store.remove(SnapshotStore.LEDGER + KEY);
        removed.look();
        assertThat(removed().ids()).containsExactly("1");
    }

    @Test
    void whereTheyCannotBeReadNoneIsKnownUntilAnOfficerDecides() throws IOException {
        removed().add("1");
        damage();
        RemovedPosts removed = removed();
        assertThat(removed.isKnown()).isFalse();
        assertThat(findings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.UPSTREAM);
            assertThat(finding.place()).isEqualTo("feeds.rathaus");
            assertThat(finding.message()).contains("\"rathaus\"", "another version", "none is shown");
            assertThat(finding.remedy()).contains("backup");
        });
        removed.add("2");
        assertThat(removed.isKnown())
                .as("to take out one is not to decide on the others")
                .isFalse();
        assertThat(removed.ids()).containsExactly("2");
        removed.look();
        assertThat(told()).hasSize(1);

        removed.decide();
        assertThat(removed.isKnown()).isTrue();
        assertThat(told()).isEmpty();
        assertThat(removed().ids()).containsExactly("2");
    }

    @Test
    void whereTheyCanBeReadAgainTheyHoldAgain() throws IOException {
        removed().add("1");
        Optional<SnapshotStore.Stored> whole = store.load(SnapshotStore.LEDGER + KEY);
        damage();
        RemovedPosts removed = removed();
        store.save(SnapshotStore.LEDGER + KEY, whole.orElseThrow());
        removed.look();
        assertThat(removed.isKnown()).isTrue();
        assertThat(removed.ids()).containsExactly("1");
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsKnownGoesOnToHoldThoughItCanNoLongerBeRead() throws IOException {
        RemovedPosts removed = removed();
        removed.add("1");
        damage();
        removed.look();
        assertThat(removed.isKnown()).isTrue();
        assertThat(removed.ids()).containsExactly("1");
        assertThat(told()).singleElement().asString().contains("goes on to hold");
    }

    @Test
    void whatIsDamagedIsWrittenAnewByWhoeverRemembers() throws IOException {
        RemovedPosts removed = removed();
        removed.add("1");
        store.save(SnapshotStore.LEDGER + KEY, new SnapshotStore.Stored(Instant.EPOCH, new byte[] {1, 2, 3}));
        removed.look();
        assertThat(removed.isKnown()).isTrue();
        assertThat(removed().ids()).containsExactly("1");
        assertThat(told()).singleElement().asString().contains("is damaged", "from memory");
    }

    @Test
    void whatWasKnownGoesOnInAnotherLedger() {
        RemovedPosts before = removed(SnapshotStore.none().ledger(clock), Optional.empty());
        before.add("1");
        assertThat(told()).singleElement().asString().contains("restart", "no place");

        assertThat(removed(ledger, Optional.of(before)).ids()).containsExactly("1");
        assertThat(removed().ids()).as("kept there").containsExactly("1");
        assertThat(told()).isEmpty();
    }

    @Test
    void areNotShownWithinOthers() {
        Author author = new Author("Stadt", Optional.empty(), Optional.empty(), Optional.empty());
        Post quoted = new PostBuilder("1", "https://social.example/1", author, Instant.EPOCH).build();
        Post quoting = new PostBuilder("2", "https://social.example/2", author, Instant.EPOCH)
                .quoted(Optional.of(new Quoted(Optional.of(quoted.address()), Optional.of(quoted))))
                .build();
        assertThat(RemovedPosts.without(quoting, Set.of("3"))).isEqualTo(quoting);
        assertThat(RemovedPosts.without(quoting, Set.of("1")).quoted())
                .contains(new Quoted(Optional.empty(), Optional.empty()));
    }

    @Test
    void aLineBreakInAnIdIsNoOtherId() {
        RemovedPosts removed = removed();
        removed.add("a\nb");
        assertThat(removed().ids()).containsExactly("a b");
        removed.restore("a\nb");
        assertThat(removed().ids()).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsToldAndHoldsAllTheSame() {
        RemovedPosts removed = removed();
        removed.add("2");
        removed.look();
        store.breakDown(true);
        removed.add("1");
        assertThat(removed.ids()).containsExactly("1", "2");
        assertThat(findings.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("outbound.snapshots"));

        store.breakDown(false);
        removed.look();
        assertThat(removed().ids()).containsExactly("1", "2");
        assertThat(told()).isEmpty();
    }
}
