package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetsTest {
    /** One byte, two, three and four; one UTF-16 unit each but for the last, which is two. */
    private static final String TEXT = "aä€😀z";

    @ParameterizedTest
    @CsvSource({
        "-1, -1",
        "0, 0",
        "1, 1",
        "2, -1",
        "3, 2",
        "4, -1",
        "5, -1",
        "6, 3",
        "7, -1",
        "8, -1",
        "9, -1",
        "10, 5",
        "11, 6",
        "12, -1",
        "2147483647, -1",
        "-2147483648, -1"
    })
    void bytesOfUtf8(int offset, int index) {
        assertThat(Offsets.ofUtf8(TEXT, offset)).isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "0, 0", "1, 1", "2, 2", "3, 3", "4, 5", "5, 6", "6, -1", "2147483647, -1"})
    void codePoints(int offset, int index) {
        assertThat(Offsets.ofCodePoint(TEXT, offset)).isEqualTo(index);
    }

    @Test
    void theEndIsAsLongAsTheText() {
        assertThat(Offsets.utf8Length(TEXT)).isEqualTo(11);
        assertThat(Offsets.ofUtf8(TEXT, Offsets.utf8Length(TEXT))).isEqualTo(TEXT.length());
        assertThat(Offsets.ofUtf8("", 0)).isZero();
    }
}
