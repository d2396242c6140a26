package io.github.zweiklick;

import static io.github.zweiklick.PostSite.isTwoClick;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.Eventually;
import java.time.Duration;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single posts on X: with a token, and without. */
@Timeout(60)
final class PostsOfXTest {
    private static final String X = "https://x.com/MusterstadtDE/status/1968558229253931230";

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

    private static final String X_SOURCE =
            "\"x\": {\"kind\": \"x\", \"base\": \"BASE\", \"user\": \"MusterstadtDE\", \"token\": \"${PATH}\"}";

    private static String x(String author) {
        return """
                {"data": {"id": "1968558229253931230", "author_id": "%s", "created_at": "2026-11-24T08:00:00.000Z",
                   "text": "Offen &amp; warm", "lang": "de"},
                 "includes": {"users": [{"id": "%s", "name": "Musterstadt", "username": "%s"}]}}""".formatted(author, author, author.equals("7") ? "musterstadtde" : "nachbar");
    }

    @Test
    void xIsReadAsSeldomAsItsFeedIsReadWhole() {
        with(X_SOURCE, "\"sources\": [\"x\"]");
        String asked = "GET /2/tweets/1968558229253931230?";
        site.answer(asked, 200, x("7"));
        assertThat(site.article(X).text()).contains("Offen & warm");
        assertThat(site.post("https://twitter.com/i/web/status/1968558229253931230")
                        .select("article"))
                .hasSize(1);
        assertThat(site.lifetime(PostSite.element(X))).hasValue(Duration.ofHours(6));
        assertThat(site.stub.requests().stream()
                        .filter(request -> request.line().contains(asked))
                        .map(request -> request.headers().get("authorization")))
                .containsExactly("Bearer " + System.getenv("PATH"));

        site.answer(
                asked,
                200,
                "{\"errors\": [{\"title\": \"Not Found Error\", \"type\": \"https://api.x.com/2/problems/resource-not-found\"}]}");
        site.clock.advance(Duration.ofHours(5));
        assertThat(site.post(X).select("article")).hasSize(1);
        assertThat(site.asked(asked)).hasSize(1);
        site.clock.advance(Duration.ofHours(1));
        site.gone(X);
    }

    @Test
    void ofTwoSourcesThatIsAskedWhoseOwnPostItIs() {
        with(
                X_SOURCE.replace("\"x\": {", "\"other\": {").replace("MusterstadtDE", "Nachbarstadt") + "," + X_SOURCE,
                "\"sources\": [\"other\", \"x\"]");
        site.answer("GET /2/tweets/1968558229253931230?", 200, x("7"));
        site.article(X);
        assertThat(site.site.asked().feeds().holdings())
                .filteredOn(holding -> !holding.items().isEmpty())
                .extracting(holding -> holding.configured().id())
                .containsExactly("x");
    }

    private static String tweet(String more) {
        return """
                {"__typename": "Tweet", "id_str": "1968558229253931230", "created_at": "2026-11-24T08:00:00.000Z", "lang": "de",
                 "text": "\\ud83c\\udfdb Offen &amp; warm: https://t.co/a @nachbar #Stadt https://t.co/b", "favorite_count": 5,
                 "user": {"id_str": "7", "name": "Musterstadt", "screen_name": "MusterstadtDE", "profile_image_url_https": "https://pbs.twimg.com/a.jpg"},
                 "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://www.musterstadt.example/", "display_url": "musterstadt.example", "indices": [20, 34]}],
                   "user_mentions": [{"screen_name": "nachbar", "indices": [35, 43]}], "hashtags": [{"text": "Stadt", "indices": [44, 50]}],
                   "media": [{"url": "https://t.co/b", "expanded_url": "https://x.com/MusterstadtDE/status/1968558229253931230/photo/1", "display_url": "pic.x.com/b", "indices": [51, 65]}]},
                 "mediaDetails": [{"type": "photo", "media_url_https": "https://pbs.twimg.com/media/b.jpg", "ext_alt_text": "Das Rathaus", "original_info": {"width": 1200, "height": 800}}]
                 %s}""".formatted(more);
    }

    private static final String ASKED = "/tweet-result?id=1968558229253931230&lang=en&token=4rseouyw9m2 ";

    @Test
    void xIsAskedWithoutATokenWhereTheSiteWantsIt() {
        with("", "\"networks\": {\"x-syndication\": {\"base\": \"BASE\", \"account\": \"MusterstadtDE\"}}");
        site.answer(
                ASKED,
                200,
                tweet(
                        ", \"quoted_tweet\": {\"id_str\": \"20\", \"created_at\": \"2006-03-21T20:50:14.000Z\", \"text\": \"Erstes\", \"user\": {\"id_str\": \"12\", \"name\": \"Nachbar\", \"screen_name\": \"nachbar\"}}"));
        Element article = site.article(X);
        assertThat(article.select(".zweiklick-post-text").get(0).text().replace(" (anderer Anbieter)", ""))
                .isEqualTo("\ud83c\udfdb Offen & warm: musterstadt.example @nachbar #Stadt");
        assertThat(article.select(".zweiklick-post-text a").eachAttr("href"))
                .containsExactly("https://t.co/a", "https://x.com/nachbar", "https://x.com/hashtag/Stadt");
        assertThat(article.select("img.zweiklick-post-picture").attr("alt")).isEqualTo("Das Rathaus");
        assertThat(article.text()).as("others' words need a right").doesNotContain("Erstes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|{\"__typename\": \"TweetTombstone\", \"tombstone\": {\"text\": {\"text\": \"deleted\"}}}",
                "200|{\"__typename\": \"TweetTombstone\", \"tombstone\": {}}",
                "200|{}",
                "404|<html>not found</html>"
            })
    void tombstonesSayThatItIsGone(int status, String body) {
        with("", "\"networks\": {\"x-syndication\": {\"base\": \"BASE\", \"account\": \"MusterstadtDE\"}}");
        site.answer(ASKED, 200, tweet(""));
        site.article(X);
        site.answer(ASKED, status, body);
        site.clock.advance(Duration.ofHours(1));
        site.gone(X);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"__typename\": \"Tweet\", \"id_str\": \"20\"}",
                "{\"__typename\": \"Other\"}",
                "<html>"
            })
    void anythingElseSaysNothing(String body) {
        with("", "\"networks\": {\"x-syndication\": {\"base\": \"BASE\"}}");
        site.answer(ASKED, 200, body);
        site.post(X);
        Eventually.until(
                "it is told", () -> site.site.asked().feeds().statuses().get(0).failed() > 0);
        assertThat(isTwoClick(site.post(X))).isTrue();
    }
}
