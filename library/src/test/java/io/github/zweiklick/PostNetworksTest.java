package io.github.zweiklick;

import static io.github.zweiklick.PostSite.isTwoClick;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single posts of every network that is asked for them. */
@Timeout(60)
final class PostNetworksTest {
    private static final String BLUESKY = "https://bsky.app/profile/musterstadt.bsky.social/post/3lcpru2e25f2j";
    private static final String YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    private static final String VIMEO = "https://vimeo.com/67503661";
    private static final String FACEBOOK = "https://www.facebook.com/StadtMusterstadt/posts/4711";

    private PostSite site = new PostSite("{}");

    private PostSite with(String sources, String posts) {
        site.close();
        site = new PostSite("{\"sources\": {" + sources + "}, \"posts\": {" + posts + "}}");
        return site;
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String bluesky(String labels) {
        return """
                {"posts": [{"uri": "at://did:plc:abc/app.bsky.feed.post/3lcpru2e25f2j", "cid": "b",
                  "author": {"did": "did:plc:abc", "handle": "musterstadt.bsky.social", "displayName": "Musterstadt", "labels": [%s]},
                  "record": {"$type": "app.bsky.feed.post", "text": "Das Rathaus ist offen.", "createdAt": "2026-11-24T08:00:00Z", "langs": ["de"]},
                  "indexedAt": "2026-11-24T08:00:01Z", "likeCount": 3}]}""".formatted(labels);
    }

    @Test
    void blueskyIsAskedByTheAuthorsNumber() {
        with("", "\"networks\": {\"bluesky\": {\"base\": \"BASE\", \"account\": \"@musterstadt.bsky.social\"}}");
        site.answer("resolveHandle?handle=musterstadt.bsky.social ", 200, "{\"did\": \"did:plc:abc\"}");
        String asked = "getPosts?uris=at%3A%2F%2Fdid%3Aplc%3Aabc%2Fapp.bsky.feed.post%2F3lcpru2e25f2j ";
        site.answer(asked, 200, bluesky(""));
        assertThat(site.article(BLUESKY).text()).contains("Das Rathaus ist offen.", "Musterstadt");
        assertThat(site.asked(asked)).hasSize(1);
        assertThat(site.article("https://bsky.app/profile/did:plc:abc/post/3lcpru2e25f2j")
                        .text())
                .contains("offen");

        // The account asks not to be shown to those who are not logged in.
        site.answer(asked, 200, bluesky("{\"val\": \"!no-unauthenticated\"}"));
        site.clock.advance(Duration.ofHours(1));
        site.gone(BLUESKY);
        site.answer(asked, 200, "{\"posts\": []}");
        site.clock.advance(Duration.ofHours(1));
        site.gone(BLUESKY);
    }

    @Test
    void aHandleThatIsNoMoreIsGone() {
        with(
                "\"b\": {\"kind\": \"bluesky\", \"base\": \"BASE\", \"actor\": \"musterstadt.bsky.social\"}",
                "\"sources\": [\"b\"]");
        site.answer("resolveHandle", 400, "{\"error\": \"InvalidRequest\", \"message\": \"Unable to resolve handle\"}");
        site.gone(BLUESKY);
    }

    private static final Map<String, String> ANSWERS = Map.of(
            YOUTUBE,
            "oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ ",
            VIMEO,
            "/api/oembed.json?dnt=1&url=https%3A%2F%2Fvimeo.com%2F67503661 ");

    private void video(String href, int status) {
        site.answer(
                ANSWERS.getOrDefault(href, href),
                status,
                "{\"type\": \"video\", \"version\": \"1.0\", \"title\": \"Rundgang <b>\", \"author_name\": \"Musterstadt\","
                        + " \"author_url\": \"https://www.youtube.com/@StadtMusterstadt\", \"html\": \"<script>x()</script>\","
                        + " \"thumbnail_url\": \"" + site.stub.origin()
                        + "/hqdefault.jpg\", \"thumbnail_width\": 480, \"thumbnail_height\": 360}");
    }

    private static String networks(String account) {
        return "\"pasted\": true, \"networks\": {\"youtube\": {\"base\": \"BASE\"" + account
                + "}, \"vimeo\": {\"base\": \"BASE\"" + account + "}}";
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ,https://youtu.be/dQw4w9WgXcQ?t=9,https://www.youtube.com/embed/dQw4w9WgXcQ,404",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ,https://www.youtube.com/shorts/dQw4w9WgXcQ,https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ,401",
        "https://vimeo.com/67503661,https://vimeo.com/channels/staffpicks/67503661,https://player.vimeo.com/video/67503661,404"
    })
    void videosHaveTitleAndPictureBeforeTheTwoClicks(String href, String form, String frame, int status)
            throws IOException {
        with("", networks(", \"account\": \"@stadtmusterstadt\""));
        video(href, 200);
        site.picture("/hqdefault.jpg");
        assertThat(isTwoClick(site.post(href))).isTrue();
        Eventually.until(
                "its picture",
                () -> site.post(href).select("zweiklick-embed img").attr("src").startsWith("/zweiklick/media/"));
        Document page = site.post(form);
        assertThat(page.select("zweiklick-embed .zweiklick-title").text()).contains("Rundgang <b>");
        assertThat(page.select("zweiklick-embed .own")).hasSize(1);
        assertThat(page.select("article")).isEmpty();
        Document pasted = site.page("<p><iframe src=\"" + frame + "\"></iframe></p>");
        assertThat(pasted.select("zweiklick-embed .zweiklick-title").text()).contains("Rundgang <b>");

        video(href, status);
        site.clock.advance(Duration.ofHours(1));
        site.gone(href);
    }

    @Test
    void othersPicturesNeedARight() {
        with("", networks(""));
        video(YOUTUBE, 200);
        Eventually.until("its title", () -> site.post(YOUTUBE).text().contains("Rundgang <b>"));
        assertThat(site.post(YOUTUBE).select("zweiklick-embed img")).isEmpty();
        assertThat(site.site.asked().feeds().holdings()).anySatisfy(holding -> {
            assertThat(holding.configured().id()).isEqualTo("posts:youtube");
            assertThat(holding.items()).hasSize(1);
            assertThat(holding.pictures()).isZero();
        });
        site.administer("POST", "/admin/posts?do=remove&source=posts:youtube&post=dQw4w9WgXcQ");
        site.gone(YOUTUBE);
    }

    @Test
    void whatAVideosOwnerForbidsSaysNothingOfOthers() {
        with("", networks(""));
        video(VIMEO, 403);
        site.post(VIMEO);
        Eventually.until("it was asked", () -> !site.asked("/api/oembed").isEmpty());
        video(VIMEO, 200);
        Eventually.until("its title", () -> {
            site.clock.advance(Duration.ofSeconds(10));
            return site.post(VIMEO).text().contains("Rundgang <b>");
        });
    }

    /** The network's own pages give such addresses, its interface takes none. */
    @Test
    void anAddressThatHidesTheNumberIsThatOfAPostInTheFeed() {
        with(PAGE, "\"sources\": [\"f\"]");
        String hidden = "https://www.facebook.com/StadtMusterstadt/posts/pfbid02abcDEF";
        site.answer(
                "/StadtMusterstadt/posts?limit",
                200,
                "{\"data\": [{\"id\": \"100_4712\", \"from\": {\"id\": \"100\", \"name\": \"Musterstadt\"}, \"message\": \"Im Feed.\","
                        + " \"created_time\": \"2026-11-24T08:00:00+0000\", \"permalink_url\": \"" + hidden + "\"}]}");
        // The feed may have been asked for before the network knew what to say.
        Eventually.until("the feed is there", () -> {
            site.clock.advance(Duration.ofSeconds(10));
            return !site.post(hidden).select("article").isEmpty();
        });
        assertThat(site.article(hidden).text()).contains("Im Feed.");
        assertThat(site.article(hidden.replace("www.", "m.") + "?ref=embed").text())
                .contains("Im Feed.");
        assertThat(site.lifetime(PostSite.element(hidden))).hasValue(Duration.ofMinutes(15));
        assertThat(isTwoClick(site.post(hidden + "x"))).isTrue();
        assertThat(site.asked("pfbid")).isEmpty();

        site.answer("/StadtMusterstadt/posts?limit", 200, "{\"data\": []}");
        site.clock.advance(Duration.ofMinutes(15));
        Eventually.until("it is gone", () -> isTwoClick(site.post(hidden)));
    }

    private static final String PAGE =
            "\"f\": {\"kind\": \"facebook\", \"base\": \"BASE\", \"page\": \"StadtMusterstadt\", \"alias\": \"100\","
                    + " \"token\": \"${PATH}\"}";

    @Test
    void onlyTheCitysOwnPostsOnFacebook() {
        with(PAGE, "\"sources\": [\"f\"]");
        String asked = "/v26.0/100_4711?";
        site.answer(
                asked,
                200,
                "{\"id\": \"100_4711\", \"from\": {\"id\": \"100\", \"name\": \"Musterstadt\"}, \"message\": \"Offen.\","
                        + " \"created_time\": \"2026-11-24T08:00:00+0000\", \"permalink_url\": \"" + FACEBOOK + "\"}");
        assertThat(site.article(FACEBOOK).text()).contains("Offen.");
        assertThat(site.article("https://m.facebook.com/permalink.php?story_fbid=4711&id=100")
                        .text())
                .contains("Offen.");
        assertThat(isTwoClick(site.post("https://www.facebook.com/Nachbar/posts/4711")))
                .isTrue();
        assertThat(site.lifetime(PostSite.element("https://www.facebook.com/Nachbar/posts/4711")))
                .isEmpty();
        assertThat(site.asked(asked)).hasSize(1);
        assertThat(site.stub.lines()).allMatch(line -> !line.contains(System.getenv("PATH")));

        site.answer(
                asked,
                400,
                "{\"error\": {\"message\": \"Unsupported get request\", \"type\": \"GraphMethodException\", \"code\": 100, \"error_subcode\": 33}}");
        site.clock.advance(Duration.ofMinutes(15));
        site.gone(FACEBOOK);
    }
}
