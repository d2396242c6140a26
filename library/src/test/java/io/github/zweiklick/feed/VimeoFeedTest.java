package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class VimeoFeedTest {
    private static final Map<String, String> USER = Map.of("user", "musterstadt");

    private final FeedSource source = new VimeoFeed();
    private final FeedSource keyless = new Keyless(source, "token");
    private final StubServer stub = StubServer.http();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void videosOfTheFeed() throws UpstreamException {
        stub.replies(Fixtures.xml("vimeo.rss"));
        assertThat(Fixtures.posts(keyless, stub, USER)).singleElement().satisfies(post -> {
            assertThat(post.own()).isTrue();
            assertThat(post.id()).isEqualTo("tag:vimeo,2026-05-04:clip100000001");
            assertThat(post.address()).isEqualTo("https://vimeo.com/100000001");
            assertThat(post.title()).contains("Stadtfilm");
            assertThat(post.published()).isEqualTo(Instant.parse("2026-05-04T12:00:00Z"));
            assertThat(post.author().name()).isEqualTo("Stadt Musterstadt");
            assertThat(post.text().text()).startsWith("Ein Gang durch die Altstadt.");
            assertThat(post.media()).singleElement().satisfies(media -> {
                assertThat(media.kind()).isEqualTo(Media.Kind.VIDEO);
                assertThat(media.picture().orElseThrow().address()).isEqualTo("https://i.vimeocdn.com/video/1-d_960");
                assertThat(media.picture().orElseThrow().height()).hasValue(540);
            });
        });
        assertThat(stub.lines()).containsExactly("GET /musterstadt/videos/rss HTTP/1.1");
    }

    @Test
    void aChannelCollectsWhatOthersMade() throws UpstreamException {
        stub.replies(Fixtures.xml("vimeo.rss"));
        assertThat(Fixtures.posts(keyless, stub, Map.of("channel", "staedte")))
                .singleElement()
                .satisfies(post -> assertThat(post.own()).isFalse());
        stub.replies(Fixtures.json("vimeo-videos.json"));
        assertThat(Fixtures.posts(source, stub, Map.of("channel", "staedte")))
                .singleElement()
                .satisfies(post -> assertThat(post.own()).isFalse());
        assertThat(stub.lines().get(0)).isEqualTo("GET /channels/staedte/videos/rss HTTP/1.1");
        assertThat(stub.lines().get(1)).startsWith("GET /api/channels/staedte/videos?");
    }

    @Test
    void videosOfTheInterfaceThatAnybodyMayWatch() throws UpstreamException {
        stub.replies(Fixtures.json("vimeo-videos.json"));
        assertThat(Fixtures.posts(source, stub, USER)).singleElement().satisfies(post -> {
            assertThat(post.own()).isTrue();
            assertThat(post.address()).isEqualTo("https://vimeo.com/100000001");
            assertThat(post.language()).contains("de");
            assertThat(post.sensitive()).isFalse();
            assertThat(Nodes.links(post.text())).hasSize(1);
            assertThat(post.author().avatar()).isPresent();
            assertThat(post.media().get(0).picture().orElseThrow().width()).hasValue(1280);
        });
        assertThat(stub.lines().get(0))
                .startsWith("GET /api/users/musterstadt/videos?sort=date&direction=desc&per_page=10&fields=");
        assertThat(stub.requests().get(0).headers()).containsEntry("authorization", "bearer " + StubReading.SECRET);
    }

    @ParameterizedTest
    @CsvSource({"401, CREDENTIALS", "404, GONE", "429, THROTTLED", "500, SERVER", "200, UNREADABLE"})
    void errorsOfTheInterface(int status, Kind kind) {
        stub.replies(StubServer.status(status, "application/json", "{\"error\":\"x\"}"));
        assertThat(Fixtures.fault(source, stub, USER).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"404, REJECTED", "403, PERMISSION", "200, UNREADABLE"})
    void thatThereIsNoFeedSaysNothingOfTheVideos(int status, Kind kind) {
        stub.replies(StubServer.status(status, "text/html", "<html>"));
        Fault fault = Fixtures.fault(keyless, stub, USER);
        assertThat(fault.kind()).isEqualTo(kind);
    }

    @Test
    void oneThingIsNamed() {
        assertThat(Fixtures.isWrong(source, USER)).isFalse();
        assertThat(Fixtures.isWrong(source, Map.of("channel", "staedte"))).isFalse();
        assertThat(Fixtures.isWrong(source, Map.of())).isTrue();
        assertThat(Fixtures.isWrong(source, Map.of("user", "a", "channel", "b")))
                .isTrue();
        assertThat(Fixtures.isWrong(source, Map.of("user", "https://vimeo.com/musterstadt")))
                .isTrue();
    }
}
