package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.Lexer.Reading;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact way examines what any reader of a page takes for a tag, though it does not read a page anew for each of them. */
final class ReadingsTest {
    private static final String[] PIECES = {
        "<svg>",
        "</svg>",
        "<math>",
        "</math>",
        "<svg><title>",
        "</title>",
        "<noscript>",
        "</noscript>",
        "<style>",
        "</style>",
        "<![CDATA[>",
        "]]>",
        "<!--",
        "-->",
        "<p title=\"",
        "\">",
        "<foreignObject>",
        "<img src=//f.example/>",
        "<mi>",
        "x"
    };

    private static Set<Integer> candidates(String text) {
        Set<Integer> starts = new HashSet<>();
        ExaminedTree.html(text, UnaryOperator.identity())
                .candidates()
                .forEach(candidate -> starts.add(candidate.tag().start()));
        return starts;
    }

    private static Set<Integer> starts(String text, Reading reading) {
        Set<Integer> starts = new HashSet<>();
        TokenPlaces.starts(Lexer.read(text, reading)).forEach(tag -> starts.add(tag.start()));
        return starts;
    }

    /** Only a preload scanner that knows of scripts sees the picture. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><![CDATA[><noscript><p title=\"</noscript><img src=//f.example/x>\">]]></svg>",
                "<svg><title><!--</title><noscript><style></noscript><img src=//f.example/x></style></noscript>--></title></svg>"
            })
    void whatOneReaderAloneSeesIsExamined(String markup) {
        int picture = markup.indexOf("<img");
        assertThat(starts(markup, Reading.SCRIPTING_AHEAD)).contains(picture);
        for (Reading other : Set.of(Reading.SCRIPTING, Reading.NO_SCRIPTING, Reading.NO_SCRIPTING_AHEAD)) {
            assertThat(starts(markup, other)).doesNotContain(picture);
        }
        assertThat(candidates(markup)).contains(picture);
    }

    @Test
    void whatAnyReaderSeesIsExamined() {
        int different = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = 2 + random.nextInt(14); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Set<Set<Integer>> readings = new HashSet<>();
            Set<Integer> candidates = candidates(text.toString());
            for (Reading reading : Reading.values()) {
                Set<Integer> starts = starts(text.toString(), reading);
                readings.add(starts);
                assertThat(candidates)
                        .as("seed %d, %s: %s", seed, reading, text)
                        .containsAll(starts);
            }
            different += readings.size() > 2 ? 1 : 0;
        }
        assertThat(different).as("texts of three readings or more").isGreaterThan(500);
    }
}
