package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo city and the gallery of components as visitors see them, whatever they have set in their browsers. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoAppearanceTest {
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final String GALLERY = DemoVisit.GALLERY + "?lang=";

    private DemoVisit demo;
    private Axe axe;

    @BeforeAll
    void start() throws Exception {
        demo = DemoVisit.start();
        axe = Axe.of(demo.visit());
    }

    @AfterAll
    void stop() throws IOException {
        if (demo != null) {
            demo.close();
        }
    }

    static List<String> germanPages() {
        return Stream.concat(City.GERMAN_PAGES.stream(), Stream.of("/suche?q=Markt", GALLERY + "de"))
                .toList();
    }

    static List<String> englishPages() {
        return List.of(
                "/en/",
                "/en/news",
                "/en/news/market-square",
                "/en/news/bicycle-station",
                "/en/news/reading-night",
                "/en/events",
                "/en/town-hall",
                "/en/services",
                "/en/city-life",
                "/en/take-part",
                "/en/imprint",
                "/en/privacy",
                "/en/accessibility",
                "/en/search?q=market",
                "/en/pruefstand",
                GALLERY + "en");
    }

    @ParameterizedTest
    @MethodSource("germanPages")
    void germanPagesOnAPhoneByDay(String path) {
        check(path, PHONE, "light");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/en/", "/en/news/market-square", "/en/events", "/en/privacy", "/en/pruefstand", GALLERY + "en"})
    void englishPagesOnADeskByNight(String path) {
        check(path, DESK, "dark");
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("germanPages")
    void germanPagesTheOtherWays(String path) {
        check(path, PHONE, "dark");
        check(path, DESK, "light");
        check(path, DESK, "dark");
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("englishPages")
    void englishPagesTheOtherWays(String path) {
        check(path, PHONE, "light");
        check(path, PHONE, "dark");
        check(path, DESK, "light");
        check(path, DESK, "dark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de-simple", "tr"})
    void theGallerySpeaksOtherLanguages(String tag) {
        check(GALLERY + tag, PHONE, "light");
        assertThat(demo.list("looks.clipped()")).isEmpty();
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bg", "cs", "da", "el", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl",
                "pt", "ro", "ru", "sk", "sl", "sv", "uk"
            })
    void theGallerySpeaksEveryLanguage(String tag) {
        theGallerySpeaksOtherLanguages(tag);
    }

    @Test
    void forcedColoursKeepEveryEdge() {
        demo.screen(DESK, 2000);
        demo.tools().media("forced-colors", "active");
        demo.open(GALLERY + "de");

        axe.check("gallery-forced-colours");
        assertThat(
                        edges(
                                "zweiklick-embed .zweiklick-button, .zweiklick-card, .zweiklick-box, .zweiklick-alternative > p"))
                .as("what has no edge is told apart by nothing")
                .allMatch(edge -> edge.startsWith("solid") || edge.equals("none P"));
    }

    @Test
    void moreContrastMakesEdgesAsDarkAsTheText() {
        demo.screen(DESK, 2000);
        demo.tools().media("prefers-contrast", "more");
        demo.open(GALLERY + "de");

        axe.check("gallery-more-contrast");
        assertThat(demo.list("[...document.querySelectorAll('.zweiklick-card, .zweiklick-box')].map(node =>"
                        + " getComputedStyle(node)).filter(style => style.borderTopColor !== style.color)"
                        + ".map(style => style.borderTopColor)"))
                .isEmpty();
    }

    /** WCAG 1.4.12, and 1.4.4: nothing is cut off. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "360|* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
                        + " p { margin-block-end: 2em !important }",
                "1280|html { font-size: 200% }",
                "640|html { font-size: 200% }"
            })
    void spacedAndLargeTextIsNotClipped(int width, String style) {
        demo.screen(width, 2000);
        demo.open(GALLERY + "de");
        demo.visit()
                .evaluate("(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('" + style
                        + "'); document.adoptedStyleSheets.push(sheet); })()");

        assertThat(demo.list("looks.clipped()")).isEmpty();
        axe.check("gallery-" + width + (style.startsWith("html") ? "-large" : "-spaced"));
    }

    @Test
    void onPaperThereIsWhereItIsFoundInsteadOfAFrame() {
        demo.screen(DESK, 2000);
        demo.open(GALLERY + "de");
        demo.visit().browser().click("#video [value=once]");
        demo.holds("!!document.querySelector('#video .zweiklick-frame')");

        demo.tools().paper(true);

        assertThat(
                        demo.list(
                                "['.zweiklick-frame', '.zweiklick-status', '.zweiklick-bar', '.zweiklick-actions', '.zweiklick-title',"
                                        + " '.zweiklick-links a'].filter(css => document.querySelector('#video ' + css).checkVisibility())"))
                .containsExactly(".zweiklick-title", ".zweiklick-links a");
        assertThat(demo.text(
                        "getComputedStyle(document.querySelector('#video .zweiklick-links a'), '::after').content"))
                .contains("https://www.youtube.com/watch?v=aqz-KE-bpKQ");
        assertThat(demo.text("getComputedStyle(document.querySelector('#video .zweiklick-links a:last-child'),"
                        + " '::after').content"))
                .as("an address of our own is of no use on paper")
                .isEqualTo("none");
        demo.visit().browser().screenshot(Path.of("target", "screenshots", "gallery-print.png"));
    }

    /** Not for those only who asked for it: there is nothing to reduce. */
    @Test
    void nothingMoves() {
        demo.screen(DESK, 2000);
        demo.open(GALLERY + "de");
        demo.visit().browser().click("#video [value=once]");
        demo.holds("!!document.querySelector('#video .zweiklick-frame')");

        assertThat(demo.list("looks.moving()")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, 360", "dark, 1280"})
    void textsAndEdgesStandOut(String scheme, int width) {
        demo.screen(width, 2000);
        demo.tools().media("prefers-color-scheme", scheme);
        demo.open(GALLERY + "de");

        assertThat(demo.list("looks.faint('zweiklick-embed')")).isEmpty();
        assertThat(demo.list("looks.faint('.zweiklick-box')")).isEmpty();
        for (String section : List.of("#video", "#post", "#paragraph", "#narrow", "#narrow .schmal")) {
            assertThat(demo.list("looks.unlike('" + section + "')"))
                    .as("the buttons in %s", section)
                    .isEmpty();
        }
    }

    private List<String> edges(String css) {
        return demo.list("[...document.querySelectorAll('" + css
                + "')].map(node => getComputedStyle(node).borderTopStyle + (node.localName === 'p' ? ' P' : ''))");
    }

    private void check(String path, int width, String scheme) {
        demo.screen(width, 2000);
        demo.tools().media("prefers-color-scheme", scheme);
        demo.open(path);
        axe.check("demo" + path.replaceAll("[/?=]", "-") + "-" + scheme + "-" + width);
    }
}
