package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.RichText.Mark;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenMarksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "siehe https://a.example/b?c=d#e. | https://a.example/b?c=d#e",
                "(https://a.example/) | https://a.example/",
                "https://a.example/b_(c) | https://a.example/b_(c)",
                "„https://a.example/ü“, | https://a.example/ü",
                "http://a.example/1 https://b.example/2! | http://a.example/1 https://b.example/2",
                "<https://a.example/> | https://a.example/",
                "xhttps://a.example/ ftp://b.example | ''",
                "javascript:alert(1) | ''"
            })
    void addresses(String text, String found) {
        assertThat(shown(text, WrittenMarks.addresses(text, Function.identity())))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#Lesenacht, #Büro_2 #2026 (#x) | #Lesenacht #Büro_2 #x",
                "C# a#b &#39; ##c https://a.example/#d | ''",
                "#\u0639\u0631\u0628\u064a! | #\u0639\u0631\u0628\u064a",
                "# allein | ''"
            })
    void hashtags(String text, String found) {
        assertThat(shown(text, WrittenMarks.hashtags(text, "https://n.example/", "")))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@stadt.muster. und (@b_1)! | @stadt.muster @b_1",
                "post@a.example @@c https://a.example/@d | ''",
                "@... @ | ''"
            })
    void mentions(String text, String found) {
        assertThat(shown(text, WrittenMarks.mentions(text, "https://n.example/", "/")))
                .isEqualTo(found);
    }

    private static String shown(String text, List<Mark> marks) {
        assertThat(marks)
                .allSatisfy(mark ->
                        assertThat(text.substring(mark.start(), mark.end())).isEqualTo(mark.shown()));
        return String.join(" ", marks.stream().map(Mark::shown).toList());
    }

    @Test
    @Timeout(5)
    void longTextsTakeNoTime() {
        for (String piece : List.of("#", "@", "@.", "(", "https://", "https://a.example/))))", "#a", "a#a@a.")) {
            String text = piece.repeat(200_000 / piece.length());
            WrittenMarks.addresses(text, Function.identity());
            WrittenMarks.hashtags(text, "https://n.example/", "");
            WrittenMarks.mentions(text, "https://n.example/", "");
        }
        String brackets = "https://a.example/" + ")".repeat(200_000);
        assertThat(WrittenMarks.addresses(brackets, Function.identity())).hasSize(1);
    }
}
