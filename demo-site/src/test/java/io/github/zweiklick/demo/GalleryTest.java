package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GalleryTest {
    private DemoSite site;
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        site = DemoSite.start(DemoOptions.anyPort());
        browser = new Browser(site.origin());
        browser.awaitPosts();
    }

    @AfterAll
    void end() {
        site.close();
    }

    static Stream<String> languages() {
        return Settings.languages().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyComponentSpeaksTheLanguageAskedFor(String tag) throws Exception {
        Document page = gallery("?lang=" + tag);

        assertThat(page.select("main zweiklick-embed[data-state], main .zweiklick-box"))
                .hasSize(13)
                .allSatisfy(component -> {
                    assertThat(component.attr("lang")).isEqualTo(tag);
                    assertThat(component.attr("dir")).isEqualTo(tag.equals("ar") ? "rtl" : "ltr");
                });
        assertThat(page.select("nav [aria-current]").attr("href")).isEqualTo("/zweiklick-gallery?lang=" + tag);
        assertThat(page.title()).contains(page.select("nav [aria-current]").text());
    }

    @Test
    void everyStateAndPlaceIsThere() throws Exception {
        Document page = gallery("");

        assertThat(page.select("zweiklick-embed[data-state=placeholder]").eachAttr("data-service"))
                .containsExactly(
                        "youtube",
                        "x",
                        "facebook",
                        "openstreetmap",
                        "soundcloud",
                        "mastodon",
                        "youtube",
                        "youtube",
                        "vimeo",
                        "youtube",
                        "vimeo");
        assertThat(page.select("zweiklick-embed[data-state=unavailable]").eachAttr("data-service"))
                .containsExactly("komoot");
        assertThat(page.select("#box .zweiklick-box, #post .zweiklick-quote, #video .zweiklick-alternative > p"))
                .hasSize(3);
        Element share = page.expectFirst("#share a");
        assertThat(share.attr("href")).startsWith("/zweiklick/out?to=https%3A%2F%2Fx.com");
        assertThat(share.text()).startsWith("Share: X");
        assertThat(page.select("#settings zweiklick-settings")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "de-simple"})
    void postsOfNetworksStandInEachLayout(String tag) throws Exception {
        Document page = gallery("?lang=" + tag);

        assertThat(page.select("[id^=feed-] .zweiklick-feed").eachAttr("data-layout"))
                .containsExactly("cards", "list", "compact", "compact");
        assertThat(page.select(".zweiklick-feed").eachAttr("lang")).containsOnly(tag);
        assertThat(page.select("#feed-none article")).isEmpty();
        assertThat(page.select("#feed-none a").text()).startsWith("Die Stadt bei Mastodon");
    }

    @Test
    void languagesBearTheirOwnNames() throws Exception {
        assertThat(gallery("").select(".sprachwahl a").eachText())
                .hasSize(Settings.languages().size())
                .startsWith("Deutsch", "English")
                .contains("العربية", "Ελληνικά", "Deutsch (einfache Sprache)", "Türkçe")
                .doesNotHaveDuplicates();
    }

    @Test
    void unknownLanguagesAreAnsweredInEnglish() throws Exception {
        for (String query : List.of("", "?lang=xx", "?lang=", "?lang=%3Cscript%3E")) {
            assertThat(gallery(query).expectFirst("main").attr("lang")).isEqualTo("en");
        }
    }

    private Document gallery(String query) throws Exception {
        return Jsoup.parse(browser.get("/zweiklick-gallery" + query).body());
    }
}
