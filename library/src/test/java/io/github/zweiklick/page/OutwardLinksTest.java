package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.html.Html;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where pages' links lead, and which are led out, by the fast way and by the exact way. */
final class OutwardLinksTest {
    /** netz.example is a network of the sample catalogue. */
    private static final String START = "<!DOCTYPE html><html><head><title>x</title></head><body>";

    private static final String SCRIPT = "<z-s></z-s>";

    private static final PageMarkup MARKUP = new WithScript(new SmallMarkup());

    /** Shows that the script was asked for, and what it is told. */
    private record WithScript(SmallMarkup small) implements PageMarkup {
        @Override
        public Placeholder placeholder(io.github.zweiklick.catalogue.Embed embed, Occurrence where) {
            return small.placeholder(embed, where);
        }

        @Override
        public Html blockedFrame(String host, String address, Occurrence where) {
            return small.blockedFrame(host, address, where);
        }

        @Override
        public Html plainLink(io.github.zweiklick.catalogue.Embed embed, Occurrence where) {
            return small.plainLink(embed, where);
        }

        @Override
        public Html refreshLink(String address, Occurrence where) {
            return small.refreshLink(address, where);
        }

        @Override
        public Html head() {
            return small.head();
        }

        @Override
        public Html form() {
            return small.form();
        }

        @Override
        public Html guard(java.util.function.BooleanSupplier scripts, boolean whole) {
            return small.guard(scripts, whole);
        }

        @Override
        public Html linkScript(List<String> listed) {
            assertThat(listed).startsWith("stadt.example", "*.stadt.example");
            return Html.literal("<z-s></z-s>");
        }
    }

    private static Stream<PageRewriter> ways() {
        return Stream.of(
                new PageRewriter(Pages.CATALOGUE, finding -> {}), PageRewriter.exact(Pages.CATALOGUE, finding -> {}));
    }

    private static LinkedPage page(PageRewriter rewriter, String type, String html, LinkRule rule) {
        return rewriter.rewrite(Ways.page(html.getBytes(StandardCharsets.UTF_8), type), MARKUP, rule);
    }

    private static String body(LinkedPage page, String before) {
        return page.rewrite() instanceof Rewrite.Rewritten rewritten
                ? new String(rewritten.body(), StandardCharsets.UTF_8)
                : before;
    }

    private static void ledOut(String before, String after, String... hosts) {
        ways().forEach(rewriter -> {
            LinkedPage page = page(rewriter, "text/html; charset=utf-8", START + before, LinkRule.LED_OUT);
            assertThat(body(page, before)).isEqualTo(START.replace("<head>", "<head>" + SCRIPT) + after);
            assertThat(page.linkedHosts().orElseThrow()).containsExactly(hosts);
        });
    }

    @Test
    void linksOfNetworksLeadByWayOfTheSiteAndOthersAreListed() {
        ledOut(
                "<a href=\"https://netz.example/stadt?a=1&amp;b=2#x\" class=c>Netz</a><a href=https://verein.test/>V</a>"
                        + "<a href='//Verein.test:8443/y'>V</a><a href=/rathaus>R</a><a href=https://bilder.stadt.example/>B</a>"
                        + "<a href=mailto:a@b.test>M</a><a href=tel:1>T</a>",
                "<a href=\"/zweiklick/out?to=https%3A%2F%2Fnetz.example%2Fstadt%3Fa%3D1%26b%3D2%23x\" class=c>Netz</a>"
                        + "<a href=https://verein.test/>V</a>"
                        + "<a href='//Verein.test:8443/y'>V</a><a href=/rathaus>R</a><a href=https://bilder.stadt.example/>B</a>"
                        + "<a href=mailto:a@b.test>M</a><a href=tel:1>T</a>",
                "verein.test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a href=https://netz.example/a>x</a>|<a href=/zweiklick/out?to=https%3A%2F%2Fnetz.example%2Fa>x</a>",
                "<a href=\\\\netz.example>x</a>|<a href=/zweiklick/out?to=https%3A%2F%2Fnetz.example%2F>x</a>",
                "<a href='https://u:p@netz.example'>x</a>|<a href='/zweiklick/out?to=https%3A%2F%2Fnetz.example%2F'>x</a>",
                "<a href=https://NETZ.example.>x</a>|<a href=/zweiklick/out?to=https%3A%2F%2Fnetz.example.%2F>x</a>",
                "<map><area href=https://netz.example/></map>|<map><area href=/zweiklick/out?to=https%3A%2F%2Fnetz.example%2F></map>",
                "<svg><a xlink:href=\"http://netz.example/\"></a></svg>|<svg><a xlink:href=\"/zweiklick/out?to=http%3A%2F%2Fnetz.example%2F\"></a></svg>",
                "<noscript><a href='https://netz.example/'>x</a></noscript>|<noscript><a href='/zweiklick/out?to=https%3A%2F%2Fnetz.example%2F'>x</a></noscript>",
                "<form action=https://netz.example/s><input name=q></form>|<form action=/zweiklick/out/form/aHR0cHM6Ly9uZXR6LmV4YW1wbGUvcw><input name=q></form>",
                "<form><button formaction='https://netz.example/s'>x</button></form>|<form><button formaction='/zweiklick/out/form/aHR0cHM6Ly9uZXR6LmV4YW1wbGUvcw'>x</button></form>",
                "<a href=\"https://a&quot;b.test/\">x</a>|<a href=\"/zweiklick/out?to=https%3A%2F%2Fa%22b.test%2F\">x</a>",
                "<!-- <a href=https://netz.example/> --><script>'<a href=https://netz.example/>'</script>|<!-- <a href=https://netz.example/> --><script>'<a href=https://netz.example/>'</script>",
            })
    void eachKindOfLinkIsLedOut(String before, String after) {
        ways().forEach(rewriter -> {
            LinkedPage page = page(rewriter, "text/html; charset=utf-8", START + before, LinkRule.LED_OUT);
            assertThat(body(page, before)).isEqualTo(START.replace("<head>", "<head>" + SCRIPT) + after);
        });
    }

    @Test
    void anAuthorsFormToTheAirlockIsStillDisarmedAndTheWayOutIsNot() {
        ledOut(
                "<form action=/zweiklick/airlock></form><form action=/zweiklick/out/form/aHR0></form>"
                        + "<form action=/zweiklick/out/..%2fairlock></form>",
                "<form data-zweiklick-action=/zweiklick/airlock></form><form action=/zweiklick/out/form/aHR0></form>"
                        + "<form data-zweiklick-action=/zweiklick/out/..%2fairlock></form>");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void reportingAllHostsAreListedAndNothingChanges(PageRewriter rewriter) {
        String html = START + "<a href=https://netz.example/>N</a><form action=https://suche.test/></form>";
        LinkedPage page = page(rewriter, "text/html; charset=utf-8", html, LinkRule.LISTED);
        assertThat(page.rewrite()).isInstanceOf(Rewrite.Unchanged.class);
        assertThat(page.linkedHosts().orElseThrow()).containsExactly("netz.example", "suche.test");
        assertThat(page(rewriter, "text/html; charset=utf-8", html, LinkRule.LEFT)
                        .linkedHosts()
                        .orElseThrow())
                .isEmpty();
    }

    /** A script of the site's puts it into a page that has the script already. */
    @ParameterizedTest
    @MethodSource("ways")
    void aFragmentGetsNoScriptAndNoList(PageRewriter rewriter) {
        String html = "<p><a href=https://netz.example/>N</a><a href=https://verein.test/>V</a></p>";
        LinkedPage page = page(rewriter, "text/html; charset=utf-8", html, LinkRule.LED_OUT);
        assertThat(body(page, html)).startsWith("<p><a href=/zweiklick/out?to=").doesNotContain(SCRIPT);
        assertThat(page.linkedHosts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void pagesWithoutAHeadGetTheScriptToo(PageRewriter rewriter) {
        for (String start : List.of("<!DOCTYPE html>", "<html>", "<html><head>")) {
            String html = start + "<p>Text</p>";
            assertThat(body(page(rewriter, "text/html; charset=utf-8", html, LinkRule.LED_OUT), html))
                    .isEqualTo(start + SCRIPT + "<p>Text</p>");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whereTheListWouldBeTooLongThereIsNoScript(PageRewriter rewriter) {
        StringBuilder html = new StringBuilder(START);
        IntStream.range(0, 400).forEach(i -> html.append("<a href=https://verein" + i + ".test/>V</a>"));
        LinkedPage page = page(rewriter, "text/html; charset=utf-8", html.toString(), LinkRule.LED_OUT);
        assertThat(body(page, html.toString())).doesNotContain(SCRIPT);
        assertThat(page.linkedHosts().map(Set::size).orElseThrow()).isGreaterThan(200);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void othersThanHtml(PageRewriter rewriter) {
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"https://netz.example/\"/><a href=\"https://v.test/\"/></svg>";
        LinkedPage drawing = page(rewriter, "image/svg+xml", svg, LinkRule.LED_OUT);
        assertThat(body(drawing, svg)).contains("/zweiklick/out?to=").doesNotContain(SCRIPT);
        assertThat(drawing.linkedHosts().orElseThrow()).containsExactly("v.test");

        String feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><x:a xmlns:x=\"http://www.w3.org/1999/xhtml\""
                + " href=\"https://netz.example/\"/></feed>";
        LinkedPage read = page(rewriter, "application/atom+xml", feed, LinkRule.LED_OUT);
        assertThat(body(read, feed)).isEqualTo(feed);
        assertThat(read.linkedHosts()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void documentsInsideAreLookedAtToo(PageRewriter rewriter) {
        String html = START
                + "<iframe srcdoc=\"<a href='https://netz.example/'>x</a><a href='https://v.test/'>x</a>\"></iframe>";
        LinkedPage page = page(rewriter, "text/html; charset=utf-8", html, LinkRule.LED_OUT);
        assertThat(body(page, html)).contains("/zweiklick/out?to=https%3A%2F%2Fnetz.example%2F");
        assertThat(page.linkedHosts().orElseThrow()).containsExactly("v.test");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsWithheldHasNoList(PageRewriter rewriter) {
        LinkedPage page = page(
                rewriter, "image/svg+xml", "<!DOCTYPE svg [<!ENTITY a \"<b/>\">]><svg>&a;</svg>", LinkRule.LED_OUT);
        assertThat(page.rewrite()).isInstanceOf(Rewrite.Withheld.class);
        assertThat(page.linkedHosts()).isEmpty();
    }
}
