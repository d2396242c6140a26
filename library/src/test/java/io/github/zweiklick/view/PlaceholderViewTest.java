package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.page.PageMarkup;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.page.PageMarkup.Quote;
import io.github.zweiklick.page.Poster;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

final class PlaceholderViewTest {
    private static final Set<String> PHRASING =
            Set.of("zweiklick-embed", "span", "a", "img", "button", "noscript", "iframe");

    private final PageMarkup page = page(Views.city(), List.of());

    private static PageMarkup page(Presentation presentation, List<String> policies) {
        return Views.of(presentation).page("/stadt/zweiklick", policies, Guarding.NONE);
    }

    static Occurrence at(Place place) {
        return new Occurrence(
                3,
                place,
                Optional.of("de"),
                Optional.of(500),
                Optional.of(281),
                Optional.of("Das \"Stadtfest\" <2026>"),
                Optional.of(new Quote("Let's meet & greet", Optional.of("en"))),
                3,
                Optional.of(new Poster("/bilder/fest \"1\".jpg", false)));
    }

    private static String markup(PageMarkup page, Embed embed, Occurrence where, String alternative) {
        PageMarkup.Placeholder placeholder = page.placeholder(embed, where);
        return placeholder.before() + alternative + placeholder.after();
    }

    private Document flow() {
        return Jsoup.parseBodyFragment(
                markup(page, ExampleServices.post(ExampleServices.risky()), at(Place.FLOW), "<p>Eigene Worte</p>"));
    }

    @Test
    void keepsTheContractOthersRelyOn() {
        Element embed = flow().expectFirst("zweiklick-embed[data-service=network][data-state=placeholder]");
        Element once = embed.expectFirst("button[name=scope][value=once]");
        Element remember = embed.expectFirst("button[name=scope][value=remember]");
        assertThat(once.hasAttr("hidden")).isFalse();
        assertThat(remember.hasAttr("hidden")).isTrue();
        for (Element button : List.of(once, remember)) {
            assertThat(button.attr("form")).isEqualTo("zweiklick-form");
            assertThat(button.attr("formmethod")).isEqualTo("post");
            assertThat(button.attr("formtarget")).isEqualTo("zweiklick-3");
            assertThat(button.attr("formaction"))
                    .isEqualTo("/stadt/zweiklick/airlock?service=network&embed=post&c.id=7&notice="
                            + embed.attr("data-notice") + "&lang=de");
            assertThat(button.text()).contains("Beispielnetz", "Das \"Stadtfest\" <2026>");
            assertThat(button.className()).isEqualTo("zweiklick-button");
        }
        assertThat(embed.expectFirst("[data-zweiklick=withdraw]").closest("[hidden]"))
                .isNotNull();
        assertThat(embed.attr("data-days")).isEqualTo("180");
    }

    /** Law: what must be told stands in plain sight, before the first button. */
    @Test
    void tellsEveryFactBeforeTheFirstButton() {
        Document document = flow();
        Element notice = document.expectFirst(".zweiklick-notice");
        assertThat(notice.closest("details, [hidden]")).isNull();
        String html = document.body().html();
        assertThat(html.indexOf("zweiklick-notice")).isLessThan(html.indexOf("name=\"scope\""));
        assertThat(notice.text())
                .contains(
                        "Beispielnetz Ireland Ltd, Irland",
                        "IP-Adresse",
                        "Cookies und ähnliche Kennungen",
                        "auf Ihrem Gerät gespeichert und von dort gelesen",
                        "Stadt Musterstadt: diesen Inhalt zeigen. Anbieter:",
                        "Werbung",
                        "Vereinigte Staaten",
                        "Risiko:",
                        "bis Sie ihn schließen oder die Seite verlassen",
                        "Widerruf:",
                        "Verantwortlich: Stadt Musterstadt");
        assertThat(notice.expectFirst("a").attr("href")).isEqualTo("https://www.network.example/privacy");
        assertThat(document.expectFirst("[data-zweiklick=remember]").text()).contains("180 Tage");
    }

    @Test
    void foldsTheRestIntoDetailsWhereFlowContentMayStand() {
        assertThat(flow().expectFirst("details").text()).contains("Example Road 1", "TDDDG", "Fassung dieser Hinweise");
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"PHRASING", "NOSCRIPT"})
    void elsewhereOnlyPhrasingElementsAndALinkToTheNotice(Place place) {
        Document document = Jsoup.parseBodyFragment(
                markup(page, ExampleServices.post(ExampleServices.network()), at(place), "Worte"));
        assertThat(document.body().select("*").stream()
                        .map(Element::tagName)
                        .filter(name -> !name.equals("body") && !PHRASING.contains(name)))
                .isEmpty();
        assertThat(document.select("a").eachAttr("href")).contains("/stadt/zweiklick/notice?service=network&lang=de");
        assertThat(document.select("noscript")).hasSize(place == Place.PHRASING ? 1 : 0);
        assertThat(document.select("iframe[name=zweiklick-3][title]")).isNotEmpty();
    }

    @Test
    void staysInsideAParagraph() {
        String html = markup(page, ExampleServices.post(ExampleServices.network()), at(Place.PHRASING), "");
        Document document = Jsoup.parseBodyFragment("<p>vor " + html + " nach</p>");
        assertThat(document.select("p")).hasSize(1);
        assertThat(document.expectFirst("p").text()).startsWith("vor").endsWith("nach");
    }

    @Test
    void insideControlsThereIsOnlyText() {
        PageMarkup.Placeholder placeholder =
                page.placeholder(ExampleServices.post(ExampleServices.network()), at(Place.INERT));
        assertThat(Jsoup.parseBodyFragment(placeholder.before().toString()).text())
                .isEqualTo("Beitrag bei Beispielnetz: Das \"Stadtfest\" <2026>");
        assertThat(placeholder.before().toString()).doesNotContain("<");
        assertThat(placeholder.after().isEmpty()).isTrue();
        assertThat(page.plainLink(ExampleServices.post(ExampleServices.network()), at(Place.INERT))
                        .toString())
                .doesNotContain("<");
        assertThat(page.blockedFrame("widget.example", "https://widget.example/", at(Place.INERT))
                        .toString())
                .doesNotContain("<");
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void isAsciiAndWellFormed(Place place) {
        Embed embed = ExampleServices.post(ExampleServices.federated());
        String all = "<body>" + page.form() + page.head() + markup(page, embed, at(place), "")
                + page.plainLink(embed, at(place)) + page.refreshLink("https://away.example/", at(place))
                + page.blockedFrame("widget.example", "https://widget.example/?a=1&b=2", at(place)) + "</body>";
        assertThat(all).matches("\\p{ASCII}*");
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(
                                new StringReader(all.replaceFirst("(?s)<style>.*</style>", "<style></style>")))))
                .doesNotThrowAnyException();
        assertThat(all).doesNotContain(" style=", " onclick=", " onload=");
    }

    @Test
    void linksAreMarkedAsLeadingElsewhere() {
        assertThat(flow().select("a[href^=http]")).isNotEmpty().allSatisfy(link -> {
            assertThat(link.attr("rel")).isEqualTo("noopener external nofollow");
            assertThat(link.attr("referrerpolicy")).isEqualTo("no-referrer");
            assertThat(link.text()).contains("Beispielnetz", "(anderer Anbieter)");
        });
    }

    @Test
    void keepsTheAuthorsWordsAndTheQuote() {
        Document document = flow();
        assertThat(document.expectFirst(".zweiklick-alternative > p").text()).isEqualTo("Eigene Worte");
        Element quote = document.expectFirst(".zweiklick-quote");
        assertThat(quote.text()).isEqualTo("Let's meet & greet");
        assertThat(quote.attr("lang")).isEqualTo("en");
    }

    @Test
    void namesGroupAndHeading() {
        Document document = flow();
        Element embed = document.expectFirst("zweiklick-embed");
        Element heading = document.expectFirst("[role=heading]");
        assertThat(embed.attr("role")).isEqualTo("group");
        assertThat(embed.attr("aria-labelledby")).isEqualTo(heading.id());
        assertThat(heading.attr("aria-level")).isEqualTo("3");
        assertThat(embed.select(".zweiklick-status[role=status]").text()).isEmpty();
    }

    @Test
    void offersNoRememberingWhereTheSiteDoesNot() {
        Document document = Jsoup.parseBodyFragment(markup(
                page(Views.forgetful(), List.of()),
                ExampleServices.post(ExampleServices.network()),
                at(Place.FLOW),
                ""));
        assertThat(document.select("[value=remember], [data-zweiklick=remember], [data-days]"))
                .isEmpty();
        assertThat(document.text()).doesNotContain("180 Tage", "gespeicherte Erlaubnis");
    }

    @Test
    void whatCannotBeLoadedHasALinkAndNoButton() {
        Document document = Jsoup.parseBodyFragment(
                markup(page, ExampleServices.post(ExampleServices.obscure()), at(Place.FLOW), "<p>Worte</p>"));
        assertThat(document.select("button, iframe")).isEmpty();
        assertThat(document.select("zweiklick-embed[data-state=unavailable] a").attr("href"))
                .isEqualTo("https://www.obscure.example/post/7");
        assertThat(document.text()).contains("Dunkelnetz", "Let's meet", "Worte");
    }

    @Test
    void aBlockedFrameIsNamedAndLinked() {
        Document document = Jsoup.parseBodyFragment(
                page.blockedFrame("widget.example", "https://widget.example/x", at(Place.PHRASING))
                        .toString());
        assertThat(document.expectFirst("[data-zweiklick-blocked=widget.example] a")
                        .attr("href"))
                .isEqualTo("https://widget.example/x");
        assertThat(document.text()).contains("Inhalt von widget.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//elsewhere.example", "https:/x"})
    void onlyWebAddressesBecomeLinks(String address) {
        assertThat(page.blockedFrame("widget.example", address, at(Place.FLOW)).toString())
                .doesNotContain("<a");
    }

    /** Heading and alternative say what it is, so that it has no text of its own. */
    @Test
    void aPosterStandsBetweenHeadingAndAlternative() {
        Element poster = flow().expectFirst(".zweiklick-title + img.zweiklick-poster");
        assertThat(poster.attr("src")).isEqualTo("/bilder/fest \"1\".jpg");
        assertThat(poster.hasAttr("alt")).isTrue();
        assertThat(poster.attr("alt")).isEmpty();
        assertThat(poster.attr("loading")).isEqualTo("lazy");
        assertThat(flow().select("img.zweiklick-poster + .zweiklick-alternative"))
                .hasSize(1);
    }

    @Test
    void aNetworksPosterHasItsPlaceBeforeItComes() {
        Occurrence where = at(Place.PHRASING);
        Embed embed = ExampleServices.video(ExampleServices.network());
        for (boolean ofNetwork : new boolean[] {true, false}) {
            Occurrence pictured = new Occurrence(
                    4,
                    where.place(),
                    where.language(),
                    where.width(),
                    where.height(),
                    where.title(),
                    where.quote(),
                    3,
                    Optional.of(new Poster("/p", ofNetwork)));
            Element poster =
                    Jsoup.parseBodyFragment(markup(page, embed, pictured, "")).expectFirst("img.zweiklick-poster");
            assertThat(poster.attr("width")).isEqualTo(ofNetwork ? "640" : "");
            assertThat(poster.attr("height")).isEqualTo(ofNetwork ? "360" : "");
        }
    }

    @Test
    void theHeadFollowsThePagesPolicy() {
        assertThat(page.head().toString()).startsWith("<style>").contains("<script src=\"/stadt/zweiklick/assets/");
        String strict =
                page(Views.forgetful(), List.of("default-src 'self'")).head().toString();
        assertThat(strict).startsWith("<link rel=\"stylesheet\" href=\"/stadt/zweiklick/assets/zweiklick-");
        String nonce = page(Views.forgetful(), List.of("default-src 'nonce-abc' 'strict-dynamic'"))
                .head()
                .toString();
        assertThat(nonce).startsWith("<style nonce=\"abc\">").contains("defer=\"\" nonce=\"abc\"");
    }

    @Test
    void theSameEmbedIsWrittenTheSameForEveryone() {
        Embed embed = ExampleServices.post(ExampleServices.network());
        assertThat(markup(page, embed, at(Place.FLOW), ""))
                .isEqualTo(markup(page(Views.city(), List.of("script-src 'nonce-1'")), embed, at(Place.FLOW), ""));
    }

    @Test
    void speaksTheLanguageOfThePlace() {
        Occurrence english = new Occurrence(
                1,
                Place.FLOW,
                Optional.of("en-IE"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                2,
                Optional.empty());
        Document document =
                Jsoup.parseBodyFragment(markup(page, ExampleServices.video(ExampleServices.network()), english, ""));
        assertThat(document.expectFirst("zweiklick-embed").attr("lang")).isEqualTo("en");
        assertThat(document.text()).contains("Video on Beispielnetz", "Load once", "Ireland", "United States");
        assertThat(document.expectFirst("zweiklick-embed").attr("data-ratio")).isEqualTo("16/9");
    }

    @Test
    void theFormIsEmptyAndHidden() {
        Element form = Jsoup.parseBodyFragment(page.form().toString()).expectFirst("form#zweiklick-form");
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.hasAttr("hidden")).isTrue();
        assertThat(form.children()).isEmpty();
    }
}
