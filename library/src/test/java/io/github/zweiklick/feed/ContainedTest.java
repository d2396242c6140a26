package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grüße aus Köln",
                "עברית ועוד",
                "العربية",
                "हिन्दी में",
                "ภาษาไทย",
                "한국어",
                "日本語",
                "e\u0301 a\u0308",
                "👩‍👩‍👧‍👦 🏳️‍🌈 1️⃣ 🇩🇪",
                "a\u200eb\u200fc",
                "x\n\ty"
            })
    void whatPeopleWriteStays(String text) {
        assertThat(Contained.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0xfeff, 0xfffe, 0xffff,
                0x1ffff, 0xfdd0, 0, 1, 0x1b, 0x7f, 0x85, 0x9b
            })
    void whatTurnsOrControlsIsDropped(int c) {
        assertThat(Contained.text("a" + Character.toString(c) + "b")).isEqualTo("ab");
    }

    @Test
    void loneSurrogatesAreReplaced() {
        assertThat(Contained.text("a\ud83d")).isEqualTo("a\ufffd");
        assertThat(Contained.text("\ude00b\ud83dc")).isEqualTo("\ufffdb\ufffdc");
        assertThat(Contained.text("\ud83d\ude00")).isEqualTo("😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u202e", "\u200b", "\u200d\u202a", "\u0000"})
    void marksDoNotPileUpWhateverIsBetween(String between) {
        String text = Contained.text("a" + ("\u0301\u0302\u0303" + between).repeat(50) + "b");
        assertThat(text.codePoints()
                        .filter(c -> Character.getType(c) == Character.NON_SPACING_MARK)
                        .count())
                .isEqualTo(4);
        assertThat(text).startsWith("a").endsWith("b");
    }

    @Test
    void linesEndInOneWay() {
        assertThat(Contained.text("a\r\nb\rc\u2028d\u2029e\n\rf")).isEqualTo("a\nb\nc\nd\ne\n\nf");
    }

    @Test
    void whatIsLongIsCut() {
        assertThat(Contained.text("abcdef", 3)).isEqualTo("abc…");
        assertThat(Contained.text("abc", 3)).isEqualTo("abc");
        assertThat(Contained.text("a😀b", 2)).as("no half character").isEqualTo("a😀…");
        assertThat(Contained.text("abc", 0)).isEqualTo("a…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u00a0", "\u200b", "\u202e \u202c", "\u0000\u0000", "\u2028", "\ufeff", "\u200d\u200c"
            })
    void aLineThatNobodySeesIsNone(String text) {
        assertThat(Contained.line(text, 10)).isEmpty();
    }

    @Test
    void aLine() {
        assertThat(Contained.line(" \u202e a\n\r\tb\u00a0\u00a0c \u2029 d\u0000 ", 100))
                .isEqualTo("a b c d");
        assertThat(Contained.line("abcdef", 3)).isEqualTo("abc…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a.example/?fbclid=1#x | https://a.example/#x",
                "https://a.example/?q=a+b&utm_source=c&r=%C3%A4 | https://a.example/?q=a%20b&r=%C3%A4",
                "https://a.example/?q=a+b | https://a.example/?q=a+b",
                "HTTP://USER:PW@A.EXAMPLE:80/x y | http://a.example/x%20y",
                "https://müller.example/\"<> | https://xn--mller-kva.example/%22%3C%3E",
                "https://a.example\\b | https://a.example/b"
            })
    void links(String written, String address) {
        assertThat(Contained.link(written)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "data:,x",
                "/path",
                "https://",
                "ftp://a.example/",
                "ws://a.example/",
                "about:blank",
                "https://a\"b.example/",
                "https://a'b.example/",
                "https://a=b.example/",
                "https://a$(b).example/"
            })
    void whatIsNoLink(String written) {
        assertThat(Contained.link(written)).isEmpty();
        assertThat(Contained.address(written)).isEmpty();
    }

    @Test
    void longAddressesAreNone() {
        assertThat(Contained.link("https://a.example/" + "x".repeat(2_000))).isPresent();
        assertThat(Contained.link("https://a.example/" + "x".repeat(3_000))).isEmpty();
    }

    @Test
    void addressesOfPicturesKeepTheirQueryAsItIs() {
        assertThat(Contained.address("https://a.example/x.jpg?utm_source=1&sig=a+b%2F#f"))
                .contains("https://a.example/x.jpg?utm_source=1&sig=a+b%2F");
    }
}
