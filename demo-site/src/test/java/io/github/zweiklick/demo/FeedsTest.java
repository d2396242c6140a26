package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The city shows what it wrote at its simulated networks, as its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FeedsTest {
    private static final String ALL = "/zweiklick/feeds/mastodon,facebook,x,youtube,bluesky,presse";

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

    private Document page(String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body(), site.origin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en/"})
    void theFrontPageHoldsPostsOfAllNetworksInTheOrderOfTime(String path) throws Exception {
        Document page = page(path);

        assertThat(page.select(".zweiklick-feed[data-layout=cards] article")).hasSize(6);
        assertThat(page.select("article.zweiklick-post h3").eachText())
                .as("one of each")
                .anyMatch(title -> title.endsWith("Mastodon"))
                .anyMatch(title -> title.endsWith("Facebook"))
                .anyMatch(title -> title.contains(" X (") && title.endsWith(")"))
                .anyMatch(title -> title.endsWith("Bluesky"))
                .contains("Aus dem Rat: Beschlüsse in drei Minuten", "Der Marktplatz ist wieder frei");
        List<Instant> times = page.select("article.zweiklick-post header time").eachAttr("datetime").stream()
                .map(time -> OffsetDateTime.parse(time).toInstant())
                .toList();
        assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(times).allMatch(time -> time.isAfter(Instant.now().minus(Duration.ofHours(9))));
        assertThat(page.select("zweiklick-feed > ul"))
                .as("the author's own words make room")
                .isEmpty();
        assertThat(page.select(".zweiklick-feed zweiklick-embed[data-service=youtube][data-state=placeholder]"))
                .hasSize(1);
        assertThat(site.networks().orElseThrow().log().contacts())
                .as("the server asks, and nobody visits")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/neues, list", "/en/news, list", "/rathaus, compact", "/en/town-hall, compact"})
    void innerPagesHoldPostsToo(String path, String layout) throws Exception {
        assertThat(page(path).select(".zweiklick-feed[data-layout=" + layout + "] article"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void allThatPostsCanHaveIsShown() throws Exception {
        Document page = page(ALL + ".html?lang=de&limit=50");

        assertThat(page.select("article.zweiklick-post")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(page.select("details.zweiklick-post-asked > summary").eachText())
                .anyMatch(text -> text.contains("Feuerwehreinsatz am Hafen"));
        assertThat(page.select(".zweiklick-post-poll")).hasSize(2);
        assertThat(page.select("blockquote.zweiklick-post-quote")).hasSize(2);
        assertThat(page.select(".zweiklick-post-card")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.select("img.zweiklick-post-emoji")).hasSize(1);
        assertThat(page.select(".zweiklick-post-text").eachAttr("lang")).contains("de", "tr", "ar");
        assertThat(page.select(".zweiklick-post-line").eachText()).anyMatch(text -> text.contains("bearbeitet"));
        assertThat(page.select("img.zweiklick-post-picture").eachAttr("alt"))
                .anyMatch(text -> text.startsWith("Das Rathaus mit seinem Treppengiebel"))
                .contains("Bild ohne Beschreibung");
        assertThat(page.select(".zweiklick-post-text").text()).doesNotContain("{{", ":wappen:", "utm_");
    }

    @Test
    void picturesComeFromTheSite() throws Exception {
        Set<String> pictures = new LinkedHashSet<>();
        for (String path : List.of("/", "/neues", ALL + ".html?lang=de&limit=50")) {
            for (Element image : page(path).select(".zweiklick-feed img")) {
                pictures.add(image.attr("src"));
                for (String candidate : image.attr("srcset").split(",\\s*")) {
                    pictures.add(candidate.replaceFirst(" .*", ""));
                }
            }
        }
        pictures.remove("");

        assertThat(pictures).hasSizeGreaterThan(20).allMatch(address -> address.startsWith("/zweiklick/media/"));
        for (String address : pictures) {
            HttpResponse<String> answer = browser.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("image/");
        }
    }

    @Test
    void programsReadThem() throws Exception {
        JsonNode json = JsonMapper.shared().readTree(browser.get(ALL).body());
        assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.path("items").size()).isGreaterThan(5);
        assertThat(json.at("/items/0/image").asString()).startsWith(site.origin() + "/zweiklick/media/");

        Document atom = Jsoup.parse(browser.get(ALL + ".atom").body(), site.origin(), Parser.xmlParser());
        assertThat(atom.select("feed > entry")).hasSizeGreaterThan(5);
    }

    @Test
    void olderPostsStandOnFurtherPages() throws Exception {
        Document front = page("/");
        List<String> newest = front.select("article.zweiklick-post header time").eachAttr("datetime");

        Document second = page(front.select(".zweiklick-feed-pages a").attr("href"));

        assertThat(second.select("article.zweiklick-post")).hasSize(6);
        assertThat(second.select("article.zweiklick-post header time").eachAttr("datetime"))
                .doesNotContainAnyElementsOf(newest);
        assertThat(second.select(".zweiklick-feed-pages a")).hasSize(2);
        assertThat(second.select("[src^=http], [href^=http]:not(a)")).isEmpty();
    }
}
