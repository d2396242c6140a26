package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.Eventually;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What X demands of whoever shows posts, rule by rule, in a feed of each layout and of a single post.
 *
 * @see <a href="https://docs.x.com/developer-terms/display-requirements">X, display requirements</a>
 */
@Timeout(60)
final class XDisplayRulesTest {
    private static final String ID = "1968558229253931230";
    private static final String POST = "https://x.com/MusterstadtDE/status/" + ID;
    private static final String PROFILE = "https://x.com/MusterstadtDE";
    private static final String DATA = """
            {"id": "%s", "author_id": "7", "created_at": "2026-11-24T08:00:00.000Z", "lang": "de",
             "text": "\\ud83c\\udfdb Offen &amp; warm: https://t.co/a @nachbar #Stadt\\n\\nBis 18 Uhr.  Kommt!",
             "entities": {"urls": [{"start": 20, "end": 34, "url": "https://t.co/a", "expanded_url": "https://www.musterstadt.example/lang", "display_url": "musterstadt.example/la\\u2026"}],
               "mentions": [{"start": 35, "end": 43, "username": "nachbar"}], "hashtags": [{"start": 44, "end": 50, "tag": "Stadt"}]},
             "public_metrics": {"reply_count": 2, "retweet_count": 3, "like_count": 4}}""".formatted(ID);
    private static final String INCLUDES = """
            {"users": [{"id": "7", "name": "Musterstadt", "username": "MusterstadtDE", "profile_image_url": "https://pbs.twimg.com/a.jpg"}]}""";

    private final PostSite site = new PostSite("""
            {"timeZone": "Europe/Berlin",
             "sources": {"x": {"kind": "x", "base": "BASE", "user": "MusterstadtDE", "token": "${PATH}"},
                         "m": {"kind": "mastodon", "base": "BASE", "accountId": "7"}},
             "posts": {"sources": ["x"]}}""");

    private Element article(String body) {
        site.answer(
                "/2/users/by/username/",
                200,
                "{\"data\": {\"id\": \"7\", \"name\": \"Musterstadt\", \"username\": \"MusterstadtDE\"}}");
        site.answer("/2/users/7/tweets", 200, "{\"data\": [" + DATA + "], \"includes\": " + INCLUDES + "}");
        site.answer("/2/tweets/", 200, "{\"data\": " + DATA + ", \"includes\": " + INCLUDES + "}");
        // The feed may have been asked for before the network knew what to say.
        Eventually.until("the post is shown", () -> {
            site.clock.advance(Duration.ofSeconds(10));
            return !site.page(body).select("article").isEmpty();
        });
        Document page = site.page(body);
        page.select(".zweiklick-note").remove();
        return page.expectFirst("article");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<zweiklick-feed source=x></zweiklick-feed>",
                "<zweiklick-feed source=x layout=cards></zweiklick-feed>",
                "<zweiklick-feed source=x layout=compact></zweiklick-feed>",
                "<zweiklick-post href=\"" + POST + "\"></zweiklick-post>"
            })
    void holdInEveryLayout(String body) {
        Element article = article(body);

        // The author's picture, name and @name are there, and lead to the author's page.
        Element head = article.expectFirst("header");
        assertThat(head.select("a[href=" + PROFILE + "] > img.zweiklick-post-avatar"))
                .hasSize(1);
        assertThat(head.select(".zweiklick-post-title a[href=" + PROFILE + "]").text())
                .contains("Musterstadt");
        assertThat(head.select(".zweiklick-post-line a[href=" + PROFILE + "]").text())
                .isEqualTo("@MusterstadtDE");
        assertThat(head.select("a[aria-hidden]").eachAttr("tabindex"))
                .as("the picture's link says nothing to those who do not see it, and the name's is beside it")
                .containsExactly("-1");

        // Its time is there, and leads to the post.
        assertThat(head.select("a[href=" + POST + "] time[datetime]")).hasSize(1);

        // The logo is there; for the eye, since the words say the same.
        assertThat(head.select("svg[aria-hidden=true].zweiklick-post-mark > path"))
                .hasSize(1);
        assertThat(article.select("svg")).as("and no other's").hasSize(1);
        assertThat(head.text()).contains("bei X");

        // The text is what was written.
        Element text = article.expectFirst(".zweiklick-post-text");
        assertThat(text.select("p").eachText())
                .containsExactly(
                        "\ud83c\udfdb Offen & warm: musterstadt.example/la\u2026 @nachbar #Stadt",
                        "Bis 18 Uhr. Kommt!");
        assertThat(text.wholeText()).contains("Bis 18 Uhr.  Kommt!");
        assertThat(text.attr("lang")).isEqualTo("de");

        // Links show what X shows and lead by way of X; who and what is named leads there.
        assertThat(text.select("a").eachText()).containsExactly("musterstadt.example/la\u2026", "@nachbar", "#Stadt");
        assertThat(text.select("a").eachAttr("href"))
                .containsExactly("https://t.co/a", "https://x.com/nachbar", "https://x.com/hashtag/Stadt");

        // Readers can reply, repost and like, by way of X's own addresses; nothing of another network's is beside
        // these.
        List<String> foot = article.select("footer a").eachAttr("href");
        assertThat(foot)
                .containsExactly(
                        "https://x.com/intent/post?in_reply_to=" + ID,
                        "https://x.com/intent/retweet?tweet_id=" + ID,
                        "https://x.com/intent/like?tweet_id=" + ID,
                        POST);
        assertThat(article.select("footer a").eachText())
                .containsExactly("Antworten", "Weitergeben", "Gef\u00e4llt mir", "Beitrag bei X ansehen");
        assertThat(article.select("[src]").eachAttr("src"))
                .as("nothing of it is loaded from X")
                .allMatch(src -> src.startsWith("/zweiklick/media/"));
    }

    /** Networks that demand nothing of the kind get nothing of it. */
    @Test
    void areXsAlone() {
        site.answer("/api/v1/accounts/7/statuses", 200, """
                [{"id": "1", "created_at": "2026-11-24T08:00:00.000Z", "url": "https://social.example/@stadt/1",
                  "visibility": "public", "content": "<p>Offen</p>",
                  "account": {"id": "7", "acct": "stadt", "display_name": "Musterstadt", "url": "https://social.example/@stadt",
                    "avatar": "https://social.example/a.jpg"}}]""");
        Element article = article("<zweiklick-feed source=m></zweiklick-feed>");
        assertThat(article.select("svg, a[aria-hidden], .zweiklick-post-title a"))
                .isEmpty();
        assertThat(article.select("img.zweiklick-post-avatar")).hasSize(1);
        assertThat(article.select("footer a")).hasSize(1);
    }
}
