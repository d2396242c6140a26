package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fast way leaves alone, and what holds for what it gives. */
final class FastWayLimitsTest {
    private static final Ways WAYS = new Ways(SampleServices.catalogue(), true);
    private static final String START = "<!doctype html><html><head><title>x</title></head><body>";

    /** What is a tag in them depends on the tree, on scripting or on the reader. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<math><mtext></mtext></math>",
                "<frameset><frame src=/a></frameset>",
                "<plaintext>x",
                "<select><style><img src=//f.example/></style></select>",
                "<select><p></select>",
                "<noscript><!-- </noscript> --></noscript>",
                "<noscript><style></noscript></style></noscript>",
                "<noscript><p title='</noscript>'></noscript>",
                "<noscript><noscript></noscript></noscript>",
                "<noscript><html lang=tr></noscript>",
                "<svg><![CDATA[<p>]]></svg>",
                "<svg><foreignObject><p>x</p></foreignObject></svg>",
                "<svg><style><img src=//f.example/></style></svg>",
                "<svg><style>a{b:c}&lt;</style></svg>",
                "<svg><title/></svg><p title='</title>'>",
                "<svg><title/></svg><!-- </title> -->",
                "<svg><style/></svg>",
                "<svg><title><p></title></svg>",
                "<svg><p></svg>",
                "<svg></g></svg>",
                "<svg><script>a<b</script></svg>"
            })
    void theAmbiguousIsLeftToTheExactWay(String ambiguous) {
        assertThat(WAYS.fast(Ways.page(START + ambiguous + "</body></html>"))).isEmpty();
    }

    /** Its end tag is ignored, so that browsers see it go on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<zweiklick-embed href=https://www.film.example/watch/3><p>Film</zweiklick-embed>",
                "<zweiklick-embed href=https://www.film.example/watch/3><b><p>Film</b></zweiklick-embed>",
                "<zweiklick-settings><p>Wahl</zweiklick-settings>"
            })
    void anEndTagThatAParagraphHoldsOffIsLeftToTheExactWay(String markup) {
        String page = START + markup + "</body></html>";
        assertThat(WAYS.fast(Ways.page(page))).isEmpty();
        assertThat(WAYS.exact(Ways.page(page)).outcome()).isEqualTo(Rewrite.Unchanged.class);
    }

    @Test
    void anEncodingInWhichBytesAreNotCharactersIsReadByItsCharacters() {
        byte[] body = (START + "</body></html>").getBytes(StandardCharsets.UTF_16LE);
        assertThat(WAYS.fast(Ways.page(body, "text/html; charset=utf-16le"))
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Rewrite.Unchanged.class);
    }

    @Test
    void aPageAtAForeignHostIsLeftToTheExactWay() {
        PageSource own = Ways.page(START + "<img src=/a.png></body></html>");
        WebUrl elsewhere = WebUrl.parse("https://andere.example/").orElseThrow();
        assertThat(WAYS.fast(own)).isPresent();
        assertThat(WAYS.fast(new PageSource(own.body(), own.contentType(), elsewhere, own.own(), own.base())))
                .isEmpty();
    }

    @Test
    void nothingForeignMeansUnchanged() {
        String html =
                START + "<p class=a id=b style='color:red'><a href='//f.example/'>x</a><img src=/a.png></body></html>";
        assertThat(WAYS.fast(Ways.page(html)).orElseThrow().outcome()).isEqualTo(Rewrite.Unchanged.class);
    }

    /** The exact way finds nothing more in what the fast way gives. */
    @Test
    void onceIsEnough() {
        Ways ways = new Ways(Catalogue.bundled(), true);
        int changed = 0;
        for (long seed = 5000; seed < 5600; seed++) {
            Optional<Ways.Result> fast = ways.fast(Ways.page(GeneratedPages.nested(seed)));
            if (fast.isPresent() && fast.get().outcome() == Rewrite.Rewritten.class) {
                changed++;
                byte[] after = fast.get().body().getBytes(StandardCharsets.ISO_8859_1);
                String again =
                        ways.exact(Ways.page(after, "text/html; charset=utf-8")).body();
                // A page knows no guard of ours from a script of its own.
                assertThat(again.replace(Ways.GUARD, ""))
                        .as("seed %d", seed)
                        .isEqualTo(fast.get().body().replace(Ways.GUARD, ""));
            }
        }
        assertThat(changed).isGreaterThan(200);
    }

    /** Without our own markup, what is left is the author's text with pieces missing. */
    @Test
    void whatIsKeptIsTheAuthors() {
        for (long seed = 7000; seed < 7600; seed++) {
            String page = GeneratedPages.nested(seed);
            Optional<Ways.Result> fast = WAYS.fast(Ways.page(page));
            // In a srcdoc our own marks are escaped.
            if (fast.isPresent() && !page.contains("srcdoc")) {
                String before = new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                String kept = fast.get()
                        .body()
                        .replaceAll("(?s)<z-(.)[ >].*?</z-\\1>", "")
                        .replaceAll(" type=\"text/plain\"| data-zweiklick-blocked=\"[^\"]*\"|data-zweiklick-", "");
                assertThat(isWithin(kept.replace("data:,", ""), before))
                        .as("seed %d: %s", seed, kept)
                        .isTrue();
            }
        }
    }

    /** Whether all characters of a text stand in another in their order. */
    private static boolean isWithin(String part, String whole) {
        int at = 0;
        for (int i = 0; i < part.length(); i++) {
            at = whole.indexOf(part.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
