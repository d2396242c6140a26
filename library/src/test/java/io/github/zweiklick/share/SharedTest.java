package io.github.zweiklick.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SharedTest {
    private static final String ADDRESS = "https://www.stadt.example/a";
    /** A family of four, joined: one character to readers. */
    private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66";

    private static String words(String title) {
        return new Shared(ADDRESS, Optional.of(title), Optional.empty(), Optional.empty())
                .words()
                .orElse("");
    }

    @Test
    void longWordsAreCutAtTwoHundred() {
        assertThat(words("a".repeat(200))).isEqualTo("a".repeat(200));
        assertThat(words("a".repeat(201))).isEqualTo("a".repeat(199) + "\u2026");
    }

    @Test
    void wordsAndAddressFitIntoThreeHundredCharacters() {
        String address = "https://www.stadt.example/" + "b".repeat(174);
        Shared fits = new Shared(address, Optional.of("a".repeat(99)), Optional.empty(), Optional.empty());
        assertThat(fits.words()).hasValue("a".repeat(99));
        Shared longer = new Shared(address, Optional.of("a".repeat(100)), Optional.empty(), Optional.empty());
        assertThat(longer.words()).hasValue("a".repeat(98) + "\u2026");
    }

    @Test
    void noCharacterIsCutInTwo() {
        int most = 200 / FAMILY.length();
        assertThat(words(FAMILY.repeat(most))).isEqualTo(FAMILY.repeat(most));
        assertThat(words(FAMILY.repeat(most + 1))).isEqualTo(FAMILY.repeat(most - 1) + "\u2026");
    }

    @Test
    void anAddressThatFillsItAllStandsAlone() {
        Shared shared = new Shared(ADDRESS + "a".repeat(300), Optional.of("Titel"), Optional.empty(), Optional.empty());
        assertThat(shared.words()).isEmpty();
    }

    @Test
    void theAuthorsTextGoesBeforeTheTitleAndSpaceIsOneSpace() {
        Shared shared = new Shared(ADDRESS, Optional.of(" Ein\n\t Titel "), Optional.of("Ein  Text"), Optional.empty());
        assertThat(shared.title()).hasValue("Ein Titel");
        assertThat(shared.words()).hasValue("Ein Text");
        assertThat(new Shared(ADDRESS, Optional.of(" "), Optional.of(""), Optional.empty()).words())
                .isEmpty();
    }
}
