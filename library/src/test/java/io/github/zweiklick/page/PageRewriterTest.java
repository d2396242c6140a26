package io.github.zweiklick.page;

import static io.github.zweiklick.page.Pages.becomes;
import static io.github.zweiklick.page.Pages.same;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding.Kind;
import org.junit.jupiter.api.Test;

/** What becomes of what, row by row. Where only one text is given the page goes out as it came. */
final class PageRewriterTest {
    private static final String HEAD = "<z-h></z-h>";
    private static final String FORM = "<z-f></z-f>";

    @Test
    void aPageWithoutAnythingForeignIsTheSame() {
        same(
                "<!DOCTYPE html><html><head><link rel=stylesheet href=/a.css></head><body><p>Rathaus &amp; mehr<img src=b.png>"
                        + "<a href=https://netz.example/>Netz</a></body></html>");
    }

    @Test
    void aKnownFrameBecomesAPlaceholder() {
        becomes(
                "<html><head><title>x</title></head><body><div><iframe src=\"https://www.film.example/embed/7\"></iframe></div></body></html>",
                "<html><head>" + HEAD + "<title>x</title></head><body>" + FORM
                        + "<div><z-p n=\"film 7 FLOW\"></z-p></div></body></html>");
    }

    @Test
    void aFragmentGetsHeadAndFormBeforeTheOutermostElement() {
        becomes(
                "<p>Text</p><p><iframe src=//www.film.example/embed/7></iframe></p>",
                "<p>Text</p>" + HEAD + FORM + "<p><z-p n=\"film 7 PHRASING\"></z-p></p>");
    }

    @Test
    void anUnknownFrameBecomesABox() {
        Pages pages = new Pages();
        assertThat(pages.html(
                        "<body><iframe src='http://wetter.example/w?a=1&amp;b=2' width=300 title=Wetter></iframe>"))
                .isEqualTo(HEAD + "<body><z-b h=\"wetter.example\">http://wetter.example/w?a=1&amp;b=2</z-b>");
        assertThat(pages.kinds()).containsExactly(Kind.UNKNOWN_FRAME);
        assertThat(pages.findings.get(0).place()).isEqualTo("https://stadt.example/aktuelles/seite.html");
        assertThat(pages.markup.occurrences.get(0).width()).hasValue(300);
        assertThat(pages.markup.occurrences.get(0).title()).hasValue("Wetter");
    }

    @Test
    void aPastedPostAndItsScriptGo() {
        becomes(
                "<body><blockquote class=\"netz-post x\"><p lang=de>Hallo</p><a href=https://a.example/>a</a>"
                        + "<a href=\"https://netz.example/stadt/posts/5\">am 1.2.</a></blockquote>\n"
                        + "<script async src=\"https://connect.netz.example/de/sdk.js\"></script><div id=netz-root></div>"
                        + "<script>netzInit({})</script>",
                HEAD + "<body>" + FORM + "<z-p n=\"netz 5 FLOW\"></z-p>\n");
    }

    @Test
    void theReadableTextIsQuoted() {
        Pages pages = new Pages();
        String unused = pages.html(
                "<html lang=de><h2>Neues</h2><blockquote class=netz-post><p lang=en>Gr\u00fc\u00dfe  aus\nM\u00fcnster</p>"
                        + "<a href=https://netz.example/stadt/posts/5>am</a></blockquote>");
        assertThat(unused).contains("netz 5");
        PageMarkup.Occurrence where = pages.markup.occurrences.get(0);
        assertThat(where.quote()).hasValueSatisfying(quote -> {
            assertThat(quote.text()).isEqualTo("Gr\u00fc\u00dfe aus M\u00fcnster");
            assertThat(quote.language()).hasValue("en");
        });
        assertThat(where.language()).hasValue("de");
        assertThat(where.headingLevel()).isEqualTo(3);
    }

    @Test
    void aWidgetWorthALinkBecomesOne() {
        becomes("<a class=netz-share href=https://netz.example/share/9>Teilen</a>", "<z-l>{id=9}</z-l>");
    }

    @Test
    void deadPluginsDisappear() {
        Pages pages = new Pages();
        assertThat(pages.html("<p>a<div class=netz-like data-href=x></div><netz:like></netz:like>"
                        + "<iframe src=https://netz.example/plugins/like?a></iframe>b"))
                .isEqualTo("<p>ab");
        assertThat(pages.kinds()).containsExactly(Kind.DEAD_PLUGIN);
    }

    @Test
    void trackersDisappear() {
        becomes("<noscript><img src=\"https://www.netz.example/tr?id=1\"></noscript>x", "<noscript></noscript>x");
    }

    @Test
    void aCompanionAtAnyHostGoesOnlyBesideItsEmbed() {
        becomes(
                "<blockquote class=tusk-embed data-embed-url=https://tusk.example/@a/1/embed></blockquote><script src=https://tusk.example/embed.js></script>",
                HEAD + FORM + "<z-p n=\"tusk 1 FLOW\"></z-p>");
        becomes(
                "<script src=https://tusk.example/embed.js></script>",
                "<script type=\"text/plain\" data-zweiklick-blocked=\"tusk.example\" data-zweiklick-src=https://tusk.example/embed.js></script>");
    }

    @Test
    void foreignThingsThatLoadAreDisarmed() {
        becomes(
                "<img src=//cdn.example/a.png alt=x>",
                "<img data-zweiklick-blocked=\"cdn.example\" data-zweiklick-src=//cdn.example/a.png alt=x>");
    }

    @Test
    void anAuthorsElementKeepsItsWords() {
        becomes(
                "<body><zweiklick-embed href=\"https://www.film.example/watch/3\"><p>Unser Text<img src=//b.example/></p></zweiklick-embed>",
                HEAD + "<body>" + FORM
                        + "<z-p n=\"film 3 FLOW\"><p>Unser Text<img data-zweiklick-blocked=\"b.example\" data-zweiklick-src=//b.example/></p></z-p>");
        becomes(
                "<body><a class=zweiklick-embed href=https://tusk.example/@a/1/embed>Beitrag</a>",
                HEAD + "<body>" + FORM + "<z-p n=\"tusk 1 FLOW\"></z-p>");
    }
}
