package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the way to the settings goes; {@code @} marks the place in each page, {@code ^} is an embed. */
final class EntryTest {
    private static final Ways WAYS = new Ways(Catalogue.bundled(), true);

    private static final String EMBED = "<iframe src='https://www.youtube.com/embed/abcdefghijk'></iframe>";
    /** Known, but nobody knows the facts. */
    private static final String UNLOADABLE = "<iframe src='https://player.twitch.tv/?video=v1000000001'></iframe>";

    private static final String ENTRY = "<z-e l=\"de\"><a href=\"/zweiklick/settings?lang=de\"></a></z-e>";

    private static String page(String marked) {
        return marked.replace("@", "").replace("^", EMBED);
    }

    private static void standsAsMarked(String marked, String body) {
        String text = body.replace("<z-h></z-h>", "")
                .replace("<z-f></z-f>", "")
                .replace(Ways.GUARD, "")
                .replaceAll("<z-p .*?</z-p>", "^");
        assertThat(text).isEqualTo(marked.replace("@", ENTRY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><html lang=de><head></head><body><p>^</p>@</body></html>",
                "<!doctype html><html lang=de><head></head><body>^^<footer>x</footer>\n@</BODY >\n</html>\n",
                "<!doctype html><html lang=' de '><head></head><body lang=en>^@</body></html>",
                "<!doctype html><html xml:lang=de><head></head><body>^@</body>",
                "<html><head></head><body><div lang=de>^</div><p lang=tr>^</p>@</body>",
                "<html lang=de><head></head><body>^</body><p>x</p>@</body></html>",
                "<html lang=de><head></head><body><!-- </body> -->^@</body><!-- </body> -->",
                "<html lang=de><head></head><body>^@</body><script>var a = '</body>';</script>",
                "<html lang=de><head></head><body>^<textarea></body></textarea>@</body>",
                "<html lang=de><head></head><body>^<p title='</body>'>x@</body>",
                "<html lang=de><head></head><body>^<noscript></body></noscript>@</body>",
                "<html lang=de><head></head><body>^<template></body></template>@</body>",
                "<html lang=de><head></head><body>^<svg><title>x</title></svg><select></select>@</body>",
                "<html lang=de><head></head><body><table><tr><td>^@</body>",
                // The author's own ways that are none.
                "<html lang=de><head></head><body>^<a href='/zweiklick/settings/x'>x</a>@</body>",
                "<html lang=de><head></head><body>^<a href='//f.example/zweiklick/settings'>x</a>@</body>",
                "<html lang=de><head></head><body>^<p>/zweiklick/settings</p>@</body>",
                "<html lang=de><head></head><body>^<!-- <a href=/zweiklick/settings>x</a> -->@</body>",
                "<html lang=de><head></head><body>^<noscript><a href='/zweiklick/settings'>x</a></noscript>@</body>",
                "<html lang=de><head></head><body>^<script>go('/zweiklick/settings')</script>@</body>",
                // None where the page does not end its body, or not for every reader.
                "<html lang=de><head></head><body><p>^</p>",
                "<p>^</p>",
                "<html lang=de><head></head><body>^<select></body>",
                "<html lang=de><head></head><body>^<template></body>",
                "<html lang=de><head></head><body>^<noscript></body></noscript>",
                "<html lang=de><head></head><body>^<svg><g></body>",
                "<html lang=de><head></head><body>^<!-- </body>",
                // None where the page has its own.
                "<html lang=de><head></head><body>^<a href=/zweiklick/settings>x</a></body>",
                "<html lang=de><head></head><body>^<a href='../zweiklick/settings?lang=de#x'>x</a></body>",
                "<html lang=de><head></head><body>^<A HREF='https://www.stadt.example/zweiklick/settings'>x</a></body>",
                "<html lang=de><head></head><body><a href=' /zweiklick/settings&#63;a'>x</a>^</body>",
                "<html lang=de><head><base href='/zweiklick/x/'></head><body>^<a href='../../zweiklick/settings'>x</a></body>",
            })
    void standsAtTheEndOfTheBody(String marked) {
        standsAsMarked(marked, WAYS.exact(Ways.page(page(marked))).body());
        standsAsMarked(marked, WAYS.usual(Ways.page(page(marked))).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html lang=de><head></head><body><p>Text</p></body></html>",
                "<html lang=de><head></head><body><iframe src=//wetter.example/></iframe></body></html>",
                "<html lang=de><head></head><body>" + UNLOADABLE + "</body></html>",
                "<html lang=de><head></head><body><iframe srcdoc=\"<body>" + EMBED + "</body>\"></iframe></body></html>"
            })
    void doesNotStandWhereNothingMayBeLoaded(String page) {
        assertThat(WAYS.exact(Ways.page(page)).body()).doesNotContain("z-e");
        assertThat(WAYS.usual(Ways.page(page)).body()).doesNotContain("z-e");
    }

    /** What stood in a pasted code is gone with it. */
    @Test
    void aLinkInsideAPastedCodeIsNoWay() {
        String page =
                "<html lang=de><head></head><body><blockquote class='twitter-tweet'><a href='/zweiklick/settings'>x</a>"
                        + "<a href='https://twitter.com/stadt/status/1234567890123456789'>1. Mai</a></blockquote></body></html>";
        assertThat(WAYS.exact(Ways.page(page)).body()).contains(ENTRY + "</body>");
        assertThat(WAYS.usual(Ways.page(page)).body()).contains(ENTRY + "</body>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html xmlns='http://www.w3.org/1999/xhtml' lang='de'><head></head><body><p>^</p>@</body></html>",
                "<html xmlns='http://www.w3.org/1999/xhtml' xml:lang='de'><head></head><body>^<![CDATA[</body>]]>@</body></html>",
                "<html xmlns='http://www.w3.org/1999/xhtml' xml:lang='de'><head></head><body>^<x><body></body></x>@</body></html>",
                "<x xmlns='http://www.w3.org/1999/xhtml'><body lang='de'>^</body></x>"
            })
    void standsInXhtmlWhereTheBodyEnds(String marked) {
        byte[] before = page(marked).getBytes(StandardCharsets.UTF_8);
        standsAsMarked(
                marked,
                WAYS.usual(Ways.page(before, "application/xhtml+xml; charset=utf-8"))
                        .body());
    }

    /** An embed that is pasted into what was rewritten already: the entry is a way. */
    @Test
    void standsOnce() {
        String once = WAYS.usual(Ways.page(page("<html lang=de><head></head><body>^</body></html>")))
                .body();
        String again =
                WAYS.usual(Ways.page(once.replace("</z-p>", "</z-p>" + EMBED))).body();
        assertThat(again.split("<z-e ", -1)).hasSize(2);
    }

    private static final String[] PARTS = """
            ^~^~^~<p>~</p>~<div lang=fr>~</div>~</body>~</body>~</body >~</html>~<!-- </body> -->~<script>'</body>'</script>~
            <noscript>~</noscript>~<template>~</template>~<select>~</select>~<svg>~</svg>~<g>~<table><tr><td>~</table>~
            <a href=/zweiklick/settings>x</a>~<a href='/zweiklick/settings?lang=de'>~</a>~<textarea>~</textarea>~<object>~
            </object>~<body class=x>~<html lang=tr>~<title></body></title>~<math>~</math>~<style></body></style>~<button>~
            <base href=/rathaus/>~<a href=../zweiklick/settings>x</a>~<zweiklick-settings>~</zweiklick-settings>~
            <a class=zweiklick-embed href='https://www.youtube.com/watch?v=abcdefghijk'>Film</a>~<b>~</b>~ ~text~<?~<
            """.replace("~\n", "~").strip().split("~");

    /** What is open where tags are torn is not always told alike. */
    private static String torn(Ways.Result result) {
        return result.outcome() + result.body().replace("</a>", "");
    }

    @Test
    void bothWaysComeToTheSame() {
        int taken = 0;
        int entries = 0;
        Ways ways = new Ways(Catalogue.bundled(), false);
        for (long seed = 0; seed < 6000; seed++) {
            Random random = new Random(seed);
            StringBuilder page =
                    new StringBuilder(random.nextInt(4) == 0 ? "" : "<!doctype html><html lang=de><head></head><body>");
            for (int i = 1 + random.nextInt(10); i > 0; i--) {
                page.append(PARTS[random.nextInt(PARTS.length)]);
            }
            PageSource source = Ways.page(page(page + (random.nextBoolean() ? "^</body></html>" : "")));
            Optional<Ways.Result> fast = ways.fast(source);
            if (fast.isPresent()) {
                taken++;
                entries += fast.get().body().contains("<z-e ") ? 1 : 0;
                assertThat(torn(fast.get())).as("seed %d: %s", seed, page).isEqualTo(torn(ways.exact(source)));
            }
        }
        assertThat(taken).isGreaterThan(1000);
        assertThat(entries).isGreaterThan(300);
    }
}
