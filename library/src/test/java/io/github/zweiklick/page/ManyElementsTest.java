package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.page.Extents.Extent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements within elements and many that are not closed: each is not looked through once for every one around it. */
final class ManyElementsTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final String FILM = "<zweiklick-embed href='https://www.youtube.com/watch?v=abcdefghijk'>";

    private final Ways ways = new Ways(CATALOGUE, false);

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    /** The fast way looks for the end of each; where that would add up to many walks through the page it gives up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=fb-like>",
                "<object data='//f.example/x'/>",
                "<object data=//f.example/x>",
                "<div id=fb-root>",
                "<blockquote class=twitter-tweet><a href=https://twitter.com/a/status/1>x</a>"
            })
    void manyThatAreNotClosedAreLeftToTheExactWay(String piece) {
        String closed = "<blockquote class=twitter-tweet><a href=https://twitter.com/a/status/1>x</a></blockquote>";
        PageSource few = page(piece.repeat(3) + " ".repeat(500) + closed);
        Ways.Result exact = ways.exact(few);
        assertThat(ways.fast(few)).hasValue(exact);
        assertThat(exact.body()).contains("<z-p n").doesNotContain("<object data=");
        PageSource many = page(piece.repeat(60) + closed);
        assertThat(ways.fast(many)).isEmpty();
        assertThat(ways.usual(many)).isEqualTo(ways.exact(many));
    }

    @Test
    void embedsThatEndGoTheFastWay() {
        String closed = "<div class=fb-like></div><object data=//f.example/x></object>"
                + "<blockquote class=twitter-tweet><a href=https://twitter.com/a/status/1>x</a></blockquote>";
        PageSource page = page(closed.repeat(60));
        assertThat(ways.fast(page)).hasValue(ways.exact(page));
    }

    private static PageSource page(String body) {
        return Ways.page("<!DOCTYPE html><html lang=de><head><title>x</title></head><body>" + body + "</body></html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "application/xhtml+xml", "text/html"})
    void styleSheetsInEachOtherAreNotReadForEver(String type) {
        byte[] page =
                ("<svg xmlns='http://www.w3.org/2000/svg'>" + "<style>".repeat(8000)).getBytes(StandardCharsets.UTF_8);
        Rewrite rewrite = new PageRewriter(CATALOGUE, finding -> {}).rewrite(Ways.page(page, type), new SmallMarkup());
        assertThat(rewrite)
                .isInstanceOfSatisfying(
                        Rewrite.Withheld.class,
                        withheld -> assertThat(withheld.reason()).contains("Style sheets inside style sheets"));
    }

    /** The thirty-third keeps the text of its words only. */
    @Test
    void placeholdersInTheWordsOfOthersAreFew() {
        String page = "<html lang=de><head></head><body>" + FILM.repeat(40) + "Film" + "</zweiklick-embed>".repeat(40)
                + FILM + "Noch einer</zweiklick-embed></body></html>";
        for (Ways.Result result : List.of(ways.exact(Ways.page(page)), ways.usual(Ways.page(page)))) {
            assertThat(count(result.body(), "<z-p n")).isEqualTo(34);
            assertThat(count(result.body(), "</z-p>")).isEqualTo(34);
            assertThat(result.body()).contains("Film</z-p>", "Noch einer</z-p>").doesNotContain("zweiklick-embed");
        }
    }

    @Test
    void oneAddressOfManyRefreshesIsOneLink() {
        PageSource page = Ways.page("<html><head></head><body>"
                + "<meta http-equiv=refresh content='0;url=//f.example/a'>".repeat(20)
                + "<meta http-equiv=refresh content='0;url=//f.example/b'>");
        Rewrite rewrite = new PageRewriter(CATALOGUE, finding -> {}).rewrite(page, new SmallMarkup());
        String body = new String(((Rewrite.Rewritten) rewrite).body(), StandardCharsets.UTF_8);
        assertThat(count(body, "https://f.example/a")).isEqualTo(1);
        assertThat(count(body, "https://f.example/b")).isEqualTo(1);
    }

    static Stream<Arguments> longOnes() {
        String ideographs = IntStream.range(0x4e00, 0x4e00 + 20_000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String prefixes = IntStream.range(0, 20_000)
                .mapToObj(i -> "<a xmlns:p" + i + "=''>")
                .collect(Collectors.joining());
        return Stream.of(
                Arguments.of("text/html", "<img src=\"x:p" + "\n".repeat(1 << 20) + "\">"),
                Arguments.of("text/html", "<a href=\"x:p" + "\n".repeat(1 << 20) + "\">x</a>"),
                Arguments.of("text/html", "<object><param value=a:b" + " value".repeat(400_000) + "></object>"),
                Arguments.of("text/html", "<p" + " a".repeat(200_000) + " data-cookieconsent=x".repeat(200_000) + ">"),
                Arguments.of("text/html", "<style>" + "@import url(data:text/css,".repeat(40_000)),
                Arguments.of("text/html", "<img src='//" + ideographs.repeat(10) + ".example/'>"),
                Arguments.of("application/xml", "<?xml version='1.0'?>" + prefixes + "<p/>"));
    }

    /** Each took minutes, or gigabytes, at this length. */
    @ParameterizedTest
    @MethodSource
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void longOnes(String type, String text) {
        PageSource page = Ways.page(text.getBytes(StandardCharsets.UTF_8), type);
        assertThat(new PageRewriter(CATALOGUE, finding -> {}).rewrite(page, new SmallMarkup()))
                .isNotInstanceOf(Rewrite.Withheld.class);
    }

    @Test
    void nestingEndsWithTheElementsAround() {
        Nesting nesting = new Nesting(1);
        List<Boolean> entered = new ArrayList<>();
        int[][] elements = {
            {0, 90}, {10, 80}, {10, 80}, {20, 30}, {85, 88}, {86, 87}, {100, 120}, {105, 110}, {105, 110}, {106, 109}
        };
        for (int[] element : elements) {
            StartTag tag = TagScanner.startTag(" ".repeat(element[0]) + "<b>", element[0])
                    .orElseThrow();
            entered.add(nesting.enter(tag, () -> Optional.of(new Extent(element[1] - 1, element[1])))
                    .isPresent());
        }
        assertThat(entered).containsExactly(true, true, true, false, true, false, true, true, true, false);
        StartTag open = TagScanner.startTag(" ".repeat(130) + "<b>", 130).orElseThrow();
        assertThat(nesting.enter(open, Optional::empty)).isEmpty();
    }
}
