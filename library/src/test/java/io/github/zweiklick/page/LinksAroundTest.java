package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.url.WebUrl;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** What is put into XHTML inside an author's link: the page stays well-formed, to the JDK's parser, and ours in no link. */
final class LinksAroundTest {
    private static final WebUrl PAGE =
            WebUrl.parse("https://www.stadt.example/").orElseThrow();
    private static final Html OURS = Html.literal("<section>[<button type=\"button\">x</button>]</section>");

    /** What becomes one block of ours each. */
    private static final List<String> BLOCKS = List.of(
            "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>",
            "<iframe src=\"https://nobody.example/\"/>",
            "<zweiklick-feed source=\"rathaus\"><p>alt</p></zweiklick-feed>",
            "<zweiklick-post href=\"https://social.bund.de/@stadt/1\"/>",
            "<zweiklick-share services=\"mail\"></zweiklick-share>",
            "<zweiklick-settings></zweiklick-settings>",
            "<zweiklick-embed href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\"><p>Worte</p></zweiklick-embed>",
            "<blockquote class=\"twitter-tweet\"><p>Zitat</p><a href=\"https://x.com/a/status/20\">x</a></blockquote>",
            "<div class=\"fb-share-button\" data-href=\"https://www.stadt.example/\"></div>");

    private static final class Ours implements PageMarkup {
        @Override
        public Placeholder placeholder(Embed embed, Occurrence where) {
            return new Placeholder(
                    Html.literal("<section>["), Html.literal("<button type=\"button\">x</button>]</section>"));
        }

        @Override
        public Html blockedFrame(String host, String address, Occurrence where) {
            return OURS;
        }

        @Override
        public Html plainLink(Embed embed, Occurrence where) {
            return OURS;
        }

        @Override
        public Html settings(Occurrence where) {
            return OURS;
        }

        @Override
        public Html shareBar(ShareBar bar, Occurrence where) {
            return OURS;
        }

        @Override
        public Set<String> feeds() {
            return Set.of("rathaus");
        }

        @Override
        public Posts feed(Feed feed, Occurrence where, Embeds embeds) {
            return new Posts(OURS, false);
        }

        @Override
        public PostOutcome post(WebUrl address, Occurrence where, Embeds embeds) {
            return new PostOutcome.Shown(new Posts(OURS, false));
        }

        @Override
        public Html refreshLink(String address, Occurrence where) {
            return Html.EMPTY;
        }

        @Override
        public Html guard(BooleanSupplier scripts, boolean whole) {
            return Html.EMPTY;
        }

        @Override
        public Html head() {
            return Html.EMPTY;
        }

        @Override
        public Html form() {
            return Html.EMPTY;
        }
    }

    static Stream<String> nestings() {
        return Stream.of(
                "<p>a</p>%s<p>b</p>",
                "<a href=\"/x\">%s</a>",
                "<p>a <a href=\"/x\">b %s c</a> d</p>",
                "<a href=\"/x\"><span>b</span> <span class=\"y\">c <em>d %s e</em> f</span> g</a>",
                "<A href=\"/x\">b %s c</A>",
                "<a\n href=\"/x\"\n>b %s c</a\n>",
                "<a href=\"/x\">b <div><a href=\"/y\">c <i>%s</i> d</a></div> e</a>",
                "<a href=\"/x\">b %1$s c %1$s d</a>",
                "<a href=\"/x\">b <i>%1$s</i> c <i>%1$s</i> d</a> <a href=\"/z\">e %1$s</a>",
                "<a href=\"/x\"><table><tbody><tr><td>b %s</td><td>c</td></tr></tbody></table></a>",
                "<ul><li><a href=\"/x\">b<ul><li>%s</li><li>c</li></ul></a></li></ul>",
                "<a href=\"/x\" id=\"n\"><!-- </a> --><![CDATA[</a>]]>b %s</a>",
                "<a href=\"/x\">b <button type=\"button\">%s</button></a>");
    }

    private static String rewritten(String body, boolean exact) {
        PageRewriter rewriter = exact
                ? PageRewriter.exact(Catalogue.bundled(), ShareSettings.defaults(), FindingSink.none())
                : new PageRewriter(Catalogue.bundled(), ShareSettings.defaults(), FindingSink.none());
        String page = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"de\"><head><title>t</title></head><body>"
                + body + "</body></html>";
        Rewrite done = rewriter.rewrite(
                new PageSource(
                        page.getBytes(StandardCharsets.UTF_8),
                        Optional.of("application/xhtml+xml; charset=utf-8"),
                        PAGE,
                        Pages.OWN,
                        "/zweiklick"),
                new Ours());
        assertThat(done).as(body).isInstanceOf(Rewrite.Rewritten.class);
        return new String(((Rewrite.Rewritten) done).body(), StandardCharsets.UTF_8);
    }

    private static Document parsed(String page) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException told) throws SAXParseException {
                throw told;
            }

            @Override
            public void error(SAXParseException told) throws SAXParseException {
                throw told;
            }

            @Override
            public void fatalError(SAXParseException told) throws SAXParseException {
                throw told;
            }
        });
        return builder.parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> all(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static boolean isInLink(Node node) {
        for (Node up = node.getParentNode(); up != null; up = up.getParentNode()) {
            if (up.getNodeName().equalsIgnoreCase("a")) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("nestings")
    void thePageStaysWellFormedAndOursStandsInNoLink(String nesting) throws Exception {
        for (String block : BLOCKS) {
            String body = nesting.formatted(block);
            String page = rewritten(body, false);
            assertThat(rewritten(body, true)).as("both ways").isEqualTo(page);
            Document document = parsed(page);
            List<Element> ours = all(document, "section");
            if (nesting.contains("<button")) {
                continue;
            }
            assertThat(ours).as(body).hasSize(nesting.split("%", -1).length - 1);
            assertThat(ours).as(page).noneMatch(LinksAroundTest::isInLink);
            // Nothing of the author's own words is lost.
            assertThat(document.getDocumentElement().getTextContent().replaceAll("\\[.*?x]", "#"))
                    .isEqualTo("t"
                            + parsed("<x>" + nesting.replaceAll("%(1\\$)?s", "#") + "</x>")
                                    .getDocumentElement()
                                    .getTextContent());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href='/x'>b %s c</a> d|<a href='/x'>b </a># c d",
                "<a href='/x'>b <i>c <b>d %s</b> e</i> f</a>|<a href='/x'>b </a><i>c <b>d #</b> e</i> f",
                "<A href='/x'>b %s</A>|<A href='/x'>b </A>#",
                "<a href='/x'>b %1$s c %1$s</a>|<a href='/x'>b </a># c #"
            })
    void theLinkEndsBeforeOurs(String nesting, String after) {
        String page = rewritten(nesting.formatted(BLOCKS.get(0)), false);
        assertThat(page.replaceFirst("(?s)^.*<body>", "")
                        .replaceFirst("(?s)</body>.*", "")
                        .replaceAll("<section>.*?</section>", "#"))
                .isEqualTo(after);
    }

    /** A parser of HTML passes over end tags that end nothing. */
    @Test
    void inHtmlTheAuthorsBytesStay() {
        String page = "<!doctype html><title>t</title><body><a href=/x>b " + BLOCKS.get(0) + " c</a>";
        Rewrite done = new PageRewriter(Catalogue.bundled(), FindingSink.none())
                .rewrite(
                        new PageSource(
                                page.getBytes(StandardCharsets.UTF_8),
                                Optional.of("text/html; charset=utf-8"),
                                PAGE,
                                Pages.OWN,
                                "/zweiklick"),
                        new Ours());
        assertThat(new String(((Rewrite.Rewritten) done).body(), StandardCharsets.UTF_8))
                .endsWith("<a href=/x>b </a><section>[<button type=\"button\">x</button>]</section> c</a>");
    }
}
