package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML that is neither XHTML nor SVG: data, but for what browsers know of it. */
final class OtherXmlTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- <img xmlns="http://www.w3.org/1999/xhtml" src="//f.example/"/> -->
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>Stadt</title><link>https://f.example/</link><atom:link rel="preconnect" href="https://f.example/"/>
            <image><url>https://f.example/a.png</url></image><script src="//f.example/"/><iframe src="//f.example/"/>
            <item><description>&lt;img src="https://f.example/a.png"&gt; &lt;iframe src="//f.example/"&gt;</description>
            <enclosure url="https://f.example/a.mp3" type="audio/mpeg"/><media:content url="https://f.example/a.png" src="//f.example/"/>
            <content><![CDATA[<img src="//f.example/"><!DOCTYPE x [<!ENTITY e "<b/>">]><svg xmlns="http://www.w3.org/2000/svg">]]></content>
            <style>a{b:url(//f.example/)}</style></item></channel></rss>
            """;

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><link rel="stylesheet" href="https://f.example/"/>
            <entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Fest</p>%s</div></content>
            <content src="https://f.example/"/></entry></feed>
            """;

    private static final String SITE_MAP = """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            <url><loc>https://f.example/</loc><xhtml:link rel="alternate" hreflang="en" href="https://f.example/en"/></url></urlset>
            """;

    private static final String[] TYPES = {
        "text/xml", "application/xml;charset=utf-8", "application/rss+xml", "application/atom+xml", "text/xsl"
    };

    private static Rewrite rewrite(String type, String xml) {
        return new Pages().rewrite(xml.getBytes(StandardCharsets.UTF_8), type);
    }

    @Test
    void feedsStayAsTheyAre() {
        for (String type : TYPES) {
            for (String feed : new String[] {RSS, ATOM.formatted(""), SITE_MAP}) {
                assertThat(new Pages().as(type, feed)).isEqualTo(feed);
            }
        }
    }

    @Test
    void whatAFeedHoldsOfAPageIsDisarmed() {
        for (String type : TYPES) {
            assertThat(new Pages().as(type, ATOM.formatted("<img src=\"https://f.example/a.png\"/>")))
                    .isEqualTo(ATOM.formatted("<img data-zweiklick-blocked=\"f.example\""
                            + " data-zweiklick-src=\"https://f.example/a.png\"/>"));
        }
    }

    @Test
    void nothingIsInserted() {
        String frames = "<iframe src=\"https://www.film.example/embed/7\"/><iframe src=\"//f.example/\"></iframe>"
                + "<meta http-equiv=\"refresh\" content=\"0;url=//f.example/\"/>";
        assertThat(new Pages().as("application/atom+xml", ATOM.formatted(frames)))
                .isEqualTo(ATOM.formatted("<iframe data-zweiklick-blocked=\"www.film.example\""
                        + " data-zweiklick-src=\"https://www.film.example/embed/7\"/>"
                        + "<iframe data-zweiklick-blocked=\"f.example\" data-zweiklick-src=\"//f.example/\"></iframe>"
                        + "<meta data-zweiklick-blocked=\"f.example\" data-zweiklick-http-equiv=\"refresh\""
                        + " content=\"0;url=//f.example/\"/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<d xmlns:h='http://www.w3.org/1999/xhtml'><h:img src='//f.example/'/></d>",
                "<d xmlns:_='http://www.w3.org/1999/xhtml'><_:img src='//f.example/'/></d>",
                "<d xmlns:\u00fc='http://www.w3.org/1999/xhtml'><\u00fc:img src='//f.example/'/></d>",
                "<d><img xmlns='http://www.w3.org/1999/xhtml' src='//f.example/'/></d>",
                "<d xmlns='http://www.w3.org/1999/xhtml'><img src='//f.example/'/></d>",
                "<d xmlns='http://www.w3.org/1999&#47;xhtml'><img src='//f.example/'/></d>",
                "<d xmlns:H='urn:x' xmlns:h='http://www.w3.org/1999/xhtml'><h:img src='//f.example/'/></d>",
                "<d xmlns:h='urn:x' xmlns:H='http://www.w3.org/1999/xhtml'><H:img src='//f.example/'/></d>",
                "<d xmlns='http://www.w3.org/1999/xhtml'><x xmlns=''><y/></x><img src='//f.example/'/></d>",
                "<d xmlns='http://www.w3.org/1999/xhtml'><x xmlns=''/><img src='//f.example/'/></d>",
                "<d xmlns='http://www.w3.org/1999/xhtml'><?x </d> ?><!-- </d> --><![CDATA[</d>]]><img src='//f.example/'/></d>",
                "<d><image xmlns='http://www.w3.org/2000/svg' href='//f.example/'/></d>",
                "<d xmlns:s='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><s:use x:href='//f.example/#a'/></d>",
                "<d><math xmlns='http://www.w3.org/1998/Math/MathML'><mglyph src='//f.example/'/></math></d>",
                "<d xmlns:h='http://www.w3.org/1999/xhtml'><h:style>a{b:url(//f.example/)}</h:style></d>",
                "<d xmlns:h='http://www.w3.org/1999/xhtml'><h:script src='//f.example/'/></d>",
                "<d xmlns:h='http://www.w3.org/1999/xhtml'><h:link rel='preconnect' href='//f.example/'/></d>",
                "<d xmlns:h='http://www.w3.org/1999/xhtml'><h:p style='b:url(//f.example/)'/></d>",
                "<?xml-stylesheet type='text/css' href='//f.example/'?><d/>",
                "<?xml-stylesheet type='text/xsl' href='/own.xsl'?><d/>",
                "<!DOCTYPE d [<!ENTITY n 'http://www.w3.org/1999'>]><d xmlns='&n;/xhtml'><img src='//f.example/'/></d>",
                "<!DOCTYPE d [<!ATTLIST d xmlns CDATA #FIXED 'http://www.w3.org/1999/xhtml'>]><d><img src='//f.example/'/></d>",
            })
    void elementsOfPagesAreFoundWhateverTheirPrefix(String xml) {
        assertThat(rewrite("text/xml", xml)).isInstanceOf(Rewrite.Rewritten.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<d xmlns:h='http://www.w3.org/1999/xhtml'><img src='//f.example/'/></d>",
                "<d xmlns='http://www.w3.org/1999/xhtml'><x xmlns=''><img src='//f.example/'/></x></d>",
                "<d xmlns:h='http://www.w3.org/1999/xhtml'><x xmlns:h='urn:x'><h:img src='//f.example/'/></x></d>",
                "<d xmlns:h='http://www.w3.org/1999/xhtml'><H:img src='//f.example/'/></d>",
                "<d xmlns='http://www.w3.org/1999/XHTML'><img src='//f.example/'/></d>",
                "<?xml-stylesheet type='text/css' href='/own.css'?><d/>",
                "<!DOCTYPE d [<!ENTITY nbsp '&#160;'><!ENTITY stadt \"M&#xfc;nster\">]><d>&nbsp;&stadt;</d>",
                "<!DOCTYPE d PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'><d/>",
                "<d><![CDATA[<!ENTITY e '<img/>'>]]></d>",
                "<d>&lt;!ENTITY e</d>",
                "<d>",
                "",
                "no XML",
            })
    void whatIsDataStays(String xml) {
        assertThat(rewrite("text/xml", xml)).isInstanceOf(Rewrite.Unchanged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY e '<h:img xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"//f.example/\"/>'>]><d>&e;</d>",
                "<!DOCTYPE d [<!ENTITY a '&#38;#60;'><!ENTITY b 'img/>'>]><d>&a;&b;</d>",
                "<!DOCTYPE d [<!ENTITY a '&#0060;img/>'>]><d>&a;</d>",
                "<!DOCTYPE d [<!ENTITY % p '&#x25;q;'>]><d/>",
                "<!DOCTYPE d [<!ENTITY e SYSTEM '//f.example/'>]><d>&e;</d>",
                "<?x <d> ?><!-- <d> --><!DOCTYPE d [<!-- ]><d> ' --><!ENTITY e '<b/>'>]><d>&e;</d>",
                "<!DOCTYPE d [<!ATTLIST img src CDATA '//f.example/'>]><d/>",
            })
    void entitiesThatMayHoldMarkupAreNotTrusted(String xml) {
        assertThat(rewrite("text/xml", xml)).isInstanceOf(Rewrite.Withheld.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<_:html xmlns:_='http://www.w3.org/1999/xhtml'><_:img src='//f.example/'/></_:html>",
                "<html xmlns='http://www.w3.org/1999/xhtml'><iframe srcdoc='&lt;![CDATA[>&lt;img src=//f.example/>]]>'/></html>",
            })
    void inPagesOfXmlToo(String xml) {
        assertThat(rewrite("application/xhtml+xml", xml))
                .isInstanceOfSatisfying(
                        Rewrite.Rewritten.class,
                        page -> assertThat(new String(page.body(), StandardCharsets.UTF_8))
                                .contains("data-zweiklick-blocked="));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
                    -                                     | text/html
                    ``                                    | text/html
                    html                                  | text/html
                    unknown/unknown                       | text/html
                    application/unknown                   | text/html
                    */*                                   | text/html
                    */*;charset=koi8-r                    | text/html
                    , text/html                           | -
                    text/html                             | -
                    """)
    void anUnknownTypeIsToldByTheBody(String type, String sniffed) {
        String xml = sniffed == null ? null : "text/xml";
        Optional<String> header = Optional.ofNullable(type);
        assertThat(PageRewriter.isPage(header)).isTrue();
        assertThat(PageRewriter.sniffedType(header, "<p>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Optional.ofNullable(sniffed));
        assertThat(PageRewriter.sniffedType(header, " <?xml version='1.0'?>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Optional.ofNullable(xml));
    }

    /** A tag at the start makes it HTML before anybody looks for bytes that text never holds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--\0--><img src=//f.example/>",
                " \n<html>\1<img src=//f.example/>",
                "text<img src=//f.example/>"
            })
    void aBodyWithoutATypeIsAPageAsSoonAsABrowserMaySayso(String body) {
        assertThat(rewrite("", body)).isInstanceOf(Rewrite.Rewritten.class);
        assertThat(rewrite("application/unknown", body)).isInstanceOf(Rewrite.Rewritten.class);
    }

    @Test
    void xmlIsReadAsXmlWithoutATypeToo() {
        String hidden = "<?xml version=\"1.0\"?><d><img src=\"//f.example/\"/>%s</d>";
        String page = "<_:img xmlns:_=\"http://www.w3.org/1999/xhtml\" src=\"//f.example/\"/>";
        assertThat(rewrite("", hidden.formatted(""))).isInstanceOf(Rewrite.Unchanged.class);
        assertThat(new Pages().as("", hidden.formatted(page)))
                .isEqualTo(hidden.formatted("<_:img data-zweiklick-blocked=\"f.example\""
                        + " xmlns:_=\"http://www.w3.org/1999/xhtml\" data-zweiklick-src=\"//f.example/\"/>"));
        assertThat(rewrite("", "\0\1\2<img src=//f.example/>")).isEqualTo(new Rewrite.Unchanged(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
                    text/html                                 | text/html       | -
                    Text/HTML ; Charset=" koi8-r "            | text/html       | ` koi8-r `
                    text/html; x=";charset=a;"; charset=b     | text/html       | b
                    text/html; x="\\";charset=a"; charset=b   | text/html       | b
                    text/plain, text/html                     | text/html       | -
                    text/html, */*                            | text/html       | -
                    text/html;charset=a, text/html            | text/html       | a
                    text/html;charset=a, text/html;charset=b  | text/html       | b
                    text/plain;charset=a, text/html           | text/html       | -
                    text/html, application/json               | application/json | -
                    text/html (x)                             | text/html       | -
                    text/html x;charset=a                     | text/html       | a
                    text                                      | ``              | -
                    """)
    void aContentTypeIsReadAsBrowsersDo(String header, String essence, String charset) {
        assertThat(MediaType.parse(Optional.of(header)))
                .isEqualTo(new MediaType(essence, Optional.ofNullable(charset)));
    }
}
