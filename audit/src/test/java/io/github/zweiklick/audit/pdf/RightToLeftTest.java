package io.github.zweiklick.audit.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.bidi.BidiSplitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of Hebrew as they are set from left to right. */
final class RightToLeftTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // letters; numbers and words of other scripts keep their direction; brackets open the other way
                "\u05d0\u05d1\u05d2, \u05d2\u05d1\u05d0",
                "\u05d0\u05d1 2026 \u05d2\u05d3, \u05d3\u05d2 2026 \u05d1\u05d0",
                "\u05d0\u05d1 Rathaus \u05d2\u05d3, \u05d3\u05d2 Rathaus \u05d1\u05d0",
                "\u05d0 (\u05d1), (\u05d1) \u05d0",
                // a point stays behind its letter
                "\u05d0\u05b8\u05d1, \u05d1\u05d0\u05b8",
            })
    void isSetFromLeftToRight(String read, String set) {
        assertThat(new RightToLeft().reorderRTLTextToLTR(read)).isEqualTo(set);
    }

    @Test
    void whatStandsBetweenIsOneRun() {
        assertThat(runs("Seite 2: \u05d0\u05d1 (2026) \u05d2\u05d3!", BidiSplitter.LTR))
                .containsExactly("0 9", "1 12", "0 1");
        assertThat(runs("Rathaus", BidiSplitter.LTR)).containsExactly("0 7");
        assertThat(runs("Rathaus \u05d0", BidiSplitter.RTL)).containsExactly("1 9");
        assertThat(runs("", BidiSplitter.LTR)).containsExactly("0 0");
    }

    /** Direction and length. */
    private static List<String> runs(String paragraph, byte direction) {
        RightToLeft.Splitter splitter = new RightToLeft.Splitter();
        splitter.setParagraph(paragraph, direction);
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < splitter.countTextRuns(); i++) {
            assertThat(splitter.getVisualRun(i).getStart()).isEqualTo(start);
            start += splitter.getVisualRun(i).getLength();
            runs.add(splitter.getVisualRun(i).getDirection() + " "
                    + splitter.getVisualRun(i).getLength());
        }
        assertThat(start).isEqualTo(paragraph.length());
        return runs;
    }
}
