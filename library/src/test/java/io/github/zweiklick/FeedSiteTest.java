package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.media.PictureName;
import io.github.zweiklick.page.PageSource;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.upstream.Eventually;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.Guarding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A site with a feed, from the configuration to the page, with a network that does as it is told. */
@Timeout(60)
final class FeedSiteTest {
    private static final String ORIGIN = "https://www.musterstadt.example";
    private static final String ELEMENT =
            "<zweiklick-feed source=\"rathaus\"><p>Posts: <a href=\"/posts\">here</a></p>" + "</zweiklick-feed>";

    private final StubServer stub = StubServer.http();
    private final TestClock clock = new TestClock();
    private volatile String statuses = "[]";
    private volatile int status = 200;
    private @Nullable Site started;

    FeedSiteTest() {
        stub.replies((request, socket) ->
                StubServer.status(status, "application/json", statuses).to(request, socket));
    }

    /** Begins with the first look: it asks at once. */
    private synchronized Site site() {
        Site site = Optional.ofNullable(started)
                .orElseGet(() ->
                        Site.of(Configuration.parse("""
                                {"origin": "%s", "feeds": {"timeZone": "Europe/Berlin", "sources": {"rathaus":
                                  {"kind": "mastodon", "base": "%s", "accountId": "7", "refresh": "10 minutes"}}}}""".formatted(ORIGIN, stub.origin()), "zweiklick.json"), clock));
        started = site;
        return site;
    }

    @AfterEach
    void close() {
        site().asked().close();
        stub.close();
    }

    private static String post(int id, String words) {
        return """
                {"id": "%d", "created_at": "2026-11-24T08:0%d:00.000Z", "url": "https://social.example/@stadt/%d",
                 "visibility": "public", "language": "de", "content": "<p>%s</p>",
                 "account": {"id": "7", "acct": "stadt", "display_name": "Musterstadt", "url": "https://social.example/@stadt",
                   "avatar_static": "https://files.social.example/avatar.png"},
                 "media_attachments": [{"type": "image", "url": "https://files.social.example/%d.jpg",
                   "meta": {"original": {"width": 1600, "height": 900}}, "description": "Das Rathaus im Schnee"}]}""".formatted(id, id, id, words, id);
    }

    private Document page() {
        return page(ELEMENT);
    }

    private Document page(String element) {
        Rewrite rewrite = rewrite(element);
        return Jsoup.parse(
                rewrite instanceof Rewrite.Rewritten done ? new String(done.body(), StandardCharsets.UTF_8) : element,
                ORIGIN + "/");
    }

    private Rewrite rewrite(String element) {
        WebUrl address = WebUrl.parse(ORIGIN + "/").orElseThrow();
        byte[] body = ("<!doctype html><html lang=de><head><title>a</title></head><body><h2>Neues</h2>" + element)
                .getBytes(StandardCharsets.UTF_8);
        return site().rewriter()
                .rewrite(
                        new PageSource(
                                body,
                                Optional.of("text/html; charset=utf-8"),
                                address,
                                site().ownership().of(address),
                                "/zweiklick"),
                        site().view().page("/zweiklick", List.of(), Guarding.NONE));
    }

    private Reply get(String path) {
        return site().endpoints()
                .answer(
                        new Request(
                                "GET",
                                path.replaceFirst("\\?.*", ""),
                                WebUrl.parse(ORIGIN + "/zweiklick" + path).orElseThrow(),
                                name -> Optional.empty(),
                                new byte[0]),
                        "/zweiklick");
    }

    private void showing(int posts) {
        Eventually.until(posts + " posts", () -> page().select("article").size() == posts);
    }

    @Test
    void postsStandInThePageAsTheSitesOwn() {
        statuses = "[" + post(1, "Das B\\u00fcrgerb\\u00fcro ist offen.") + ","
                + post(2, "Es schneit <script>x()</script>.") + "]";
        showing(2);
        Document page = page();

        assertThat(page.select("article h3").eachText())
                .containsExactly("\u2068Musterstadt\u2069 bei Mastodon", "\u2068Musterstadt\u2069 bei Mastodon");
        assertThat(page.select("article .zweiklick-post-text").eachText())
                .containsExactly("Es schneit .", "Das Bürgerbüro ist offen.");
        assertThat(page.select("time").attr("datetime")).isEqualTo("2026-11-24T09:02:00+01:00");
        assertThat(page.select("time").eachText().get(0)).matches("24\\. November 2026\\D+09:02");
        assertThat(page.select("img").eachAttr("src")).allMatch(src -> src.startsWith("/zweiklick/media/"));
        assertThat(page.select("img.zweiklick-post-picture").attr("alt")).isEqualTo("Das Rathaus im Schnee");
        assertThat(page.select("script").eachAttr("src"))
                .as("nothing of the network's")
                .hasSize(1)
                .allMatch(src -> src.startsWith("/zweiklick/assets/feed-"));
        assertThat(page.select("link[rel=stylesheet]").eachAttr("href"))
                .anyMatch(href -> href.contains("/assets/feed"));
        assertThat(page.text()).containsPattern("Quelle: Mastodon, abgerufen 24\\. November 2026\\D+11:00");
    }

    @Test
    void withoutPostsTheAuthorsOwnWordsStay() {
        status = 503;
        site();
        Eventually.until("it was asked", () -> !stub.requests().isEmpty());
        assertThat(page().select("zweiklick-feed a").eachAttr("href")).containsExactly("/posts");
        Eventually.until(
                "it is told",
                () -> site().findings().findings().stream()
                        .anyMatch(finding -> finding.kind() == Finding.Kind.UPSTREAM
                                && finding.place().equals("feed-rathaus")));
    }

    @Test
    void whatIsDeletedAtTheNetworkIsGoneWithinTheInterval() {
        statuses = "[" + post(1, "Bleibt.") + "," + post(2, "Geht.") + "]";
        showing(2);

        statuses = "[" + post(1, "Bleibt.") + "]";
        clock.advance(Duration.ofMinutes(10));
        showing(1);
        assertThat(page().text()).contains("Bleibt.").doesNotContain("Geht.");
    }

    @Test
    void whatIsAskedForInVainIsShownForADayAndNoLonger() {
        statuses = "[" + post(1, "Hier.") + "]";
        showing(1);

        status = 500;
        clock.advance(Duration.ofHours(23));
        assertThat(page().text()).contains("Hier.");
        clock.advance(Duration.ofHours(1));
        assertThat(page().select("article")).isEmpty();
    }

    @Test
    void anAccountThatIsNoMoreIsShownNoLonger() {
        statuses = "[" + post(1, "Hier.") + "]";
        showing(1);

        status = 410;
        clock.advance(Duration.ofMinutes(10));
        showing(0);
    }

    @Test
    void theSameStandsInFeedsForPrograms() {
        statuses = "[" + post(1, "Das B\\u00fcrgerb\\u00fcro ist offen.") + "]";
        showing(1);

        JsonNode json = JsonMapper.shared().readTree(get("/feeds/rathaus").body());
        assertThat(json.at("/items/0/content_text").asString()).isEqualTo("Das Bürgerbüro ist offen.");
        assertThat(json.at("/items/0/image").asString()).startsWith(ORIGIN + "/zweiklick/media/");
        assertThat(json.at("/items/0/_zweiklick/media/0/alternative").asString())
                .isEqualTo("Das Rathaus im Schnee");
        Document atom = Jsoup.parse(
                new String(get("/feeds/rathaus.atom").body(), StandardCharsets.UTF_8),
                ORIGIN,
                org.jsoup.parser.Parser.xmlParser());
        assertThat(atom.select("entry > title").eachText()).containsExactly("Das Bürgerbüro ist offen.");
        assertThat(get("/feeds/rathaus.html").status()).isEqualTo(200);
        assertThat(get("/feeds/rathaus.html?page=2").status()).isEqualTo(404);
        assertThat(get("/feeds/nobody").status()).isEqualTo(404);
    }

    @Test
    void moreThanIsWantedStandsOnFurtherPages() {
        statuses = "[" + post(1, "Eins.") + "," + post(2, "Zwei.") + "," + post(3, "Drei.") + "]";
        showing(3);

        Document page = page("<zweiklick-feed source=rathaus limit=2></zweiklick-feed>");
        assertThat(page.select("article")).hasSize(2);
        String older = page.select(".zweiklick-feed-pages a").attr("href");
        assertThat(older).startsWith("/zweiklick/feeds/rathaus.html?");
        Document next = Jsoup.parse(
                new String(get(older.substring("/zweiklick".length())).body(), StandardCharsets.UTF_8));
        assertThat(next.select("article .zweiklick-post-text").eachText()).containsExactly("Eins.");
        assertThat(next.select(".zweiklick-feed-pages a").eachText()).containsExactly("Neuere Beiträge");
    }

    private Reply administer(String method, String path, String fetchSite) {
        return site().admin()
                .answer(
                        new Request(
                                method,
                                path.replaceFirst("\\?.*", ""),
                                WebUrl.parse(ORIGIN + "/zweiklick" + path).orElseThrow(),
                                name -> name.equals("Sec-Fetch-Site") ? Optional.of(fetchSite) : Optional.empty(),
                                new byte[0]),
                        "/zweiklick");
    }

    @Test
    void anOfficerTakesAPostOutAndShowsItAgain() {
        statuses = "[" + post(1, "Bleibt.") + "," + post(2, "Geht.") + "]";
        showing(2);
        String page =
                new String(administer("GET", "/admin/posts?lang=en", "none").body(), StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(page).select("form").eachAttr("action"))
                .contains("/zweiklick/admin/posts?do=remove&source=rathaus&lang=en&post=2");

        assertThat(administer("POST", "/admin/posts?do=remove&source=rathaus&post=2", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(page().select("article")).hasSize(2);
        assertThat(administer("POST", "/admin/posts?do=remove&source=rathaus&post=2", "same-origin")
                        .status())
                .isEqualTo(303);
        assertThat(page().text()).contains("Bleibt.").doesNotContain("Geht.");

        // The network goes on answering it.
        clock.advance(Duration.ofMinutes(10));
        int asked = stub.requests().size();
        Eventually.until(
                "it is asked again",
                () -> page().select("article").size() == 1 && stub.requests().size() > asked);
        assertThat(page().text()).doesNotContain("Geht.");
        assertThat(administer("POST", "/admin/posts?do=restore&source=rathaus&post=2", "same-origin")
                        .status())
                .isEqualTo(303);
        assertThat(page().select("article")).hasSize(2);
    }

    /** A cleaned address of a post must not have the server ask machines of the house that another source names. */
    @Test
    void picturesLeadToNoOriginOfAnotherSource() throws Exception {
        try (StubServer inside = StubServer.http()) {
            statuses = "["
                    + post(1, "Hier.").replace("https://files.social.example/1.jpg", inside.origin() + "/secret.jpg")
                    + "]";
            Site two = Site.of(
                    Configuration.parse("""
                            {"origin": "%s", "feeds": {"sources": {
                              "rathaus": {"kind": "mastodon", "base": "%s", "accountId": "7", "others": "show", "rights": "x"},
                              "intern": {"kind": "feed", "address": "%s/feed.xml"}}}}""".formatted(ORIGIN, stub.origin(), inside.origin()), "zweiklick.json"),
                    clock);
            try {
                Eventually.until(
                        "the post is there",
                        () -> two.asked()
                                        .feeds()
                                        .page(List.of("rathaus"), Optional.empty(), 0, 1)
                                        .items()
                                        .size()
                                == 1);
                String name = PictureName.of(inside.origin() + "/secret.jpg");
                assertThat(two.asked().feeds().picture(name)).isEmpty();
                assertThat(inside.lines()).allMatch(line -> line.startsWith("GET /feed.xml "));
            } finally {
                two.asked().close();
            }
        }
    }

    @Test
    void anOfficerHasAllOfASourceFetchedAnew() {
        statuses = "[" + post(1, "Alt.") + "]";
        showing(1);
        statuses = "[" + post(1, "Neu.") + "]";
        assertThat(administer("POST", "/admin/posts?do=forget&source=rathaus", "same-origin")
                        .status())
                .isEqualTo(303);
        Eventually.until("it is fetched anew", () -> page().text().contains("Neu."));
        JsonNode status = JsonMapper.shared()
                .readTree(administer("GET", "/admin/status.json", "none").body());
        assertThat(status.at("/feeds/0/posts/0/id").asString()).isEqualTo("1");
        assertThat(status.at("/feeds/0/pictures").asInt()).isEqualTo(2);
    }

    @Test
    void anUnknownSourceIsAFinding() {
        rewrite("<zweiklick-feed source=rathhaus></zweiklick-feed>");
        assertThat(site().findings().findings())
                .anyMatch(finding -> finding.message().contains("rathhaus")
                        && finding.remedy().contains("\"rathaus\""));
    }
}
