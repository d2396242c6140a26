package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.upstream.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class XPostsTest {
    private static final String USER = ReadPosts.fixture("x-user.json");
    private static final String TIMELINE = ReadPosts.fixture("x-timeline.json");

    private final TestClock clock = new TestClock();
    private final StubServer stub = StubServer.http();
    private final StubReading reading = reading(Map.of("user", "@musterstadt", "retweets", "true", "replies", "true"));

    @AfterEach
    void close() {
        reading.close();
        stub.close();
    }

    private StubReading reading(Map<String, String> settings) {
        return new StubReading(new XFeed(clock), stub, settings);
    }

    private Timeline read(String timeline) throws UpstreamException {
        stub.replies(StubServer.json(USER), StubServer.json(timeline));
        return reading.read();
    }

    private Post post(int number) throws UpstreamException {
        return ReadPosts.named(read(TIMELINE), "199000000000000000" + number);
    }

    @Test
    void bothSetsOfWordsComeToTheSame() throws UpstreamException {
        Timeline old = read(TIMELINE);
        try (StubReading other = reading(Map.of("user", "musterstadt", "replies", "true", "retweets", "true"))) {
            stub.replies(StubServer.json(USER), StubServer.json(ReadPosts.fixture("x-timeline-posts.json")));
            assertThat(other.read()).isEqualTo(old);
        }
    }

    @Test
    void wordsAreCutByCodePointsAndThenUnescaped() throws UpstreamException {
        Post post = post(9);
        assertThat(post.text().text())
                .isEqualTo("🚧🚧 Bau & Verkehr: die Brücke <Süd> ist zu. Danke @feuerwehr_ms! #Brücke $MST"
                        + " musterstadt.example/bruecke");
        assertThat(ReadPosts.links(post.text()))
                .containsExactly(
                        "MENTION @feuerwehr_ms: https://x.com/feuerwehr_ms",
                        "HASHTAG #Brücke: https://x.com/hashtag/Br%C3%BCcke",
                        "HASHTAG $MST: https://x.com/search?q=%24MST",
                        "PAGE musterstadt.example/bruecke: https://t.co/aaaaaaaaaa");
        assertThat(post.own()).isTrue();
        assertThat(post.address()).isEqualTo("https://x.com/musterstadt/status/1990000000000000009");
        assertThat(post.author().handle()).contains("@musterstadt");
        assertThat(post.author().address()).contains("https://x.com/musterstadt");
        assertThat(post.language()).contains("de");
        assertThat(post.counts().likes()).hasValue(30);
        assertThat(post.counts().shares()).hasValue(4);
        assertThat(post.counts().replies()).hasValue(2);
    }

    @Test
    void aTextEscapedTwiceStaysEscapedOnce() throws UpstreamException {
        Timeline timeline = read(
                XFeedTest.timeline("{\"id\":\"1\",\"author_id\":\"4711\",\"created_at\":\"2026-11-01T10:00:00.000Z\","
                        + "\"text\":\"&amp;lt;script&amp;gt; &lt;b&gt; &quot;\"}"));
        assertThat(timeline.posts().get(0).text().text()).isEqualTo("&lt;script&gt; <b> &quot;");
    }

    @Test
    void mediaWithTheirAlternativeTexts() throws UpstreamException {
        Post post = post(9);
        assertThat(ReadPosts.pictures(post))
                .containsExactly(
                        "PICTURE https://pbs.example/media/bruecke.jpg Eine rot-weiße Schranke vor der Brücke",
                        "VIDEO https://pbs.example/thumb/2.jpg",
                        "ANIMATION https://pbs.example/thumb/3.jpg");
        assertThat(post.media().get(0).picture().orElseThrow().width()).hasValue(1600);
        assertThat(post.card()).as("pictures stand in its place").isEmpty();
    }

    @Test
    void whatIsPassedOnIsShownWhole() throws UpstreamException {
        Post post = post(8);
        assertThat(post.own()).isFalse();
        assertThat(post.author().handle()).contains("@feuerwehr_ms");
        assertThat(post.passedOn().orElseThrow().by().handle()).contains("@musterstadt");
        assertThat(post.time()).isEqualTo(Instant.parse("2026-11-27T10:00:00Z"));
        assertThat(post.address()).isEqualTo("https://x.com/feuerwehr_ms/status/1980000000000000001");
        assertThat(post.text().text()).endsWith("für ihre Geduld & Arbeit.");
    }

    @Test
    void onlyOwnPostsWhereNothingElseIsConfigured() throws UpstreamException {
        try (StubReading plain = reading(Map.of("user", "musterstadt"))) {
            stub.replies(StubServer.json(USER), StubServer.json(TIMELINE));
            assertThat(plain.read().posts()).allMatch(Post::own).hasSize(6);
        }
    }

    @Test
    void aPoll() throws UpstreamException {
        Post post = post(7);
        assertThat(post.poll())
                .contains(new Poll(
                        List.of(
                                new Poll.Choice("Rot", OptionalLong.of(12)),
                                new Poll.Choice("Grün", OptionalLong.of(5))),
                        false,
                        Optional.of(Instant.parse("2026-11-27T10:00:00Z")),
                        true));
        assertThat(post.sensitive()).isTrue();
        assertThat(post.language()).isEmpty();
    }

    @Test
    void aLongPostsNoteWithItsOwnLinks() throws UpstreamException {
        Post post = post(6);
        assertThat(post.text().text()).endsWith("Ende & Schluss musterstadt.example/lang #Lang");
        assertThat(ReadPosts.links(post.text()))
                .containsExactly(
                        "PAGE musterstadt.example/lang: https://t.co/cccccccccc",
                        "HASHTAG #Lang: https://x.com/hashtag/Lang");
        assertThat(post.edited()).contains(Instant.parse("2026-11-25T10:00:00Z"));
        assertThat(post.published()).isBefore(Instant.parse("2026-11-25T10:00:00Z"));
    }

    @Test
    void aQuoteStandsBelowAndNotInTheText() throws UpstreamException {
        Timeline timeline = read(TIMELINE);
        Post post = ReadPosts.named(timeline, "1990000000000000005");
        assertThat(post.text().text()).isEqualTo("Das meint die Feuerwehr");
        assertThat(ReadPosts.quotedAddress(post)).contains("https://x.com/feuerwehr_ms/status/1980000000000000002");
        Post quoted = post.quoted().flatMap(Quoted::post).orElseThrow();
        assertThat(quoted.own()).isFalse();
        assertThat(quoted.text().text()).isEqualTo("Rauchmelder retten Leben");
        Post gone = ReadPosts.named(timeline, "1990000000000000003");
        assertThat(ReadPosts.quotedAddress(gone)).contains("https://x.com/i/status/1980000000000000099");
        assertThat(gone.quoted().flatMap(Quoted::post)).isEmpty();
    }

    @Test
    void twoPostsThatQuoteEachOther() throws UpstreamException {
        String quoting = ",\"referenced_tweets\":[{\"type\":\"quoted\",\"id\":\"%d\"}]";
        Timeline timeline = read("{\"data\":[" + XFeedTest.small(1, quoting.formatted(1002))
                + "],\"includes\":{\"tweets\":[" + XFeedTest.small(1, quoting.formatted(1002)) + ","
                + XFeedTest.small(2, quoting.formatted(1001)) + "]}}");
        Post quoted = timeline.posts().get(0).quoted().flatMap(Quoted::post).orElseThrow();
        assertThat(quoted.id()).isEqualTo("1002");
        assertThat(quoted.quoted()).isEmpty();
    }

    @Test
    void aPicturesLinkStaysWhereThePictureIsNotTold() throws UpstreamException {
        Timeline timeline = read(XFeedTest.timeline(XFeedTest.small(
                1,
                ",\"entities\":{\"urls\":[{\"start\":0,\"end\":5,"
                        + "\"url\":\"https://t.co/a\",\"expanded_url\":\"https://x.com/musterstadt/status/1001/photo/1\","
                        + "\"display_url\":\"pic.x.com/a\"}]}")));
        assertThat(ReadPosts.links(timeline.posts().get(0).text())).containsExactly("PAGE pic.x.com/a: https://t.co/a");
    }

    @Test
    void aPostThatGoesOnWithAnother() throws UpstreamException {
        assertThat(post(4).continues()).contains("https://x.com/musterstadt/status/1980000000000000003");
    }

    @Test
    void aCardWhereThereIsNoPicture() throws UpstreamException {
        Timeline timeline = read(
                XFeedTest.timeline(
                        XFeedTest.small(
                                1,
                                ",\"entities\":{\"urls\":[{\"start\":0,\"end\":3,"
                                        + "\"url\":\"https://t.co/a\",\"expanded_url\":\"https://a.example/\",\"display_url\":\"a.example\","
                                        + "\"title\":\"Bau &amp; Weg\",\"images\":[{\"url\":\"https://pbs.example/n.jpg\",\"width\":600}]}]}")));
        LinkCard card = timeline.posts().get(0).card().orElseThrow();
        assertThat(card.title()).isEqualTo("Bau & Weg");
        assertThat(card.address()).isEqualTo("https://t.co/a");
        assertThat(card.picture().orElseThrow().width()).hasValue(600);
    }
}
