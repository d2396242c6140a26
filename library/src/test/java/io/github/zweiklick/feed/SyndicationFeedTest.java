package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.RichText.Tag;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SyndicationFeedTest {
    private static final String SITE = "https://www.musterstadt.example";

    private final FeedSource source = new SyndicationFeed();
    private final StubServer stub = StubServer.http();

    @AfterEach
    void close() {
        stub.close();
    }

    private List<Post> posts() throws UpstreamException {
        return Fixtures.posts(source, stub, Map.of());
    }

    private List<Post> posts(String body) throws UpstreamException {
        stub.replies(StubServer.status(200, "application/xml", body));
        return posts();
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>T</title><link>" + SITE + "/</link>" + items + "</channel></rss>";
    }

    @Test
    void isNoNetwork() {
        assertThat(source.service()).isEmpty();
    }

    @Test
    void anEntryOfRss() throws UpstreamException {
        stub.replies(Fixtures.xml("feed-rss.xml"));
        Post post = posts().get(1);
        assertThat(post.own()).isTrue();
        assertThat(post.id()).isEqualTo("musterstadt-17");
        assertThat(post.address()).isEqualTo(SITE + "/freibad");
        assertThat(post.title()).contains("Freibad & Halle – offen");
        assertThat(post.published()).isEqualTo(Instant.parse("2026-05-04T08:00:00Z"));
        assertThat(post.language()).contains("de-DE");
        assertThat(post.author().name()).isEqualTo("Pressestelle");
        assertThat(post.author().address()).contains(SITE + "/aktuelles/");
        assertThat(post.text().text()).isEqualTo("Das Freibad öffnet.");
        assertThat(post.edited()).isEmpty();
        assertThat(post.media())
                .as("the article's first picture, no counter")
                .containsExactly(Media.picture(
                        Picture.at(SITE + "/bilder/becken.jpg", OptionalInt.of(800), OptionalInt.of(600))
                                .orElseThrow(),
                        Optional.of("Becken")));
        assertThat(stub.requests().get(0).headers().get("accept")).startsWith("application/atom+xml");
    }

    @Test
    void plainWordsKeepTheirLinesAndAuthorsNoMail() throws UpstreamException {
        stub.replies(Fixtures.xml("feed-rss.xml"));
        Post post = posts().get(2);
        assertThat(post.address()).isEqualTo(SITE + "/baustelle");
        assertThat(post.published()).isEqualTo(Instant.parse("2026-05-03T13:00:00Z"));
        assertThat(post.author().name()).isEqualTo("Erika Muster");
        assertThat(Nodes.tags(post.text())).containsExactly(Tag.PARAGRAPH, Tag.PARAGRAPH);
        assertThat(Nodes.links(post.text()))
                .singleElement()
                .satisfies(link -> assertThat(link.address()).isEqualTo(SITE + "/plan"));
        assertThat(post.media())
                .singleElement()
                .satisfies(media ->
                        assertThat(media.picture().orElseThrow().address()).isEqualTo(SITE + "/plan.jpg"));
    }

    @Test
    void anEntryWithoutTimeHasTheFeeds() throws UpstreamException {
        stub.replies(Fixtures.xml("feed-rss.xml"));
        Post post = posts().get(0);
        assertThat(post.published()).isEqualTo(Instant.parse("2026-05-04T10:00:00Z"));
        assertThat(post.address()).isEqualTo(SITE + "/ohne-zeit");
        assertThat(post.author().name()).isEqualTo("Stadt Musterstadt – Aktuelles");
        assertThat(post.author().avatar()).isPresent();
        assertThat(post.media()).hasSize(2);
        assertThat(post.media().get(0).picture().orElseThrow().address())
                .as("the largest of a group")
                .isEqualTo(SITE + "/gross.jpg");
        assertThat(post.media().get(0).alternative()).contains("Der Platz");
        assertThat(post.media().get(1).kind()).isEqualTo(Media.Kind.VIDEO);
        assertThat(post.media().get(1).picture().orElseThrow().address()).isEqualTo(SITE + "/film.jpg");
    }

    @Test
    void aTimeThatIsMadeUpStays() throws UpstreamException {
        byte[] feed = rss("<item><guid isPermaLink='false'>1</guid><title>A</title></item>")
                .getBytes(StandardCharsets.UTF_8);
        stub.replies(
                StubServer.answer(200, Map.of("Date", "Mon, 04 May 2026 10:00:00 GMT"), feed),
                StubServer.answer(200, Map.of("Date", "Mon, 04 May 2026 11:00:00 GMT"), feed));
        try (StubReading reading = new StubReading(source, stub, Map.of())) {
            assertThat(reading.read().posts())
                    .singleElement()
                    .satisfies(post -> assertThat(post.published()).isEqualTo("2026-05-04T10:00:00Z"));
            assertThat(reading.read().posts())
                    .singleElement()
                    .satisfies(post -> assertThat(post.published()).isEqualTo("2026-05-04T10:00:00Z"));
        }
        stub.replies(StubServer.answer(200, Map.of(), feed));
        assertThat(posts()).as("nothing tells any time").isEmpty();
    }

    @Test
    void entriesOfAtom() throws UpstreamException {
        stub.replies(Fixtures.xml("feed-atom.xml"));
        List<Post> posts = posts();
        assertThat(posts).hasSize(2);
        Post first = posts.get(0);
        assertThat(first.title()).contains("1 < 2 & mehr");
        assertThat(first.address()).isEqualTo(SITE + "/blog/2026/eins.html");
        assertThat(first.id()).isEqualTo("urn:uuid:1");
        assertThat(first.edited()).contains(Instant.parse("2026-05-04T06:30:00Z"));
        assertThat(first.language()).contains("de");
        assertThat(first.author().name()).isEqualTo("Stadt Musterstadt");
        assertThat(first.text().text()).isEqualTo("Ein Verweis und ein Wort.");
        assertThat(Nodes.tags(first.text())).containsExactly(Tag.PARAGRAPH, Tag.EMPHASIS);
        assertThat(Nodes.links(first.text()).get(0).address()).isEqualTo(SITE + "/blog/2026/zwei.html");
        assertThat(first.media().get(0).picture().orElseThrow().address()).isEqualTo(SITE + "/blog/2026/bild.png");
        Post second = posts.get(1);
        assertThat(second.published()).isEqualTo(Instant.parse("2026-05-03T08:00:00Z"));
        assertThat(second.edited()).isEmpty();
        assertThat(second.language()).contains("en");
        assertThat(second.author().name()).isEqualTo("Max");
        assertThat(second.text().text()).isEqualTo("Short");
        assertThat(second.media())
                .singleElement()
                .satisfies(media -> assertThat(media.kind()).isEqualTo(Media.Kind.AUDIO));
    }

    @Test
    void entriesOfRdf() throws UpstreamException {
        stub.replies(StubServer.answer(
                200,
                Map.of("Content-Type", "text/xml; charset=utf-8"),
                Fixtures.text("feed-rdf.xml").getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(posts()).singleElement().satisfies(post -> {
            assertThat(post.text().text())
                    .as("whoever wrote it knew its charset")
                    .isEqualTo("Für Größere");
            assertThat(post.published()).isEqualTo(Instant.parse("2026-05-04T06:00:00Z"));
            assertThat(post.author().name()).isEqualTo("Amt");
            assertThat(post.language()).contains("nds");
            assertThat(post.id()).isEqualTo(SITE + "/alt/1");
        });
    }

    @Test
    void entriesOfJsonFeed() throws UpstreamException {
        stub.replies(StubServer.status(200, "application/feed+json", Fixtures.text("feed.json")));
        List<Post> posts = posts();
        assertThat(posts).extracting(Post::id).containsExactly("1", "2");
        Post first = posts.get(0);
        assertThat(first.title()).contains("Eins");
        assertThat(first.author().avatar()).isPresent();
        assertThat(first.edited()).contains(Instant.parse("2026-05-04T07:00:00Z"));
        assertThat(Nodes.links(first.text()).get(0).address()).isEqualTo(SITE + "/mehr");
        assertThat(first.media())
                .singleElement()
                .satisfies(media -> assertThat(media.alternative()).contains("Bild"));
        Post second = posts.get(1);
        assertThat(second.text().text()).isEqualTo("Schlicht <b>& recht</b>");
        assertThat(second.address()).isEqualTo("https://anderswo.example/zwei");
        assertThat(second.language()).contains("en");
        assertThat(second.author().name()).isEqualTo("Max");
        assertThat(second.media()).extracting(Media::kind).containsExactly(Media.Kind.PICTURE, Media.Kind.AUDIO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html><head><title>x</title></head></html> | HTML instead of a feed",
                "<html lang=de><meta charset=utf-8> | HTML instead of a feed",
                "<sitemap/> | no feed",
                "{\"version\":\"2\",\"items\":[]} | no JSON Feed",
                "{\"version\":\"https://jsonfeed.org/version/1\" | not JSON",
                "plain words | no feed"
            })
    void whatIsNoFeed(String body, String said) {
        stub.replies(StubServer.status(200, "text/html", body));
        Fault fault = Fixtures.fault(source, stub, Map.of());
        assertThat(fault.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(fault.message()).contains(said);
    }

    @Test
    void aFeedThatIsNotThereIsGone() {
        stub.replies(StubServer.status(404, "text/html", "<html>"));
        assertThat(Fixtures.fault(source, stub, Map.of()).kind()).isEqualTo(Kind.GONE);
    }

    @Test
    void aWholeArticleIsCutAndEachEntryStandsOnce() throws UpstreamException {
        String entry = "<item><guid isPermaLink='false'>1</guid><pubDate>4 May 2026 10:00 GMT</pubDate><description>"
                + "Wort ".repeat(2_000) + "</description></item>";
        assertThat(posts(rss(entry + entry)))
                .singleElement()
                .satisfies(post ->
                        assertThat(post.text().text()).hasSizeLessThan(3_100).endsWith("…"));
    }

    @Test
    void theNewestAreKept() throws UpstreamException {
        StringBuilder items = new StringBuilder();
        for (int day = 10; day < 30; day++) {
            items.append("<item><title>")
                    .append(day)
                    .append("</title><pubDate>")
                    .append(day)
                    .append(" May 2026 10:00 GMT</pubDate></item>");
        }
        assertThat(posts(rss(items.toString())))
                .hasSize(10)
                .first()
                .satisfies(post -> assertThat(post.title()).contains("29"));
    }
}
