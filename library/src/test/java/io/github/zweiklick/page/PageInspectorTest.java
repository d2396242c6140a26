package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.ForeignPart.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each part of a page that is foreign is told with its kind, its hosts and its very place. */
final class PageInspectorTest {
    /** One of everything; what is not marked is not told. */
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang=de><head><title>Straße der Größe</title>
            ⟦BASE cdn.example⟧<base href="https://cdn.example/">
              <link rel=canonical href=https://foreign.example/>⟦HINT dns.example⟧<link rel="dns-prefetch" href="//dns.example">
            ⟦STYLE fonts.example⟧<link rel=stylesheet
                  href="https://fonts.example/a.css">
            <style>p { color: red }
              @import "⟦STYLE css.example⟧//css.example/größe.css"; q { background: url(⟦STYLE bild.example⟧//bild.example/ä.png) } </style>
            ⟦REFRESH weg.example⟧<meta http-equiv=refresh content="5; url=https://weg.example/">
            ⟦HINT⟧<meta http-equiv=x-dns-prefetch-control content=on>
            ⟦SCRIPT karte.example⟧<script src="https://karte.example/k.js"></script>
            ⟦HINT⟧<script type="speculationrules">{}</script>
            </head><body>
            <p>Grüße, 🎉 und so: ⟦RESOURCE bild.example klein.example⟧<img src=https://bild.example/a.png srcset="/b.png 2x, //klein.example/c.png 1x">
            <p style="color: red; background: url(⟦STYLE bild.example⟧//bild.example/ö.png)">x
            äöü🎉⟦EMBED www.film.example⟧<iframe title="Größe" src="https://www.film.example/embed/7"></iframe>⟦FRAME foreign.example⟧<iframe src=//foreign.example/x></iframe>
            ⟦EMBED⟧<blockquote class="netz-post"><p>Fest!</p><a href="https://netz.example/stadt/posts/5">5. Mai</a></blockquote>
            ⟦COMPANION connect.netz.example⟧<script async src="https://connect.netz.example/de/sdk.js"></script>
            ⟦WIDGET⟧<a class="netz-share" href="https://netz.example/share/9">Teilen</a>⟦WIDGET⟧<div class="werk-captcha"></div>
            ⟦DEAD_PLUGIN⟧<div class="netz-like"></div>⟦TRACKER zaehler.example⟧<script src="https://zaehler.example/z.js"></script>
            ⟦LOADER⟧<script>werkLaden({});</script>⟦UNREADABLE⟧<blockquote class="netz-post"></blockquote>
            ⟦RESOURCE innen.example⟧<iframe srcdoc="<p>ü<img src='//innen.example/'>"></iframe>
            <a class="zweiklick-embed" href="https://www.film.example/watch/7">Film</a><zweiklick-share></zweiklick-share>
            </body></html>
            """;

    @Test
    void everyKindIsToldAtItsPlace() {
        Marked page = Marked.of(PAGE);
        List<ForeignPart> parts = Inspected.SAMPLES.parts(Ways.page(page.text()));
        assertThat(Marked.told(parts)).isEqualTo(page.expected());
        assertThat(parts.stream().map(ForeignPart::kind)).contains(Kind.values());
        assertThat(Inspected.SAMPLES.exactly(Ways.page(page.text()))).isEqualTo(parts);
    }

    static Stream<String> lineEnds() {
        return Stream.of("\n", "\r\n", "\r");
    }

    @ParameterizedTest
    @MethodSource("lineEnds")
    void linesMayEndInEachWay(String end) {
        Marked page = Marked.of(PAGE.replace("\n", end));
        assertThat(Marked.told(Inspected.SAMPLES.parts(Ways.page(page.text())))).isEqualTo(page.expected());
        assertThat(Marked.told(Inspected.SAMPLES.exactly(Ways.page(page.text()))))
                .isEqualTo(page.expected());
    }

    /** Columns are characters in any encoding that browsers read, and the bytes are those of the part. */
    @ParameterizedTest
    @CsvSource({
        "UTF-8, text/html; charset=utf-8, false",
        "UTF-8, text/html, false",
        "UTF-8, text/html, true",
        "UTF-16LE, text/html, true",
        "UTF-16BE, text/html, true",
        "UTF-16LE, text/html; charset=utf-16le, false",
        "ISO-8859-1, text/html; charset=iso-8859-1, false",
        "windows-1252, text/html, false",
        "GB18030, text/html; charset=gb18030, false"
    })
    void columnsAreCharacters(String encoding, String type, boolean mark) {
        Charset charset = Charset.forName(encoding);
        String text =
                charset.newEncoder().canEncode('\ud83c') || encoding.startsWith("UTF") || encoding.startsWith("GB")
                        ? PAGE
                        : PAGE.replace("🎉", "§");
        Marked page = Marked.of(text);
        byte[] body = ((mark ? "\ufeff" : "") + page.text()).getBytes(charset);
        List<ForeignPart> parts = Inspected.SAMPLES.parts(Ways.page(body, type));
        assertThat(Marked.told(parts)).isEqualTo(page.expected());
        assertThat(parts).allSatisfy(part -> {
            String there = new String(
                    Arrays.copyOfRange(body, part.range().start(), part.range().end()), charset);
            String begin = there.replaceAll("\\s+", " ");
            assertThat(begin).startsWith(part.excerpt().replace("\u2026", ""));
            assertThat(page.text()).contains(there);
        });
    }

    @Test
    void endsAreToldAsWell() {
        SourceRange range =
                part("<p>\nä<iframe\nsrc=//foreign.example/>\r\n</iframe>x").range();
        assertThat(range).isEqualTo(new SourceRange(6, 48, 2, 2, 4, 10));
        assertThat(part("<p style='a:url(//foreign.example/)'>").range())
                .isEqualTo(new SourceRange(16, 34, 1, 17, 1, 35));
    }

    /** A page without line breaks, as build tools write it, is read once, not once a part. */
    @Test
    void aLongLineIsNoBurden() {
        int parts = 20_000;
        StringBuilder page = new StringBuilder("<body>");
        IntStream.range(0, parts).forEach(i -> page.append("ä<img src=//foreign.example/>"));
        List<ForeignPart> told = Inspected.SAMPLES.parts(Ways.page(page.toString()));
        assertThat(told).hasSize(parts);
        assertThat(told.get(parts - 1).range().column()).isEqualTo(page.length() - 27);
    }

    @Test
    void theServiceIsTold() {
        ForeignPart video = part("<iframe src=https://www.film.example/embed/7></iframe>");
        assertThat(video.service())
                .hasValueSatisfying(service -> assertThat(service.id()).isEqualTo("film"));
        assertThat(video.content())
                .hasValueSatisfying(kind -> assertThat(kind.id()).isEqualTo("video"));
        assertThat(video.element()).isEqualTo("iframe");
        assertThat(video.attributes()).containsExactly("src");
        assertThat(video.loadable()).as("nothing is known of the network").isFalse();
        assertThat(part("<img src=https://werk.example/x.png>").service())
                .hasValueSatisfying(service -> assertThat(service.id()).isEqualTo("werk"));
        assertThat(part("<object><param name=movie value=https://foreign.example/x></object>")
                        .hosts())
                .containsExactly("foreign.example");
    }

    @Test
    void whatLoadsWhenItIsSeenIsToldByItsAttribute() {
        ForeignPart lazy = part("<iframe data-src=https://www.film.example/embed/7></iframe>");
        assertThat(lazy.attributes()).containsExactly("data-src");
        assertThat(lazy.hosts()).containsExactly("www.film.example");
    }

    @Test
    void anExcerptIsShortAndOneLine() {
        ForeignPart part = part("<img alt='" + "ä🎉\n".repeat(200) + "' src=//foreign.example/>");
        assertThat(part.excerpt())
                .startsWith("<img alt='ä🎉 ä🎉")
                .endsWith("\u2026")
                .hasSizeLessThanOrEqualTo(ForeignPart.LONGEST_EXCERPT);
        assertThat(part.excerpt().codePoints().filter(point -> point >= 0xd800 && point < 0xe000))
                .isEmpty();
    }

    @Test
    void documentsInAttributesAreToldAtTheTagThatHoldsThem() {
        List<ForeignPart> parts = Inspected.SAMPLES.parts(
                Ways.page("<p>\n<iframe srcdoc=\"<img src=//a.example/>&lt;iframe srcdoc='&amp;lt;link rel=preconnect"
                        + " href=//b.example/>'>\"></iframe>"));
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.nested()).isTrue();
            assertThat(part.range().line()).isEqualTo(2);
            assertThat(part.range().column()).isEqualTo(1);
            assertThat(part.excerpt()).startsWith("<iframe srcdoc=");
        });
        assertThat(parts.stream().flatMap(part -> part.hosts().stream())).containsExactly("a.example", "b.example");
    }

    /** Names may be in any script; the fast way and the exact way read them from bytes. */
    @Test
    void namesAreRead() {
        assertThat(part("<größe src=//foreign.example/>").element()).isEqualTo("größe");
        assertThat(part("<select><größe src=//foreign.example/></select>").element())
                .isEqualTo("größe");
        assertThat(part("<iframe srcdoc='<größe src=//foreign.example/>'></iframe>")
                        .element())
                .isEqualTo("größe");
    }

    @Test
    void xmlIsReadAsXml() {
        Marked svg = Marked.of(
                "<?xml version='1.0'?>\n⟦STYLE foreign.example⟧<?xml-stylesheet type='text/css' href='//foreign.example/a.css'?>\n"
                        + "<svg xmlns='http://www.w3.org/2000/svg'>ä<style>/* ä */ a { b: url(⟦STYLE foreign.example⟧//foreign.example/) }</style>"
                        + "ä⟦RESOURCE foreign.example⟧<image href='//foreign.example/a.png'/>⟦STYLE foreign.example⟧<a style='fill:url(&#47;/foreign.example/)'/></svg>");
        assertThat(Marked.told(Inspected.SAMPLES.parts(
                        Ways.page(svg.text().getBytes(StandardCharsets.UTF_8), "image/svg+xml"))))
                .isEqualTo(svg.expected());
    }

    @Test
    void styleSheetsAreReadToo() {
        Marked css = Marked.of(
                "@charset 'utf-8';\r\n/* ä url(//a.example/) */ @import url( '⟦STYLE b.example⟧//b.example/x.css' );\n"
                        + "@font-face { font-family: Größe; src: url(/own.woff2), url(⟦STYLE c.example⟧https://c.example/x.woff2) }");
        List<ForeignPart> parts =
                Inspected.SAMPLES.parts(Ways.page(css.text().getBytes(StandardCharsets.UTF_8), "text/css"));
        assertThat(Marked.told(parts)).isEqualTo(css.expected());
        assertThat(parts.get(0).excerpt()).isEqualTo("//b.example/x.css");
    }

    @Test
    void whatIsNoPageOrCannotBeReadIsSaidToBeSo() {
        PageInspector inspector = new PageInspector(Pages.CATALOGUE);
        assertThat(inspector.inspect(Ways.page(new byte[] {1, 2}, "image/png"))).isInstanceOf(Inspection.NoPage.class);
        assertThat(inspector.inspect(Ways.page("x".getBytes(StandardCharsets.UTF_8), "text/html; charset=hz-gb-2312")))
                .isInstanceOfSatisfying(
                        Inspection.Unexamined.class,
                        why -> assertThat(why.reason()).contains("refuse to read"));
        assertThat(inspector.inspect(Ways.page("x".getBytes(StandardCharsets.UTF_8), "text/css; charset=hz-gb-2312")))
                .isInstanceOf(Inspection.Unexamined.class);
    }

    private static ForeignPart part(String html) {
        List<ForeignPart> parts = Inspected.SAMPLES.parts(Ways.page(html));
        assertThat(parts).hasSize(1);
        return parts.get(0);
    }
}
