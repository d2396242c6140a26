package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.Picture;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.upstream.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Single posts of one network from the configuration to the page, over time. */
@Timeout(60)
final class PostSiteTest {
    private static final String SITE = "https://social.bund.de";
    private static final String POST = SITE + "/@stadt/117186566559767748";
    private static final String OTHER = SITE + "/@nachbar/117186566559767749";
    private static final String ASKED = "/api/v1/statuses/117186566559767748 ";
    private static final String ASKED_OTHER = "/api/v1/statuses/117186566559767749 ";

    private PostSite site = new PostSite(feeds("", "\"sources\": [\"rathaus\"]"));

    private static String feeds(String source, String posts) {
        return """
                {"timeZone": "Europe/Berlin", "sources": {"rathaus": {"kind": "mastodon", "base": "BASE", "site": "%s",
                  "accountId": "7", "refresh": "10 minutes" %s}}, "posts": {%s}}""".formatted(SITE, source, posts);
    }

    private PostSite with(String source, String posts) {
        site.close();
        site = new PostSite(feeds(source, posts));
        return site;
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String status(String address, String account, String words) {
        String id = address.substring(address.lastIndexOf('/') + 1);
        return """
                {"id": "%s", "created_at": "2026-11-24T08:00:00.000Z", "url": "%s", "visibility": "public",
                 "language": "de", "content": "<p>%s</p>",
                 "account": {"id": "%s", "acct": "stadt", "display_name": "Musterstadt", "url": "https://social.bund.de/@stadt"},
                 "media_attachments": [{"type": "image", "url": "https://files.social.example/rathaus.jpg",
                   "meta": {"original": {"width": 1600, "height": 900}}, "description": "Das Rathaus im Schnee"}]}""".formatted(id, address, words, account);
    }

    @Test
    void isShownAsInAFeed() {
        site.answer(ASKED, 200, status(POST, "7", "Das <b>Rathaus</b> ist offen<script>x()</script>."));
        Document first = site.post(POST);
        assertThat(PostSite.isTwoClick(first)).as("nothing is known yet").isTrue();

        Element article = site.article(POST);
        assertThat(article.select(".zweiklick-post-text").text()).isEqualTo("Das Rathaus ist offen.");
        assertThat(article.select("h3").text()).contains("Musterstadt", "Mastodon");
        assertThat(article.select("img").eachAttr("alt")).containsExactly("Das Rathaus im Schnee");
        assertThat(article.select("img").eachAttr("src")).allMatch(src -> src.startsWith("/zweiklick/media/"));
        Document page = site.post(POST);
        assertThat(page.select(".own, zweiklick-embed")).isEmpty();
        assertThat(page.select("script").eachAttr("src"))
                .as("nothing of the network's")
                .hasSize(1)
                .allMatch(src -> src.startsWith("/zweiklick/assets/feed-"));
        assertThat(page.text()).containsPattern("Quelle: Mastodon, abgerufen 24\\. November 2026");
        assertThat(page.select("link[rel=stylesheet]").eachAttr("href"))
                .anyMatch(href -> href.contains("/assets/feed"));
        String picture = article.select("img").attr("src").replaceAll("^.*/media/|-[0-9]+$", "");
        assertThat(site.site.asked().feeds().picture(picture).map(Picture::address))
                .hasValue("https://files.social.example/rathaus.jpg");
        assertThat(site.asked(ASKED)).as("however many pages").hasSize(1);
        assertThat(site.lifetime(PostSite.element(POST))).hasValue(Duration.ofMinutes(10));
        assertThat(site.isSameAgain(site.sent(PostSite.element(POST))))
                .as("a second pass")
                .isTrue();
    }

    @Test
    void otherFormsOfTheAddressAreTheSamePost() {
        site.answer(ASKED, 200, status(POST, "7", "Hier."));
        site.article(POST);
        for (String form : new String[] {
            POST + "/embed",
            SITE + "/users/stadt/statuses/117186566559767748",
            SITE + "/web/@stadt/117186566559767748",
            POST + "?utm_source=brief#x",
            POST.replace("https:", "http:")
        }) {
            assertThat(site.post(form).select("article")).as(form).hasSize(1);
        }
        assertThat(site.asked(ASKED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void whatIsDeletedIsGoneWithinTheInterval(int status) {
        site.answer(ASKED, 200, status(POST, "7", "Hier."));
        String picture = site.article(POST).select("img").attr("src").replaceAll("^.*/media/|-[0-9]+$", "");

        site.answer(ASKED, status, "{}");
        site.clock.advance(Duration.ofMinutes(9));
        assertThat(site.post(POST).select("article")).hasSize(1);
        site.clock.advance(Duration.ofMinutes(1));
        site.gone(POST);
        assertThat(site.site.asked().feeds().picture(picture)).isEmpty();
        assertThat(site.lifetime(PostSite.element(POST))).as("it may come back").hasValue(Duration.ofMinutes(10));

        site.answer(ASKED, 200, status(POST, "7", "Wieder da."));
        site.clock.advance(Duration.ofMinutes(10));
        assertThat(site.article(POST).text()).contains("Wieder da.");
    }

    @Test
    void isFollowedThoughNobodyLooks() {
        site.answer(ASKED, 200, status(POST, "7", "Hier."));
        site.article(POST);
        site.answer(ASKED, 404, "{}");
        site.clock.advance(Duration.ofHours(3));
        site.site.asked().feeds();
        Eventually.until("it is asked again", () -> site.asked(ASKED).size() == 2);
        site.gone(POST);
    }

    @Test
    void isShownForADayWhileTheNetworkIsUnwell() {
        site.answer(ASKED, 200, status(POST, "7", "Hier."));
        site.article(POST);
        site.answer(ASKED, 500, "");
        site.clock.advance(Duration.ofHours(23));
        assertThat(site.post(POST).select("article")).hasSize(1);
        site.clock.advance(Duration.ofHours(1));
        Eventually.until("too old", () -> PostSite.isTwoClick(site.post(POST)));
    }

    @Test
    void ofOthersTheWordsAreShownUnlessThereIsARight() {
        site.answer(ASKED_OTHER, 200, status(OTHER, "8", "Von nebenan."));
        Element words = site.article(OTHER);
        assertThat(words.text()).contains("Von nebenan.");
        assertThat(words.select("img")).isEmpty();

        with(", \"others\": \"show\", \"rights\": \"Absprache\"", "\"sources\": [\"rathaus\"]")
                .answer(ASKED_OTHER, 200, status(OTHER, "8", "Von nebenan."));
        assertThat(site.article(OTHER).select("img")).hasSize(1);

        with(", \"others\": \"leave-out\"", "\"sources\": [\"rathaus\"]")
                .answer(ASKED_OTHER, 200, status(OTHER, "8", "Von nebenan."));
        site.post(OTHER);
        Eventually.until(
                "it was asked",
                () -> site.site.asked().feeds().statuses().get(0).held() >= 1);
        assertThat(PostSite.isTwoClick(site.post(OTHER))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mastodon.social/@stadt/117186566559767748",
                "https://social.bund.de@mastodon.social/@stadt/117186566559767748",
                "https://social.bund.de.evil.example/@stadt/117186566559767748",
                "https://social.bund.de:8443/@stadt/117186566559767748",
                "https://social.bund.de/@stadt/117186566559767748/..%2f..%2f1",
                "https://social.bund.de/@stadt/1/../../api/v1/accounts/7",
                "https://social.bund.de/@stadt/117186566559767748%3Fx",
                "https://social.bund.de/@stadt/abc",
                "https://social.bund.de/@stadt",
                "https:\\\\social.bund.de\\@stadt\\..\\117",
                "//social.bund.de/@stadt/117186566559767748",
                "/@stadt/117186566559767748",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://127.0.0.1/@stadt/117186566559767748",
                "https://x.com/stadt/status/20",
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
            })
    void nothingElseIsAsked(String href) {
        Document page = site.post(href);
        assertThat(page.select("article")).isEmpty();
        assertThat(page.select(".own")).hasSize(1);
        assertThat(page.select("[src*=//], a[href^=javascript]")).isEmpty();
        assertThat(site.lifetime(PostSite.element(href))).isEmpty();
        assertThat(site.asked("/statuses/1")).isEmpty();
    }

    /** What goes before the host is dropped: it is the same post. */
    @Test
    void aUsersNameIsNotPassedOn() {
        site.answer(ASKED, 200, status(POST, "7", "Hier."));
        site.article(POST.replace("//", "//name:geheim@"));
        assertThat(site.stub.requests().toString()).doesNotContain("geheim").doesNotContain("Basic");
    }

    @Test
    void nothingIsAskedWhereItIsNotConfigured() {
        with("", "").answer(ASKED, 200, status(POST, "7", "Hier."));
        assertThat(PostSite.isTwoClick(site.post(POST))).isTrue();
        assertThat(site.lifetime(PostSite.element(POST))).isEmpty();
        assertThat(site.asked(ASKED)).isEmpty();
    }

    @Test
    void isShownAtOnceAfterARestart(@TempDir Path kept) {
        site.close();
        String outbound = "\"snapshots\": \"" + kept + "\"";
        site = new PostSite(feeds("", "\"sources\": [\"rathaus\"]"), outbound);
        site.answer(ASKED, 200, status(POST, "7", "Hier."));
        assertThat(site.lifetime(PostSite.element(POST))).hasValue(Duration.ofMinutes(5));
        site.article(POST);
        int port = site.stub.port();
        site.close();

        site = new PostSite(
                feeds("", "\"sources\": [\"rathaus\"]").replace("BASE", "http://127.0.0.1:" + port), outbound);
        assertThat(site.article(POST).text()).contains("Hier.");
    }

    @Test
    void noMoreThanSoManyAreHeld() {
        with(", \"perMinute\": 100000", "\"sources\": [\"rathaus\"]").answer("/api/v1/statuses/", 404, "{}");
        String all = IntStream.rangeClosed(1, 520)
                .mapToObj(id -> PostSite.element(SITE + "/@stadt/" + id))
                .collect(Collectors.joining());
        assertThat(site.page(all).select("zweiklick-embed")).hasSize(520);
        assertThat(site.site.findings().findings())
                .anyMatch(finding -> finding.kind() == Finding.Kind.UPSTREAM
                        && finding.place().equals("feeds.posts")
                        && finding.message().contains("500"));
        Eventually.until(
                "those there is room for are asked for",
                () -> site.asked("/statuses/").size() == 500);
        Eventually.until(
                "the others", () -> site.page(all).select("zweiklick-embed").size() == 20);
        assertThat(site.asked("/statuses/")).hasSize(500);

        // Nobody wants them any more: there is room again, for what somebody wants.
        site.answer(ASKED, 200, status(POST, "7", "Hier."));
        site.post(POST);
        assertThat(site.asked(ASKED)).isEmpty();
        site.clock.advance(Duration.ofMinutes(20));
        assertThat(site.article(POST).text()).contains("Hier.");
    }

    @Test
    void anEmbedCodeIsShownThisWayWhereTheSiteWantsIt() {
        String code = "<iframe class=mastodon-embed src=\"" + POST + "/embed\" width=400></iframe>";
        String quote = "<blockquote class=\"mastodon-embed\" data-embed-url=\"" + POST + "/embed\"><a href=\"" + POST
                + "\">Zitat</a></blockquote>";
        with("", "\"sources\": [\"rathaus\"], \"pasted\": true").answer(ASKED, 200, status(POST, "7", "Hier."));
        assertThat(site.page(code).select("zweiklick-embed")).hasSize(1);
        Eventually.until("it is shown", () -> !site.page(code).select("article").isEmpty());
        assertThat(site.page(code).select("zweiklick-embed, iframe")).isEmpty();
        assertThat(site.page(quote).select("article")).hasSize(1);
        assertThat(site.page("<p>In einem Absatz " + code + "</p>").select("p > zweiklick-embed"))
                .as("where no article may stand")
                .hasSize(1);
        assertThat(site.page("<a class=zweiklick-embed href=\"" + POST + "\">x</a>")
                        .select("zweiklick-embed"))
                .as("asked for in so many words")
                .hasSize(1);
        assertThat(site.lifetime(code)).hasValue(Duration.ofMinutes(10));

        site.answer(ASKED, 404, "{}");
        site.clock.advance(Duration.ofMinutes(10));
        Eventually.until("it is gone", () -> site.page(quote).select("article").isEmpty());
        assertThat(site.page(quote).select("zweiklick-embed").text()).doesNotContain("Zitat");

        with("", "\"sources\": [\"rathaus\"]").answer(ASKED, 200, status(POST, "7", "Hier."));
        assertThat(site.page(code).select("zweiklick-embed")).hasSize(1);
        assertThat(site.asked(ASKED)).isEmpty();
    }

    private String undescribed() {
        return site.site.findings().findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.NO_ALTERNATIVE)
                .map(finding -> finding.place() + ": " + finding.message())
                .collect(Collectors.joining("; "));
    }

    @Test
    void thatNobodyHasDescribedAPictureIsToldOfTheCitysOwnPosts() {
        String silent = "\"description\": null";
        String described = "\"description\": \"Das Rathaus im Schnee\"";
        site.answer(ASKED_OTHER, 200, status(OTHER, "8", "Von nebenan.").replace(described, silent));
        site.article(OTHER);
        assertThat(undescribed()).as("of others").isEmpty();

        site.answer(ASKED, 200, status(POST, "7", "Hier.").replace(described, silent));
        site.article(POST);
        assertThat(undescribed())
                .isEqualTo("feeds.rathaus: Pictures or videos of 1 posts have no description, such as of " + POST);

        // The feed tells of the same post.
        site.answer(
                "/api/v1/accounts/7/statuses",
                200,
                "[" + status(POST, "7", "Hier.").replace(described, silent) + "]");
        // Ten minutes after it was last read, which may have been just now.
        Eventually.until("the feed shows it", () -> {
            site.clock.advance(Duration.ofSeconds(1));
            return site.site.asked().feeds().holdings().get(0).items().size() >= 3;
        });
        assertThat(undescribed()).contains("of 1 posts");

        site.answer(ASKED, 200, status(POST, "7", "Hier."));
        site.answer("/api/v1/accounts/7/statuses", 200, "[]");
        Eventually.until("it is described", () -> {
            site.clock.advance(Duration.ofSeconds(1));
            return undescribed().isEmpty();
        });
    }

    @Test
    void anOfficerTakesOneOut() {
        site.answer(ASKED, 200, status(POST, "7", "Hier."));
        site.article(POST);
        assertThat(Jsoup.parse(new String(
                                site.administer("GET", "/admin/posts?lang=en").body(), StandardCharsets.UTF_8))
                        .select("li form")
                        .eachAttr("action"))
                .containsExactly("/zweiklick/admin/posts?do=remove&source=rathaus&lang=en&post=117186566559767748");
        assertThat(JsonMapper.shared()
                        .readTree(site.administer("GET", "/admin/status.json").body())
                        .at("/feeds/0/pictures")
                        .asInt())
                .isEqualTo(1);

        site.administer("POST", "/admin/posts?do=remove&source=rathaus&post=117186566559767748");
        assertThat(PostSite.isAlone(site.post(POST))).isTrue();
        site.administer("POST", "/admin/posts?do=restore&source=rathaus&post=117186566559767748");
        assertThat(site.post(POST).select("article")).hasSize(1);
        site.administer("POST", "/admin/posts?do=forget&source=rathaus");
        site.article(POST);
        assertThat(site.asked(ASKED)).hasSize(2);
    }
}
