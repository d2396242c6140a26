package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class YoutubeFeedTest {
    private static final String CHANNEL = "UCmusterstadt00000000000";
    private static final Map<String, String> OF_CHANNEL = Map.of("channel", CHANNEL);

    private final FeedSource source = new YoutubeFeed();
    /** Without a key. */
    private final FeedSource keyless = new Keyless(source, "key");

    private final StubServer stub = StubServer.http();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void videosOfTheFeed() throws UpstreamException {
        stub.replies(Fixtures.xml("youtube-feed.xml"));
        List<Post> posts = Fixtures.posts(keyless, stub, OF_CHANNEL);
        assertThat(stub.lines()).containsExactly("GET /feeds/videos.xml?channel_id=" + CHANNEL + " HTTP/1.1");
        assertThat(posts).hasSize(2);
        Post post = posts.get(0);
        assertThat(post.own()).isTrue();
        assertThat(post.id()).isEqualTo("yt:video:Rathaus0001");
        assertThat(post.address()).isEqualTo("https://www.youtube.com/watch?v=Rathaus0001");
        assertThat(post.title()).contains("Der Rat <tagt>");
        assertThat(post.published()).isEqualTo(Instant.parse("2026-05-04T08:00:00Z"));
        assertThat(post.edited()).as("it says so whenever somebody watches").isEmpty();
        assertThat(post.author().name()).isEqualTo("Stadt Musterstadt");
        assertThat(post.author().address()).contains("https://www.youtube.com/channel/" + CHANNEL);
        assertThat(post.text().text())
                .isEqualTo("Aus dem Saal (https://www.musterstadt.example/rat).\nZweiter Absatz <b>wörtlich</b>");
        assertThat(Nodes.links(post.text()))
                .singleElement()
                .satisfies(link -> assertThat(link.address()).isEqualTo("https://www.musterstadt.example/rat"));
        assertThat(post.media()).singleElement().satisfies(media -> {
            assertThat(media.kind()).isEqualTo(Media.Kind.VIDEO);
            assertThat(media.picture().orElseThrow().address())
                    .isEqualTo("https://i.ytimg.com/vi/Rathaus0001/hqdefault.jpg");
            assertThat(media.picture().orElseThrow().width()).hasValue(480);
        });
        assertThat(posts.get(1).own()).as("of another channel").isFalse();
    }

    @Test
    void ofAPlaylistThoseOfItsOwnerAreOwn() throws UpstreamException {
        stub.replies(Fixtures.xml("youtube-feed.xml"));
        assertThat(Fixtures.posts(keyless, stub, Map.of("playlist", "PLmusterstadt")))
                .extracting(Post::own)
                .containsExactly(true, false);
        assertThat(stub.lines()).containsExactly("GET /feeds/videos.xml?playlist_id=PLmusterstadt HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({"404, SERVER", "410, SERVER", "500, SERVER", "503, SERVER", "429, THROTTLED"})
    void noStatusOfTheFeedSaysThatAChannelIsGone(int status, Kind kind) {
        stub.replies(StubServer.status(status, "text/html", "<!DOCTYPE html><html lang=en>"));
        assertThat(Fixtures.fault(keyless, stub, OF_CHANNEL).kind()).isEqualTo(kind);
    }

    @Test
    void aPageThatAsksForConsent() {
        stub.replies(StubServer.status(
                200, "text/html", "<!DOCTYPE html><html><form action=\"https://consent.example/save\">"));
        Fault fault = Fixtures.fault(keyless, stub, OF_CHANNEL);
        assertThat(fault.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(fault.message()).contains("consent");
        assertThat(fault.remedy()).contains("key");
        stub.replies(StubServer.redirect(302, "https://consent.example/ml?continue=x"));
        assertThat(Fixtures.fault(keyless, stub, OF_CHANNEL).kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
    }

    @Test
    void videosOfTheInterface() throws UpstreamException {
        stub.replies(Fixtures.json("youtube-items.json"));
        List<Post> posts = Fixtures.posts(source, stub, OF_CHANNEL);
        assertThat(stub.lines())
                .containsExactly("GET /api/youtube/v3/playlistItems?part=snippet,contentDetails,status&maxResults=10"
                        + "&playlistId=UUmusterstadt00000000000 HTTP/1.1");
        assertThat(stub.requests().get(0).headers()).containsEntry("x-goog-api-key", StubReading.SECRET);
        assertThat(posts).as("without private and unlisted ones").hasSize(2);
        Post post = posts.get(0);
        assertThat(post.own()).isTrue();
        assertThat(post.id()).isEqualTo("yt:video:Rathaus0001");
        assertThat(post.address()).isEqualTo("https://www.youtube.com/watch?v=Rathaus0001");
        assertThat(post.title()).contains("Der Rat <tagt>");
        assertThat(post.published()).isEqualTo(Instant.parse("2026-05-04T08:00:00Z"));
        assertThat(post.media().get(0).picture().orElseThrow().address()).endsWith("maxresdefault.jpg");
        assertThat(posts.get(1).own()).isFalse();
        assertThat(posts.get(1).author().name()).isEqualTo("Verein");
        assertThat(posts.get(1).published()).isEqualTo(Instant.parse("2026-04-01T08:00:00Z"));
        assertThat(posts.get(1).media().get(0).picture()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "403, quotaExceeded, THROTTLED",
        "403, rateLimitExceeded, THROTTLED",
        "403, accessNotConfigured, PERMISSION",
        "403, unheard, PERMISSION",
        "400, keyInvalid, CREDENTIALS",
        "400, API_KEY_INVALID, CREDENTIALS",
        "400, badRequest, REJECTED",
        "404, playlistNotFound, GONE",
        "404, unheard, REJECTED",
        "500, backendError, SERVER"
    })
    void errorsOfTheInterface(int status, String reason, Kind kind) {
        String list = reason.startsWith("API") ? "details" : "errors";
        stub.replies(
                StubServer.status(status, "application/json", """
                {"error":{"code":%d,"message":"API key %s","errors":[{"reason":"badRequest"}],"%s":[{"reason":"%s"}]}}""".formatted(status, StubReading.SECRET, list, reason)));
        assertThat(Fixtures.fault(source, stub, OF_CHANNEL).kind()).isEqualTo(kind);
        stub.replies(StubServer.status(500, "text/html", "<html>"));
        assertThat(Fixtures.fault(source, stub, OF_CHANNEL).kind()).isEqualTo(Kind.SERVER);
    }

    @Test
    void oneThingIsNamed() {
        assertThat(Fixtures.isWrong(source, OF_CHANNEL)).isFalse();
        assertThat(Fixtures.isWrong(source, Map.of("playlist", "PLmusterstadt")))
                .isFalse();
        assertThat(Fixtures.isWrong(source, Map.of())).isTrue();
        assertThat(Fixtures.isWrong(source, Map.of("channel", CHANNEL, "playlist", "PLmusterstadt")))
                .isTrue();
        assertThat(Fixtures.isWrong(source, Map.of("channel", "@musterstadt"))).isTrue();
        assertThat(Fixtures.isWrong(source, Map.of("playlist", "https://www.youtube.com/playlist?list=PL")))
                .isTrue();
        assertThat(source.wrong(new Given(Map.of(), Map.of("channel", "@musterstadt"), Map.of(), Map.of(), 10))
                        .orElseThrow())
                .contains("UC");
    }
}
