package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.upstream.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles and pictures of videos in placeholders, however these came about. */
@Timeout(60)
final class VideoPlaceholdersTest {
    private static final String OWN = "\"account\": \"@StadtMusterstadt\"";
    private static final String YOUTUBE = "watch%3Fv%3DdQw4w9WgXcQ ";
    private static final String LISTED = "vimeo.com%2F67503661 ";
    private static final String UNLISTED = "vimeo.com%2F67503661%2F0a1b2c3d4e ";
    private static final String FRAME = "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>";
    private static final String ADDRESS = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";

    private PostSite site = new PostSite("{}");

    private void with(String more, String settings) {
        site.close();
        site = new PostSite("{\"timeZone\": \"Europe/Berlin\", \"posts\": {" + more
                + "\"networks\": {\"youtube\": {\"base\": \"BASE\", " + settings + "}, \"vimeo\": {\"base\": \"BASE\", "
                + settings + "}}}}");
        for (String asked : new String[] {YOUTUBE, LISTED, UNLISTED}) {
            video(asked, 200);
        }
    }

    private void video(String asked, int status) {
        site.answer(
                asked,
                status,
                "{\"type\": \"video\", \"title\": \"Rundgang\", \"author_url\": \"https://www.youtube.com/@StadtMusterstadt\","
                        + " \"thumbnail_url\": \"" + site.stub.origin()
                        + "/poster.jpg\", \"thumbnail_width\": 480, \"thumbnail_height\": 360}");
    }

    @BeforeEach
    void open() throws IOException {
        with("\"pasted\": true, ", OWN);
        site.picture("/poster.jpg");
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** Once it has its picture. */
    private Element pictured(String body) {
        Eventually.until(
                "its picture",
                () -> !site.page(body).select("img.zweiklick-poster").isEmpty());
        return site.page(body).expectFirst("zweiklick-embed");
    }

    private static boolean isPlain(Document page) {
        return page.select("img").isEmpty()
                && page.select("zweiklick-embed[data-state=placeholder]").size() == 1
                && !page.text().contains("Rundgang");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FRAME,
                "<p>In einem Absatz " + FRAME + "</p>",
                "<iframe data-src=\"//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0\"></iframe>",
                "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\" title=\"YouTube video player\"></iframe>",
                "<object><param name=movie value=\"https://www.youtube.com/v/dQw4w9WgXcQ\"></object>",
                "<lite-youtube videoid=dQw4w9WgXcQ></lite-youtube>",
                "<amp-youtube data-videoid=dQw4w9WgXcQ></amp-youtube>",
                "<a class=zweiklick-embed href=\"https://youtu.be/dQw4w9WgXcQ\">Film</a>",
                "<zweiklick-embed href=\"https://www.youtube.com/shorts/dQw4w9WgXcQ\"><p>Unsere Worte</p></zweiklick-embed>",
                "<zweiklick-post href=\"https://www.youtube.com/live/dQw4w9WgXcQ\"></zweiklick-post>",
                "<iframe src=\"https://player.vimeo.com/video/67503661\"></iframe>",
                "<a class=zweiklick-embed href=\"https://vimeo.com/67503661\">Film</a>",
                // What closes more than it opened is read into a tree.
                "<table><a href=/x><tr><td>" + FRAME + "</table>"
            })
    void everySpellingHasThem(String body) {
        Element embed = pictured(body);
        Element poster = embed.expectFirst(".zweiklick-title + img.zweiklick-poster");
        assertThat(poster.attr("src")).startsWith("/zweiklick/media/");
        assertThat(poster.attr("alt")).as("heading and words say what it is").isEmpty();
        assertThat(poster.hasAttr("alt")).isTrue();
        assertThat(poster.attr("width") + poster.attr("height"))
                .as("its place before it comes")
                .isEqualTo("640360");
        String name = embed.expectFirst("#" + embed.attr("aria-labelledby")).text();
        assertThat(name).containsPattern("Rundgang|Film");
        assertThat(site.lifetime(body)).hasValue(Duration.ofHours(1));
        assertThat(site.isSameAgain(site.sent(body)))
                .as("known again in a second pass")
                .isTrue();
    }

    /** Its page's address does not tell the key, its player's does. */
    @Test
    void oneThatIsNotListedIsAskedForWithItsKey() {
        pictured("<iframe src=\"https://player.vimeo.com/video/67503661?h=0a1b2c3d4e&amp;badge=0\"></iframe>");
        assertThat(site.asked("oembed")).hasSize(1).allMatch(line -> line.contains(UNLISTED));
    }

    @Test
    void whatTheAuthorSaysGoesFirst() {
        pictured(FRAME);
        Element embed = site.page("<zweiklick-embed href=\"" + ADDRESS
                        + "\" title=\"Unser Titel\" poster=\"/bild.jpg\"></zweiklick-embed>")
                .expectFirst("zweiklick-embed");
        assertThat(embed.text()).contains("Unser Titel").doesNotContain("Rundgang");
        assertThat(embed.select("img").eachAttr("src")).containsExactly("/bild.jpg");
        assertThat(embed.expectFirst("img").hasAttr("width"))
                .as("of proportions of its own")
                .isFalse();
    }

    @Test
    void nobodyIsAskedUnlessTheSiteSaysSo() {
        with("", OWN);
        for (String body :
                new String[] {FRAME, "<zweiklick-embed href=\"" + ADDRESS + "\"><p>Worte</p></zweiklick-embed>"}) {
            assertThat(isPlain(site.page(body))).isTrue();
            assertThat(site.lifetime(body)).isEmpty();
        }
        assertThat(isPlain(fragment())).isTrue();
        assertThat(site.stub.requests()).isEmpty();
    }

    @Test
    void whatOthersShowNeedsARight() throws IOException {
        with("\"pasted\": true, ", "\"account\": \"@Nachbar\"");
        site.picture("/poster.jpg");
        Eventually.until("its title", () -> site.page(FRAME).text().contains("Rundgang"));
        assertThat(site.page(FRAME).select("img")).isEmpty();

        with("\"pasted\": true, ", "\"account\": \"@Nachbar\", \"others\": \"leave-out\"");
        site.page(FRAME);
        Eventually.until("it was asked for", () -> site.asked("oembed").size() == 1);
        assertThat(isPlain(site.page(FRAME))).isTrue();

        with("\"pasted\": true, ", "\"account\": \"@Nachbar\", \"others\": \"show\", \"rights\": \"Absprache\"");
        site.picture("/poster.jpg");
        pictured(FRAME);
    }

    @Test
    void oneThatIsGoneIsAPlainPlaceholder() {
        pictured(FRAME);
        video(YOUTUBE, 404);
        site.clock.advance(Duration.ofHours(1));
        Eventually.until("it is plain", () -> isPlain(site.page(FRAME)));
        assertThat(site.lifetime(FRAME)).as("it may come back").hasValue(Duration.ofHours(1));
    }

    /** A page that shows none is not kept long: the picture may come yet. */
    @Test
    void aDeadPictureIsLeftOut() throws IOException {
        with("\"pasted\": true, ", OWN);
        site.answer("/poster.jpg", 404, "");
        assertThat(site.lifetime(FRAME)).hasValue(Duration.ofMinutes(5));
        Eventually.until("its title", () -> site.page(FRAME).text().contains("Rundgang"));
        Eventually.until(
                "its picture was asked for", () -> site.asked("/poster.jpg").size() == 1);
        assertThat(site.page(FRAME).select("img")).isEmpty();
        assertThat(site.lifetime(FRAME)).hasValue(Duration.ofMinutes(5));

        site.picture("/poster.jpg");
        // Ten minutes after it was refused, which may have been just now.
        Eventually.until("it is asked for again", () -> {
            site.clock.advance(Duration.ofSeconds(5));
            return !site.page(FRAME).select("img.zweiklick-poster").isEmpty();
        });
        assertThat(site.lifetime(FRAME)).hasValue(Duration.ofHours(1));
    }

    private Document fragment() {
        return Jsoup.parse(new String(site.embed(ADDRESS).body(), StandardCharsets.US_ASCII), PostSite.ORIGIN + "/");
    }

    private static String caching(Reply reply) {
        return reply.headers().stream()
                .filter(line -> line.name().equals("Cache-Control"))
                .map(HeaderLine::value)
                .collect(Collectors.joining());
    }

    @Test
    void whatAScriptAsksForHasThemToo() throws IOException {
        assertThat(isPlain(fragment())).isTrue();
        Eventually.until(
                "its picture", () -> !fragment().select("img.zweiklick-poster").isEmpty());
        assertThat(fragment().select(".zweiklick-title").text()).contains("Rundgang");
        assertThat(caching(site.embed(ADDRESS))).isEqualTo("public, max-age=300");

        with("\"pasted\": true, ", OWN + ", \"refresh\": \"2 minutes\"");
        site.picture("/poster.jpg");
        Eventually.until(
                "its picture", () -> !fragment().select("img.zweiklick-poster").isEmpty());
        assertThat(caching(site.embed(ADDRESS))).isEqualTo("public, max-age=120");
    }

    /** Anybody can ask as scripts do: not for more than so many, and not at the cost of pages. */
    @Test
    void anybodyMayAskForAFew() throws IOException {
        with("\"pasted\": true, ", OWN + ", \"perMinute\": 100000");
        site.picture("/poster.jpg");
        site.answer("/api/oembed", 404, "");
        IntStream.range(0, 80).forEach(n -> site.embed("https://vimeo.com/" + (1000 + n)));
        Eventually.until(
                "those there is room for", () -> site.asked("/api/oembed").size() == 50);
        assertThat(site.site.findings().findings()).isEmpty();
        site.embed(ADDRESS);
        pictured(FRAME);
        assertThat(site.asked("/api/oembed")).hasSize(50);

        // What no page shows any more is forgotten, whoever else asks for it.
        for (int hour = 0; hour < 30; hour++) {
            site.clock.advance(Duration.ofHours(1));
            site.embed(ADDRESS);
            site.site.asked().feeds();
        }
        Eventually.until("it is forgotten", () -> {
            site.clock.advance(Duration.ofMinutes(1));
            return site.site.asked().feeds().holdings().stream()
                    .filter(holding -> holding.configured().id().equals("posts:youtube"))
                    .allMatch(holding -> holding.items().isEmpty());
        });
    }

    /** Who embeds what others show, by whatever right, is an editor. */
    @Test
    void ofOthersAnybodySeesOnlyWhatPagesShow() throws IOException {
        with("\"pasted\": true, ", "\"account\": \"@Nachbar\", \"others\": \"show\", \"rights\": \"Absprache\"");
        site.picture("/poster.jpg");
        fragment();
        Eventually.until("it was asked for", () -> site.asked("oembed").size() == 1);
        assertThat(isPlain(fragment())).isTrue();
        pictured(FRAME);
        assertThat(site.asked("oembed")).hasSize(1);
        assertThat(fragment().select("img.zweiklick-poster")).hasSize(1);
    }

    @Test
    void aPlayerInAFeedWhosePostTellsNoPictureHasTheVideos() throws IOException {
        site.close();
        site = new PostSite("{\"sources\": {\"museum\": {\"kind\": \"feed\", \"address\": \"BASE/museum.xml\","
                + " \"others\": \"show\", \"rights\": \"Absprache\"}},"
                + " \"posts\": {\"pasted\": true, \"networks\": {\"youtube\": {\"base\": \"BASE\", " + OWN + "}}}}");
        video(YOUTUBE, 200);
        site.picture("/poster.jpg");
        site.text(
                "/museum.xml",
                "application/rss+xml",
                "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Museum</title><item>"
                        + "<title>Neues aus dem Museum</title><link>" + ADDRESS
                        + "</link><guid>1</guid>"
                        + "<pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate>"
                        + "<media:content medium=\"video\" url=\"https://museum.example/1.mp4\"/></item></channel></rss>");
        String feed = "<zweiklick-feed source=museum></zweiklick-feed>";
        // It may have been asked for before there was anything to answer.
        Eventually.until("the feed is there", () -> {
            site.clock.advance(Duration.ofSeconds(10));
            return !site.page(feed).select("article").isEmpty();
        });
        Element embed = pictured(feed);
        assertThat(embed.select(".zweiklick-title").text()).contains("Neues aus dem Museum");
        assertThat(site.lifetime(feed)).hasValue(Duration.ofMinutes(15));
    }
}
