package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every input, tried on generated nasty markup. */
final class RewritePropertiesTest {
    private static final String[] PARTS = """
            <p>~</p>~<a href=x>~</a>~<b>~</b>~<i>~</i>~<div>~</div>~<table>~<tr>~<td>~</table>~<form>~</form>~<select>~
            <option>~</select>~<button>~</button>~<svg>~</svg>~<math>~</math>~<foreignObject>~</foreignObject>~<title>~
            </title>~<style>~</style>~<script>~</script>~<textarea>~</textarea>~<noscript>~</noscript>~<template>~
            </template>~<iframe>~</iframe>~<head>~</head>~<body>~</body>~<html>~<frameset>~<frame>~<!--~-->~--!>~<!-->~
            <![CDATA[~]]>~<!doctype html>~<plaintext>~<xmp>~</xmp>~<noframes>~</noframes>~<noembed>~</noembed>~<?~>~<~"~
            '~=~/~&~&amp;~ ~text~ü中~<a title="~<p title='~<object>~</object>~<img src=//f.example/>~
            <img src='http://f.example/a.png'>~<iframe src="https://www.film.example/embed/7">~<desc>~</desc>~
            <iframe src=//wetter.example/></iframe>~<script src=//f.example/a.js>~<style>a{b:url(//f.example/)}~
            <p style="b:url('//f.example/')">~<svg><image xlink:href=//f.example/>~<link rel=preconnect href=//f.example>~
            <blockquote class=netz-post><a href=https://netz.example/a/posts/1>x</a></blockquote>~<netz:like>~
            <object data=//f.example/>~<embed src=//f.example/>~<iframe srcdoc="<img src=//f.example/>"></iframe>~
            <meta http-equiv=refresh content='0;url=//f.example/'>~<base href=//f.example/>~<form action=/zweiklick/x>~
            <zweiklick-embed href=https://www.film.example/watch/3>~</zweiklick-embed>~\0~
            """.replace("~\n", "~").split("~");

    private static String generate(long seed) {
        Random random = new Random(seed);
        StringBuilder html = new StringBuilder();
        int parts = 1 + random.nextInt(40);
        for (int i = 0; i < parts; i++) {
            html.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return html.toString();
    }

    @Test
    void nothingForeignIsLeftAndWhatIsLeftIsTheAuthors() {
        for (long seed = 0; seed < 4000; seed++) {
            String before = generate(seed);
            byte[] bytes = before.getBytes(StandardCharsets.UTF_8);
            Rewrite rewrite = new Pages().rewrite(bytes, "text/html; charset=utf-8");
            if (rewrite instanceof Rewrite.Rewritten rewritten) {
                String after = new String(rewritten.body(), StandardCharsets.UTF_8);
                assertThat(Contacts.of(after))
                        .as("seed %d: %s%n%s", seed, before, after)
                        .isEmpty();
            } else if (rewrite instanceof Rewrite.Unchanged) {
                assertThat(Contacts.of(before)).as("seed %d: %s", seed, before).isEmpty();
            } else {
                assertThat(rewrite).as("seed %d: %s", seed, before).isInstanceOf(Rewrite.Unchanged.class);
            }
        }
    }

    /** What the rewriter keeps are pieces of the original in their order; everything else is its own markup. */
    @Test
    void outsideReplacedRangesEveryByteIsTheAuthors() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Patchwork patchwork = Patchwork.of(generate(seed));
            for (int round = 0; round < 3; round++) {
                List<Splice> splices = new ArrayList<>();
                int length = patchwork.text().length();
                for (int i = 0; i < 4; i++) {
                    int start = random.nextInt(length + 1);
                    splices.add(new Splice(start, start + random.nextInt(Math.min(5, length - start) + 1), "\u0001"));
                }
                patchwork = patchwork.apply(splices);
            }
            int last = 0;
            StringBuilder joined = new StringBuilder();
            for (Patchwork.Piece piece : patchwork.pieces()) {
                if (piece instanceof Patchwork.Piece.Original range) {
                    assertThat(range.start()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
                    last = range.end();
                    joined.append(generate(seed), range.start(), range.end());
                } else {
                    joined.append(((Patchwork.Piece.Ours) piece).text());
                }
            }
            assertThat(patchwork.text()).as("seed %d", seed).isEqualTo(joined.toString());
            for (int i = 0; i < patchwork.text().length(); i++) {
                assertThat(patchwork.isOurs(i)).isEqualTo(patchwork.text().charAt(i) == '\u0001');
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<a ",
                "<!--",
                "<div>",
                "<a href='",
                "<svg>",
                "<b><p>",
                "<table>",
                "</p>",
                "<iframe src=//f.example/>",
                "<object data=//f.example/>",
                "<img src=//f.example/>",
                "<![CDATA[",
                "<a b=c ",
                "&",
                "<script>",
                "<style>a{b:url(",
                "<p style='((((",
                "<template>",
                "<noscript>",
                "<select><option>"
            })
    void hostileInputComesToAnEnd(String part) {
        String html = part.repeat(100_000 / Math.max(1, part.length()));
        assertThat(new Pages().rewrite(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8"))
                .isNotNull();
    }

    @Test
    void aMillionOpeningBracketsComeToAnEnd() {
        String html = "<".repeat(1 << 20);
        assertThat(new Pages().rewrite(html.getBytes(StandardCharsets.UTF_8), ""))
                .isInstanceOf(Rewrite.Unchanged.class);
    }

    @Test
    void randomBytesNeverThrow() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            for (String type : new String[] {
                "",
                "text/html",
                "text/html; charset=shift_jis",
                "image/svg+xml",
                "text/html; charset=gb18030",
                "text/html; charset=iso-2022-jp",
                "text/html; charset=utf-16"
            }) {
                Rewrite rewrite = new Pages().rewrite(bytes, type);
                if (rewrite instanceof Rewrite.Withheld withheld) {
                    assertThat(withheld.reason())
                            .as("seed %d %s", seed, type)
                            .startsWith("The page switches character sets");
                }
            }
        }
    }
}
