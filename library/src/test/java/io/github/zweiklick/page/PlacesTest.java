package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a placeholder may stand and what it is told about the place. */
final class PlacesTest {
    private static final String FRAME = "<iframe src=https://www.film.example/embed/7></iframe>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <div>%s</div>                              | FLOW
                    <form>%s</form>                            | FLOW
                    <p>%s</p>                                  | PHRASING
                    <p><b>%s</b></p>                           | PHRASING
                    <p><object>%s</object></p>                 | FLOW
                    <table><tr><td><p></p>%s</td></tr></table> | FLOW
                    <table>%s</table>                          | FLOW
                    <button>%s</button>                        | INERT
                    <noscript>%s</noscript>                    | NOSCRIPT
                    <p><noscript>%s</noscript></p>             | NOSCRIPT
                    <figure class=wp-block-embed>%s</figure>   | FLOW
                    <svg><foreignObject>%s</foreignObject></svg> | FLOW
                    <template>%s</template>                    | FLOW
                    """)
    void thePlaceIsTold(String around, String place) {
        Pages pages = new Pages();
        String after = pages.html("<!DOCTYPE html><body>" + around.formatted(FRAME) + "</body>");
        assertThat(after)
                .isEqualTo("<!DOCTYPE html><z-h></z-h><body><z-f></z-f>"
                        + around.formatted("<z-p n=\"film 7 " + place + "\"></z-p>") + "</body>");
    }

    @Test
    void aLinkEndsBeforeThePlaceholder() {
        String after = new Pages().html("<body><p><a href=/x>vor" + FRAME + "nach</a></p>");
        assertThat(after).contains("<a href=/x>vor</a><z-p n=\"film 7 PHRASING\"></z-p>nach</a></p>");
        assertThat(Jsoup.parse(after).select("a z-p")).isEmpty();
    }

    @Test
    void insideSvgAFrameIsNoFrame() {
        assertThat(new Pages().html("<svg><iframe src=//f.example/></iframe></svg>"))
                .isEqualTo(
                        "<svg><iframe data-zweiklick-blocked=\"f.example\" data-zweiklick-src=//f.example/></iframe></svg>");
    }

    @Test
    void aFramesetHoldsNoBox() {
        assertThat(new Pages().html("<frameset><frame src=https://www.film.example/embed/7></frameset>"))
                .isEqualTo("<frameset><frame data-zweiklick-blocked=\"www.film.example\""
                        + " data-zweiklick-src=https://www.film.example/embed/7></frameset>");
    }

    @Test
    void anUnclosedFrameIsDisarmedOnly() {
        assertThat(new Pages().html("<body><iframe src=https://www.film.example/embed/7>x"))
                .isEqualTo("<body><iframe data-zweiklick-blocked=\"www.film.example\""
                        + " data-zweiklick-src=https://www.film.example/embed/7>x");
    }

    @Test
    void aLazyFrameThatIsKnownBecomesAPlaceholder() {
        assertThat(new Pages()
                        .html("<body><iframe src=about:blank data-src=https://www.film.example/embed/7></iframe>"))
                .isEqualTo("<z-h></z-h><body><z-f></z-f><z-p n=\"film 7 FLOW\"></z-p>");
    }

    @Test
    void aFlashObjectIsOneEmbed() {
        assertThat(new Pages()
                        .html("<body><object><param name=movie value=https://www.film.example/embed/7>"
                                + "<embed src=https://www.film.example/embed/7></object>"))
                .isEqualTo("<z-h></z-h><body><z-f></z-f><z-p n=\"film 7 FLOW\"></z-p>");
    }

    @Test
    void formAndHeadStandOutsideAuthorsForms() {
        assertThat(new Pages().html("<form><div>" + FRAME + "</div></form>"))
                .isEqualTo("<z-h></z-h><z-f></z-f><form><div><z-p n=\"film 7 FLOW\"></z-p></div></form>");
        assertThat(new Pages().html("<!doctype html><title>x</title><p>a<p>" + FRAME))
                .isEqualTo(
                        "<!doctype html><z-h></z-h><title>x</title><p>a<z-f></z-f><p><z-p n=\"film 7 PHRASING\"></z-p>");
    }

    @Test
    void xhtmlIsAPageToo() {
        assertThat(
                        new Pages()
                                .as(
                                        "application/xhtml+xml",
                                        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head/>"
                                                + "<body><iframe src=\"https://www.film.example/embed/7\"/><script src=\"//f.example/\" type=\"module\"/></body></html>"))
                .isEqualTo("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><z-h></z-h><head/>"
                        + "<body><z-f></z-f><z-p n=\"film 7 FLOW\"></z-p><script type=\"text/plain\" data-zweiklick-blocked=\"f.example\""
                        + " data-zweiklick-src=\"//f.example/\" data-zweiklick-type=\"module\"/></body></html>");
    }

    @Test
    void svgIsDisarmedWithoutBoxes() {
        assertThat(
                        new Pages()
                                .as(
                                        "image/svg+xml",
                                        "<?xml-stylesheet href=\"//f.example/a.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\">"
                                                + "<image xlink:href=\"//f.example/\"/><style>a{b:url(//f.example/)}</style><a href=\"//f.example/\"/></svg>"))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\"><image data-zweiklick-blocked=\"f.example\""
                        + " data-zweiklick-xlink-href=\"//f.example/\"/><style data-zweiklick-blocked=\"f.example\">a{b:url(data:,)}</style>"
                        + "<a href=\"//f.example/\"/></svg>");
    }

    /** XSLT makes markup that no one has examined; CSS of the site's own stays. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=\"text/xsl\" href=\"data:text/xsl,%3Cxsl:stylesheet/%3E\"",
                "type=\"application/xslt+xml\" href=\"/own.xsl\"",
                "type=\"text/xml\" href=\"#x\"",
                "href=\"/own.xsl\"",
                "type=\"text/css\" href=\"//f.example/a.css\"",
            })
    void styleSheetsOfXmlThatMakeMarkupOrAreForeignGo(String instruction) {
        String root = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        assertThat(new Pages().as("image/svg+xml", "<?xml-stylesheet " + instruction + "?>" + root))
                .isEqualTo(root);
        String own = "<?xml-stylesheet type=\"text/css\" href=\"/own.css\"?>" + root;
        assertThat(new Pages().as("image/svg+xml", own)).isEqualTo(own);
    }

    @Test
    void xmlEntitiesAreNotTrusted() {
        Rewrite markup = new Pages()
                .rewrite(
                        "<!DOCTYPE svg [<!ENTITY e '<image href=\"//f.example/\"/>'>]><svg>&e;</svg>"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "image/svg+xml");
        assertThat(markup).isInstanceOf(Rewrite.Withheld.class);
        assertThat(new Pages()
                        .as(
                                "image/svg+xml",
                                "<!DOCTYPE svg [<!ENTITY e '//f.example/'>]><svg><image href=\"&e;\"/></svg>"))
                .contains("data-zweiklick-href=\"&e;\"");
    }
}
