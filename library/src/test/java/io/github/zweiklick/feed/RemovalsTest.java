package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.upstream.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemovalsTest {
    private static final Removals ONE = Removals.NONE.with("1", true, 1_000);

    @Test
    void ofTwoNodesNothingIsLostInWhateverOrder() {
        Removals here = ONE.with("2", true, 2_000).with("1", false, 3_000);
        Removals there = ONE.with("3", true, 2_000);
        assertThat(here.and(there)).isEqualTo(there.and(here));
        assertThat(here.and(there).out()).containsExactly("2", "3");
        assertThat(here.and(there).and(there)).isEqualTo(here.and(there));
    }

    @Test
    void theLaterWordCountsThoughAClockIsBehind() {
        Removals shown = ONE.with("1", false, 10);
        assertThat(ONE.and(shown).out()).isEmpty();
        assertThat(shown.and(shown.with("1", true, 5)).out()).containsExactly("1");
    }

    @Test
    void ofTwoWordsAtOnceTheStricterCounts() {
        Removals out = ONE.with("1", true, 2_000);
        Removals in = ONE.with("1", false, 2_000);
        assertThat(out.and(in).out()).containsExactly("1");
        assertThat(in.and(out).out()).containsExactly("1");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Removals all = ONE.with("at://did:plc:a/app.bsky.feed.post/2", true, 2)
                .with("mit  Blanks ä", false, 3)
                .with("", true, 4)
                .with("a\nb\u2028c", true, 5);
        assertThat(Removals.read(all.written())).isEqualTo(all);
        assertThat(all.out()).contains("a b c");
        assertThat(Removals.read(Removals.NONE.written())).isEqualTo(Removals.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "removed 2\n", "1\n2", "removed 1\n1000 out", "removed 1\n1000 off 1", "removed 1\n\n"})
    void whatCannotBeUnderstoodIsNotTakenForNone(String written) {
        assertThatThrownBy(() -> Removals.read(written.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Ledger.UnreadableException.class);
    }

    @Test
    void areBoundedAndThoseTakenOutLastStay() {
        Removals many = Removals.NONE;
        for (int i = 0; i < Removals.MOST; i++) {
            many = many.with("shown " + i, false, 10_000);
        }
        for (int i = 0; i < Removals.MOST + 100; i++) {
            many = many.with("post " + i, true, i);
        }
        assertThat(many.words()).hasSize(Removals.MOST);
        assertThat(many.out()).hasSize(Removals.MOST).contains("post 1099").doesNotContain("post 0", "post 99");
    }
}
