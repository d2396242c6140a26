package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.page.PageMarkup.ShareBar;
import io.github.zweiklick.share.CountSettings;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code <zweiklick-share>} in a page, by both ways. */
final class ShareBarsTest {
    private static final String ADDRESS = "https://www.stadt.example/rathaus;jsessionid=7?id=3&utm_source=brief";
    private static final String PAGE = "https://www.stadt.example/rathaus?id=3";

    private final List<Finding> findings = new ArrayList<>();
    private ShareSettings settings = ShareSettings.defaults();

    private static String html(String head, String body) {
        return "<!doctype html><html lang=de><head><title>Rathaus</title>" + head + "</head><body>" + body
                + "</body></html>";
    }

    private String rewritten(String page, Charset charset, Bars bars, boolean exact) {
        PageRewriter rewriter = exact
                ? PageRewriter.exact(Catalogue.bundled(), settings, findings::add)
                : new PageRewriter(Catalogue.bundled(), settings, findings::add);
        Rewrite rewrite = rewriter.rewrite(
                new PageSource(
                        page.getBytes(charset),
                        Optional.of("text/html; charset=" + charset.name()),
                        WebUrl.parse(ADDRESS).orElseThrow(),
                        Pages.OWN,
                        "/zweiklick"),
                bars);
        return rewrite instanceof Rewrite.Rewritten after ? new String(after.body(), charset) : page;
    }

    private String rewritten(String page) {
        String fast = rewritten(page, StandardCharsets.UTF_8, new Bars(), false);
        assertThat(rewritten(page, StandardCharsets.UTF_8, new Bars(), true)).isEqualTo(fast);
        return fast;
    }

    private ShareBar bar(String head, String element) {
        return bar(html(head, element), StandardCharsets.UTF_8);
    }

    private ShareBar bar(String page, Charset charset) {
        Bars fast = new Bars();
        Bars exact = new Bars();
        rewritten(page, charset, fast, false);
        rewritten(page, charset, exact, true);
        assertThat(fast.bars).hasSize(1);
        assertThat(exact.bars).isEqualTo(fast.bars);
        return fast.bars.get(0);
    }

    @Test
    void standsInPlaceOfTheElementWithStyleAndScriptInTheHeadOnce() {
        String element = "<zweiklick-share><a href=/teilen>Teilen</a></zweiklick-share>";
        assertThat(rewritten(html("", "<p>a</p>" + element + "<p lang=tr>b" + element + "</p>")))
                .isEqualTo(html("", "<p>a</p>[FLOW de]<p lang=tr>b[PHRASING tr]</p>")
                        .replace("<head>", "<head>[head]"));
    }

    /** What was rendered says so. */
    @Test
    void isRenderedOnce() {
        String page = html("", "<zweiklick-share data-state=shown><ul><li>x</li></ul></zweiklick-share>");
        assertThat(rewritten(page)).isEqualTo(page);
    }

    @Test
    void sharesThePageWithoutWhatTellsAVisitFromAnother() {
        ShareBar bar = bar("", "<zweiklick-share></zweiklick-share>");
        assertThat(bar.shared().address()).isEqualTo(PAGE);
        assertThat(bar.shared().title()).hasValue("Rathaus");
        assertThat(bar.shared().media()).isEmpty();
        assertThat(bar.links())
                .extracting(link -> link.service().id())
                .contains("email", "facebook", "x")
                .doesNotHaveDuplicates();
    }

    @Test
    void takesWhatTheHeadSays() {
        ShareBar bar = bar("""
                <link rel="canonical" href="/amt">
                <meta property="og:title" content="Amt &amp; B&uuml;rger">
                <meta property="og:image" content="/bild.jpg">
                """, "<zweiklick-share services=pinterest></zweiklick-share>");
        assertThat(bar.shared().address()).isEqualTo("https://www.stadt.example/amt");
        assertThat(bar.shared().title()).hasValue("Amt & Bürger");
        assertThat(bar.links().get(0).address())
                .hasValue("https://www.pinterest.com/pin/create/button/?url=https%3A%2F%2Fwww.stadt.example%2Famt"
                        + "&media=https%3A%2F%2Fwww.stadt.example%2Fbild.jpg&description=Amt%20%26%20B%C3%BCrger");
    }

    @Test
    void takesWhatItsAuthorSaysBeforeThat() {
        ShareBar bar = bar("""
                <link rel="canonical" href="/amt"><meta property="og:title" content="Amt">
                """, """
                <zweiklick-share href="/fest" title="Stadtfest" text="Kommt alle!" media="https://stadt.example/f.png"
                  orientation="Vertical" size="small" services="x  x email"></zweiklick-share>
                """);
        assertThat(bar.shared().address()).isEqualTo("https://www.stadt.example/fest");
        assertThat(bar.shared().title()).hasValue("Stadtfest");
        assertThat(bar.shared().text()).hasValue("Kommt alle!");
        assertThat(bar.shared().media()).hasValue("https://stadt.example/f.png");
        assertThat(bar.vertical()).isTrue();
        assertThat(bar.small()).isTrue();
        assertThat(bar.links()).extracting(link -> link.service().id()).containsExactly("x", "email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.netz.example/amt", "ftp://www.stadt.example/", "javascript:x", "http://["})
    void sharesOwnPagesOnly(String elsewhere) {
        assertThat(bar(
                                "<link rel=canonical href=\"" + elsewhere + "\">",
                                "<zweiklick-share href=\"" + elsewhere + "\"></zweiklick-share>")
                        .shared()
                        .address())
                .isEqualTo(PAGE);
    }

    @Test
    void readsTheTitleInThePagesEncoding() {
        String page = html("", "<zweiklick-share></zweiklick-share>").replace("Rathaus", "B\u00fcrgeramt");
        assertThat(bar(page, StandardCharsets.ISO_8859_1).shared().title()).hasValue("B\u00fcrgeramt");
    }

    @ParameterizedTest
    @CsvSource({"facebok x, facebok, \"facebook\"", "x nirgendwo, nirgendwo, such as"})
    void namesServicesThatNobodyKnows(String services, String unknown, String remedy) {
        ShareBar bar = bar("", "<zweiklick-share services=\"" + services + "\"></zweiklick-share>");
        assertThat(bar.links()).extracting(link -> link.service().id()).containsExactly("x");
        assertThat(findings).hasSize(2).first().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.UNKNOWN_SERVICE);
            assertThat(finding.message()).contains("\"" + unknown + "\"");
            assertThat(finding.remedy()).contains(remedy);
        });
    }

    @Test
    void leadsToTheSitesUsualServicesWhereItsAuthorNamesNone() {
        settings = new ShareSettings(List.of("mastodon", "email"), false, CountSettings.none());
        assertThat(bar("", "<zweiklick-share></zweiklick-share>").links())
                .extracting(link -> link.service().id())
                .containsExactly("mastodon", "email");
        assertThat(bar("", "<zweiklick-share services=x></zweiklick-share>").links())
                .extracting(link -> link.service().id())
                .containsExactly("x");
    }

    /** Where the page says where its relative addresses begin. */
    @Test
    void mindsTheBase() {
        ShareBar bar = bar("<base href=/unten/><link rel=canonical href=amt>", "<zweiklick-share></zweiklick-share>");
        assertThat(bar.shared().address()).isEqualTo("https://www.stadt.example/unten/amt");
        bar = bar("<base href=/unten/>", "<zweiklick-share href=fest/1></zweiklick-share>");
        assertThat(bar.shared().address()).isEqualTo("https://www.stadt.example/unten/fest/1");
    }

    @Test
    void readsAHeadThatHoldsAllStyles() {
        String page = html(
                "<style>" + "a{color:red}".repeat(10_000) + "</style><link rel=canonical href=/amt>",
                "<zweiklick-share></zweiklick-share>");
        assertThat(bar(page, StandardCharsets.UTF_8).shared().address()).isEqualTo("https://www.stadt.example/amt");
    }
}
