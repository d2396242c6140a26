package io.github.zweiklick.audit.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters as they are written, beside others. */
final class ArabicLettersTest {

    /** Alone, at the beginning, in the middle, at the end: by the names that Unicode gives the shapes. */
    @ParameterizedTest
    @CsvSource({
        // beh; beh beh beh; alef joins nothing behind it
        "\u0628, \ufe8f",
        "\u0628\u0628\u0628, \ufe91\ufe92\ufe90",
        "\u0628\u0627\u0628, \ufe91\ufe8e\ufe8f",
        // seen, lam with alef, meem
        "\u0633\u0644\u0627\u0645, \ufeb3\ufefc\ufee1",
        // lam with alef alone; hamza joins nothing
        "\u0644\u0627, \ufefb",
        "\u0628\u0621\u0628, \ufe8f\ufe80\ufe8f",
        // a mark stands between without parting
        "\u0628\u064e\u0628, \ufe91\u064e\ufe90",
        // tatweel draws letters apart
        "\u0628\u0640\u0628, \ufe91\u0640\ufe90",
        // Persian peh and yeh
        "\u067e\u06cc\u067e, \ufb58\ufbff\ufb57",
    })
    void lettersAreJoined(String letters, String shapes) {
        assertThat(ArabicLetters.joined(letters)).isEqualTo(shapes);
        assertThat(ArabicLetters.apart(shapes)).isEqualTo(letters);
    }

    @Test
    void everythingElseStaysAsItIs() {
        String text = "\u05d7\u05d3\u05e9\u05d5\u05ea Stra\u00dfe 17 \ud83d\ude00";
        assertThat(ArabicLetters.joined(text)).isEqualTo(text);
        assertThat(ArabicLetters.joined("")).isEmpty();
    }
}
