package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.page.Extents.Extent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements within elements and many that are not closed: each is not looked through once for every one around it. */
final class ManyElementsTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final String FILM = "<zweiklick-embed href='https://www.youtube.com/watch?v=abcdefghijk'>";

    private final Ways ways = new Ways(CATALOGUE, false);

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    /** What one walk says never ends, no search finds an end of either. */
    @Test
    void unclosedElementsAreToldInOneWalk() {
        int unclosed = 0;
        for (int seed = 0; seed < 4000; seed++) {
            String page = seed % 3 == 0
                    ? GeneratedPages.nested(seed)
                    : seed % 3 == 1 ? GeneratedPages.misnested(seed) : tags(new Random(seed));
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            BitSet told = TagWalk.unclosed(bytes, 0);
            TagWalk walk = new TagWalk(bytes, 0, bytes.length);
            for (Optional<Token> next = walk.next(); next.isPresent(); next = walk.next()) {
                if (next.get() instanceof Token.Start start) {
                    StartTag tag = start.tag();
                    boolean isSearched = Reach.of(bytes, tag).isEmpty();
                    boolean isTold = told.get(tag.start());
                    assertThat(!isTold || isSearched)
                            .as("%s of %s", tag.name(), page)
                            .isTrue();
                    boolean mayDiffer = page.contains("/>") || Extents.TEXT.contains(tag.name());
                    assertThat(mayDiffer || isTold == isSearched)
                            .as("%s of %s", tag.name(), page)
                            .isTrue();
                    unclosed += isTold ? 1 : 0;
                }
            }
        }
        assertThat(unclosed).isGreaterThan(1000);
    }

    private static String tags(Random random) {
        String[] choices = {
            "<div>",
            "</div>",
            "<b>",
            "</b>",
            "<div/>",
            "<svg>",
            "</svg>",
            "<g/>",
            "<br>",
            "<iframe>",
            "</iframe>",
            "<p>"
        };
        StringBuilder page = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            page.append(choices[random.nextInt(choices.length - (random.nextBoolean() ? 0 : 6))]);
        }
        return page.toString();
    }

    @Test
    void whatEndsBeyondTheLargestExtentDoesNotEnd() {
        for (int more = -1; more <= 1; more++) {
            String inside = " ".repeat(Extents.CAP - "<div></div>".length() + more);
            byte[] page = ("<p>" + "<div>" + inside + "</div>").getBytes(StandardCharsets.UTF_8);
            assertThat(TagWalk.unclosed(page, 0).get(3)).isEqualTo(more > 0);
            assertThat(Reach.of(page, TagBytes.startTag(page, 3, page.length).orElseThrow())
                            .isEmpty())
                    .isEqualTo(more > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=fb-post>",
                "<object data=//f.example/x>",
                "<blockquote class=twitter-tweet><a href=https://twitter.com/a/status/1>x</a>",
                "<div class=fb-post><p><div class=fb-post>x</div>"
            })
    void manyThatAreNotClosedComeOutAsInTheExactWay(String piece) {
        PageSource page =
                Ways.page("<!DOCTYPE html><html lang=de><head><title>x</title></head><body>" + piece.repeat(60));
        Ways.Result exact = ways.exact(page);
        assertThat(ways.usual(page).body()).isEqualTo(exact.body());
        assertThat(exact.body()).doesNotContain("<object data=");
    }

    /** The fifth keeps the text of its words only. */
    @Test
    void placeholdersInTheWordsOfOthersAreFew() {
        String page = "<html lang=de><head></head><body>" + FILM.repeat(40) + "Film" + "</zweiklick-embed>".repeat(40)
                + FILM + "Noch einer</zweiklick-embed></body></html>";
        for (Ways.Result result : List.of(ways.exact(Ways.page(page)), ways.usual(Ways.page(page)))) {
            assertThat(count(result.body(), "<z-p n")).isEqualTo(6);
            assertThat(count(result.body(), "</z-p>")).isEqualTo(6);
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

    @Test
    void nestingEndsWithTheElementsAround() {
        Nesting nesting = new Nesting(1);
        List<Boolean> entered = new ArrayList<>();
        int[][] elements = {{0, 90}, {10, 80}, {20, 30}, {85, 88}, {86, 87}, {100, 120}, {100, 120}, {105, 110}};
        for (int[] element : elements) {
            StartTag tag = TagScanner.startTag(" ".repeat(element[0]) + "<b>", element[0])
                    .orElseThrow();
            entered.add(nesting.enter(tag, () -> Optional.of(new Extent(element[1] - 1, element[1])))
                    .isPresent());
        }
        assertThat(entered).containsExactly(true, true, false, true, false, true, true, true);
        StartTag open = TagScanner.startTag(" ".repeat(130) + "<b>", 130).orElseThrow();
        assertThat(nesting.enter(open, Optional::empty)).isEmpty();
    }
}
