package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.share.CountSettings;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way says what the exact way says, and leaves to it what is read in more than one way. */
final class FastWayTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    /** As much is replaced as can be. */
    private static final ShareSettings SHARES = new ShareSettings(List.of(), true, CountSettings.none());

    private static final Recognition RECOGNITION = new Recognition(CATALOGUE, SHARES);
    private static final FastWay FAST = new FastWay(RECOGNITION, TreeMemory.OF_APPLICATION);
    private static final PageRewriter EXACT = PageRewriter.exact(CATALOGUE, SHARES, FindingSink.none());

    private static final String HEAD = "<!DOCTYPE html><html lang=de><head><title>x</title></head><body>";

    /** What stands around codes, each with its end. */
    private static final String[][] AROUND = {
        {"<div>", "</div>"},
        {"<p>", "</p>"},
        {"<p lang=en>", "</p>"},
        {"<section lang='tr'>", "</section>"},
        {"<ul><li>", "</li></ul>"},
        {"<ol><li>a<li>", "</ol>"},
        {"<table><tr><td>", "</td></tr></table>"},
        {"<article><h2>T</h2>", "</article>"},
        {"<h3>", "</h3>"},
        {"<b>", "</b>"},
        {"<span>", "</span>"},
        {"<figure class='wp-block-embed'>", "</figure>"},
        {"<dl><dt>a<dd>", "</dl>"},
        {"<form action='/suche'><input name=q>", "</form>"},
        {"<template>", "</template>"},
        {"<!-- c -->", "<br>"},
        {"<svg><title>Pfeil</title><path d='M0 0'/><g fill='url(#a)'></g></svg>", "<select><option>a<option>b</select>"
        },
        {"<svg><title/><path d='M0 0'/></svg>", "<svg><desc/><title>Pfeil</title></svg>"},
        {"<style>.a{background:url(/x.png);content:'\\f101'}</style>", "<script>var a = '</div>';</script>"},
        {"<textarea><img src=//f.example/></textarea>", " &lt; <hr>"}
    };

    private static final String[] MORE = {
        "<iframe src=//f.example/a></iframe>",
        "<img src='//f.example/x.png' class='a b'>",
        "<img src=/a.png srcset='/a.png 1x, //f.example/b.png 2x'>",
        "<img src='https://f.example/a.png' src='/b.png'>",
        "<img x:src='https://f.example/a.png' src='/b.png'>",
        "<link rel=preconnect href=https://f.example>",
        "<link rel=canonical href=https://f.example/>",
        "<link href='//f.example/a.css' rel='stylesheet' media=all>",
        "<p style='background:url(//f.example/a)'>",
        "<style>@import '//f.example/a.css';</style>",
        "<script async src='https://f.example/a.js'></script>",
        "<script type='application/ld+json' src='//f.example/a.js'>{}</script>",
        "<a class=zweiklick-embed href='https://www.youtube.com/watch?v=abcdefghijk'>Film</a>",
        "<zweiklick-embed href='https://www.youtube.com/watch?v=abcdefghijk'>Film</zweiklick-embed>",
        "<zweiklick-settings><p><a href='/zweiklick/settings'>Ihre Wahl</a></p></zweiklick-settings>",
        "<zweiklick-settings></zweiklick-settings>",
        "<div class='shariff' data-services='[&quot;mail&quot;,&quot;flattr&quot;]'><ul><li>x</li></ul></div>",
        "<zweiklick-embed href='https://youtu.be/abcdefghijk' poster='/a.jpg'><a href=/x>Film</a></zweiklick-embed>",
        "<zweiklick-embed href='https://youtu.be/abcdefghijk' poster=//f.example/a.jpg></zweiklick-embed>",
        "<svg><use href='//f.example/a.svg#b'/></svg>",
        "<svg><rect fill='url(//f.example/#a)'/></svg>",
        "<form action=/zweiklick/airlock></form>",
        "<iframe srcdoc='<img src=//f.example/>'></iframe>",
        "<object><param name=movie value='https://www.youtube.com/v/abcdefghijk'></object>",
        "<noscript><img src='//f.example/p.gif'></noscript>",
        "<noscript><svg><rect fill='url(//f.example/#a)'/></svg></noscript>",
        "<t data=//f.example/><t code=//f.example/>",
        "<video poster='//f.example/p.jpg' src='/a.mp4'></video>"
    };

    private static final List<String> CODES = codes();

    private static List<String> codes() {
        List<String> codes = new ArrayList<>(List.of(MORE));
        try (var in = FastWayTest.class.getResourceAsStream("/io/github/zweiklick/catalogue/pasted.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(" | <"))
                    .forEach(line -> codes.add(line.substring(line.indexOf(" | <") + 3)));
        } catch (IOException absent) {
            throw new AssertionError(absent);
        }
        return codes;
    }

    private static String nested(Random random, int depth) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (depth > 0 && random.nextInt(2) == 0) {
                String[] around = AROUND[random.nextInt(AROUND.length)];
                out.append(around[0]).append(nested(random, depth - 1)).append(around[1]);
            } else {
                out.append(CODES.get(random.nextInt(CODES.size())));
            }
        }
        return out.toString();
    }

    private static String torn(Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 3 + random.nextInt(12); i >= 0; i--) {
            String[] around = AROUND[random.nextInt(AROUND.length)];
            out.append(random.nextInt(3) == 0 ? CODES.get(random.nextInt(CODES.size())) : around[random.nextInt(2)]);
        }
        return out.toString();
    }

    @Test
    void nestedMarkupComesOutAlike() {
        int taken = 0;
        for (long seed = 0; seed < 2000; seed++) {
            String page = HEAD + nested(new Random(seed), 4) + "</body></html>";
            taken += compare(page, "seed " + seed, false) ? 1 : 0;
        }
        assertThat(taken).as("of 2000 pages").isGreaterThan(1200);
    }

    /** Place and language aside, which jsoup sees otherwise than HTML says where tags are torn: {@code </form>} ends more. */
    @Test
    void tornMarkupComesOutAlike() {
        int taken = 0;
        for (long seed = 0; seed < 2000; seed++) {
            String page = HEAD + torn(new Random(seed)) + "</body></html>";
            taken += compare(page, "seed " + seed, true) ? 1 : 0;
        }
        assertThat(taken).as("of 2000 pages").isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "embeds"})
    void realMarkupComesOutAlike(String folder) throws IOException {
        for (Path file : SharedMaterial.files(folder, "*.html")) {
            compare(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString(), false);
        }
    }

    /** Whether the fast way was taken. */
    private static boolean compare(String page, String name, boolean torn) {
        byte[] bytes = page.getBytes(StandardCharsets.ISO_8859_1);
        PageSource source = source(bytes, "https://stadt.example/a/b.html");
        Session session = new Session(RECOGNITION, source, new SmallMarkup());
        Optional<Rewrite> fast = fast(session, source);
        if (fast.isEmpty()) {
            return false;
        }
        List<Finding> found = new ArrayList<>();
        session.flush(found::add);
        List<Finding> expected = new ArrayList<>();
        Rewrite exact = PageRewriter.exact(CATALOGUE, SHARES, expected::add).rewrite(source, new SmallMarkup());
        assertThat(shown(fast.get(), bytes, torn)).as("%s: %s", name, page).isEqualTo(shown(exact, bytes, torn));
        assertThat(new HashSet<>(found)).as("%s: %s", name, page).isEqualTo(withoutGuess(expected));
        if (fast.get() instanceof Rewrite.Rewritten rewritten) {
            Rewrite again =
                    EXACT.rewrite(source(rewritten.body(), "https://stadt.example/a/b.html"), new SmallMarkup());
            assertThat(again).as("%s once more: %s", name, page).isInstanceOf(Rewrite.Unchanged.class);
        }
        return true;
    }

    private static Set<Finding> withoutGuess(List<Finding> findings) {
        Set<Finding> kept = new HashSet<>(findings);
        kept.removeIf(finding -> finding.kind() == Finding.Kind.CHARSET);
        return kept;
    }

    private static Optional<Rewrite> fast(Session session, PageSource source) {
        return FAST.rewrite(
                session, EncodingSniffer.sniff(source.body(), MediaType.of(source.contentType(), source.body())));
    }

    private static PageSource source(byte[] bytes, String address) {
        return new PageSource(
                bytes,
                Optional.of("text/html; charset=utf-8"),
                WebUrl.parse(address).orElseThrow(),
                Pages.OWN,
                "/zweiklick");
    }

    private static String shown(Rewrite rewrite, byte[] before, boolean torn) {
        byte[] after = rewrite instanceof Rewrite.Rewritten rewritten ? rewritten.body() : before;
        String text = new String(after, StandardCharsets.ISO_8859_1);
        return torn ? text.replaceAll(" (FLOW|PHRASING|NOSCRIPT|INERT)\"|</a>", "") : text;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<math><mi>x</mi></math>",
                "<frameset><frame src=/a></frameset>",
                "<plaintext>",
                "<select><style></select><img src=//f.example/></style>",
                "<select><title></select><img src=//f.example/></title>",
                "<noscript><!-- </noscript><img src=//f.example/> --></noscript>",
                "<noscript><p title='</noscript><img src=//f.example/>'></noscript>",
                "<noscript><style></noscript><img src=//f.example/></style></noscript>",
                "<svg><![CDATA[<img src=//f.example/>]]></svg>",
                "<svg><foreignObject><p></p></foreignObject></svg>",
                "<svg><style><img src=//f.example/></style></svg>",
                "<svg><title/><path/></svg><style>a{}</title><img src=//f.example/></style>",
                "<svg><p><img src=//f.example/></svg>",
                "<svg></p></svg>",
                "<svg><desc><img src=//f.example/></desc></svg>",
                "<svg><script>a<b</script></svg>",
                "<<script src=https://www.googletagmanager.com/gtm.js></script>img src=//f.example/>"
            })
    void whatIsReadInMoreThanOneWayIsLeftToTheExactWay(String markup) {
        PageSource source =
                source((HEAD + markup + "</body>").getBytes(StandardCharsets.UTF_8), "https://stadt.example/");
        assertThat(fast(new Session(RECOGNITION, source, new SmallMarkup()), source))
                .isEmpty();
    }

    @Test
    void aPageAtAHostThatIsNotOwnIsLeftToTheExactWay() {
        PageSource source = source("<img src=/a.png>".getBytes(StandardCharsets.UTF_8), "https://f.example/");
        assertThat(fast(new Session(RECOGNITION, source, new SmallMarkup()), source))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Text</p>",
                "<a href='https://f.example/'>x</a>",
                "<img src=/a.png srcset='/a.png 1x, b.png 2x' style='width:calc(1px + 2px)'>",
                "<img src='https://stadt.example/a.png'><script src=//www.stadt.example:8443/a.js></script>",
                "<style>a{background:url(data:image/png;base64,AAAA)}</style>",
                "<svg viewBox='0 0 1 1'><path d='M0 0h1v1z' fill='url(#a)'/><use xlink:href='#b'/></svg>",
                "<noscript><p>Bitte</p></noscript><script>start('https://f.example');</script>"
            })
    void aPageWithNothingForeignGoesTheFastWayAndStays(String markup) {
        byte[] bytes = (HEAD + markup + "</body></html>").getBytes(StandardCharsets.UTF_8);
        PageSource source = source(bytes, "https://stadt.example/");
        assertThat(fast(new Session(RECOGNITION, source, new SmallMarkup()), source))
                .hasValueSatisfying(rewrite -> assertThat(rewrite).isInstanceOf(Rewrite.Unchanged.class));
    }
}
