package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BlueskyFeedTest {
    private static final String FIXTURE = "bluesky-author-feed.json";
    private static final String DID = "did:plc:musterstadt0000000000000";
    private static final Map<String, String> ACTOR = Map.of("actor", "@Musterstadt.example");
    private static final String CDN = "https://cdn.bsky.app/img/feed_fullsize/plain/" + DID;

    private final FeedSource source = new BlueskyFeed();
    private final StubServer stub = StubServer.http();

    @BeforeEach
    void answers() {
        stub.replies(Fixtures.json(FIXTURE));
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private List<Post> posts(Map<String, String> texts) throws UpstreamException {
        return Fixtures.posts(source, stub, texts);
    }

    @Test
    void asksForTheAuthorsPostsWithoutReplies() throws UpstreamException {
        assertThat(posts(ACTOR))
                .hasSize(4)
                .allMatch(Post::own)
                .noneMatch(post -> post.passedOn().isPresent());
        assertThat(posts(Map.of("actor", DID, "replies", "true", "reposts", "true")))
                .hasSize(5);
        assertThat(stub.lines())
                .containsExactly(
                        "GET /xrpc/app.bsky.feed.getAuthorFeed?actor=Musterstadt.example&limit=40&filter=posts_no_replies HTTP/1.1",
                        "GET /xrpc/app.bsky.feed.getAuthorFeed?actor=did%3Aplc%3Amusterstadt0000000000000&limit=10"
                                + "&filter=posts_with_replies HTTP/1.1");
    }

    @Test
    void aPostWithPictures() throws UpstreamException {
        Post post = posts(ACTOR).get(0);
        assertThat(post.address()).isEqualTo("https://bsky.app/profile/musterstadt.example/post/3laaaaaaaaa2a");
        assertThat(post.id()).isEqualTo("at://" + DID + "/app.bsky.feed.post/3laaaaaaaaa2a");
        assertThat(post.published()).isEqualTo(Instant.parse("2026-05-04T08:30:00.123Z"));
        assertThat(post.language()).contains("de");
        assertThat(post.author().name()).isEqualTo("Stadt Musterstadt");
        assertThat(post.author().handle()).contains("@musterstadt.example");
        assertThat(post.author().address()).contains("https://bsky.app/profile/musterstadt.example");
        assertThat(post.author().avatar()).isPresent();
        assertThat(post.counts().replies()).hasValue(1);
        assertThat(post.counts().shares()).hasValue(2);
        assertThat(post.counts().likes()).hasValue(3);
        assertThat(post.media())
                .extracting(Media::alternative)
                .map(alt -> alt.orElse("none"))
                .containsExactly("Stände auf dem Markt", "none");
        Picture first = post.media().get(0).picture().orElseThrow();
        assertThat(first.address()).isEqualTo(CDN + "/bafyone@jpeg");
        assertThat(first.width()).hasValue(2000);
        Picture second = post.media().get(1).picture().orElseThrow();
        assertThat(second.width()).as("a ratio is no size").hasValue(1008);
        assertThat(second.height()).hasValue(567);
    }

    /** Offsets are bytes of UTF-8: an emoji is four, an umlaut two. Those within a character or beyond the end are none. */
    @Test
    void facetsStandAtBytes() throws UpstreamException {
        Post post = posts(ACTOR).get(0);
        assertThat(post.text().text())
                .isEqualTo(
                        "🎉 Grüße vom Markt! Mehr auf musterstadt.example/markt von @wochenmarkt.example #Märkte\nBis Samstag.");
        assertThat(post.text().nodes()).hasSize(2);
        assertThat(Nodes.links(post.text()))
                .containsExactly(
                        new Link(
                                "https://www.musterstadt.example/markt?tag=1",
                                Link.Kind.PAGE,
                                List.of(new RichText.Text("musterstadt.example/markt"))),
                        new Link(
                                "https://bsky.app/profile/did:plc:wochenmarkt000000000000",
                                Link.Kind.MENTION,
                                List.of(new RichText.Text("@wochenmarkt.example"))),
                        new Link(
                                "https://bsky.app/hashtag/M%C3%A4rkte",
                                Link.Kind.HASHTAG, List.of(new RichText.Text("#Märkte"))));
    }

    @Test
    void aVideoThatGoesOnWithAnEarlierPost() throws UpstreamException {
        Post post = posts(ACTOR).get(1);
        assertThat(post.continues()).contains("https://bsky.app/profile/musterstadt.example/post/3l0000000002p");
        assertThat(post.sensitive()).isTrue();
        assertThat(post.counts()).as("what is not told").isEqualTo(PostCounts.UNKNOWN);
        assertThat(post.media()).singleElement().satisfies(video -> {
            assertThat(video.kind()).isEqualTo(Media.Kind.VIDEO);
            assertThat(video.alternative()).contains("Einsatz der Feuerwehr");
            assertThat(video.picture().orElseThrow().address())
                    .isEqualTo("https://video.bsky.app/watch/v/thumbnail.jpg");
            assertThat(video.picture().orElseThrow().height()).hasValue(1920);
        });
        stub.replies(StubServer.json(
                Fixtures.text(FIXTURE).replace("\"cid\":\"v\"", "\"cid\":\"v\",\"presentation\":\"gif\"")));
        assertThat(posts(ACTOR).get(1).media().get(0).kind()).isEqualTo(Media.Kind.ANIMATION);
    }

    @Test
    void aLinkedPageIsACard() throws UpstreamException {
        LinkCard card = posts(ACTOR).get(2).card().orElseThrow();
        assertThat(card.address()).isEqualTo("https://rat.musterstadt.example/sitzung");
        assertThat(card.title()).isEqualTo("Sitzung des Rates");
        assertThat(card.picture()).isPresent();
        assertThat(posts(ACTOR).get(2).sensitive()).isFalse();
    }

    @Test
    void aQuoteWithPicturesOfBoth() throws UpstreamException {
        Post post = posts(ACTOR).get(3);
        assertThat(post.media())
                .singleElement()
                .satisfies(media -> assertThat(media.alternative()).contains("Bild der Galerie"));
        Quoted quoted = post.quoted().orElseThrow();
        assertThat(quoted.address()).contains("https://bsky.app/profile/wochenmarkt.example/post/3leeeeeeeee2e");
        Post other = quoted.post().orElseThrow();
        assertThat(other.own()).isFalse();
        assertThat(other.text().text()).isEqualTo("Spargel ist da.");
        assertThat(other.media()).hasSize(1);
        assertThat(other.counts().likes()).hasValue(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewNotFound", "viewBlocked", "viewDetached"})
    void aQuotedPostThatIsNotToBeSeen(String state) throws UpstreamException {
        stub.replies(StubServer.json(Fixtures.text(FIXTURE).replace("record#viewRecord", "record#" + state)));
        Quoted quoted = posts(ACTOR).get(3).quoted().orElseThrow();
        assertThat(quoted.post()).isEmpty();
        assertThat(quoted.address()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "app.bsky.feed.defs#generatorView, app.bsky.feed.generator, https://bsky.app/profile/a.example/feed/k",
        "app.bsky.graph.defs#listView, app.bsky.graph.list, https://bsky.app/profile/a.example/lists/k",
        "app.bsky.graph.defs#starterPackViewBasic, app.bsky.graph.starterpack, https://bsky.app/starter-pack/a.example/k"
    })
    void otherRecordsAreCards(String type, String collection, String address) throws UpstreamException {
        stub.replies(StubServer.json("""
                {"feed":[{"post":{"uri":"at://%s/app.bsky.feed.post/k","author":{"did":"%s","handle":"musterstadt.example"},
                 "record":{"text":"","createdAt":"2026-05-04T08:00:00Z"},"embed":{"$type":"app.bsky.embed.record#view",
                 "record":{"$type":"%s","uri":"at://did:plc:x/%s/k","displayName":"Name","name":"Name","record":{"name":"Name"},
                 "creator":{"did":"did:plc:x","handle":"a.example"}}}}}]}""".formatted(DID, DID, type, collection)));
        assertThat(posts(ACTOR)).singleElement().satisfies(post -> {
            assertThat(post.quoted()).isEmpty();
            assertThat(post.card().orElseThrow().address()).isEqualTo(address);
            assertThat(post.card().orElseThrow().title()).isEqualTo("Name");
        });
    }

    @Test
    void whatIsPassedOnHasBothNamesAndTimes() throws UpstreamException {
        Post post = posts(Map.of("actor", DID, "reposts", "true")).get(0);
        assertThat(post.own()).isFalse();
        assertThat(post.author().name()).isEqualTo("did:plc:wochenmarkt000000000000");
        assertThat(post.author().handle())
                .as("one that the name's server does not confirm")
                .isEmpty();
        assertThat(post.address())
                .isEqualTo("https://bsky.app/profile/did:plc:wochenmarkt000000000000/post/3lfffffffff2f");
        assertThat(post.published()).isEqualTo(Instant.parse("2026-04-01T07:00:00Z"));
        assertThat(post.time()).isEqualTo(Instant.parse("2026-05-05T10:00:00Z"));
        assertThat(post.passedOn().orElseThrow().by().handle()).contains("@musterstadt.example");
        assertThat(post.sensitive()).isTrue();
    }

    @Test
    void whoIsNotToBeSeenWithoutLoginIsLeftOut() throws UpstreamException {
        assertThat(posts(Map.of("actor", DID, "reposts", "true")))
                .hasSize(5)
                .noneMatch(post -> post.text().text().contains("Angemeldete"));
        stub.replies(StubServer.json(Fixtures.text(FIXTURE)
                .replace(
                        "\"displayName\":\"Wochenmarkt\",\"labels\":[]",
                        "\"labels\":[{\"val\":\"!no-unauthenticated\"}]")));
        Quoted quoted = posts(ACTOR).get(3).quoted().orElseThrow();
        assertThat(quoted.post()).isEmpty();
        assertThat(quoted.address()).isEmpty();
    }

    @Test
    void anAccountThatIsNotToBeSeenWithoutLoginIsGone() {
        stub.replies(StubServer.json(Fixtures.text(FIXTURE)
                .replace(
                        "\"displayName\":\"Stadt Musterstadt\",\"labels\":[]",
                        "\"labels\":[{\"val\":\"!no-unauthenticated\"}]")));
        Fault fault = Fixtures.fault(source, stub, ACTOR);
        assertThat(fault.kind()).isEqualTo(Kind.GONE);
        assertThat(fault.message()).contains("asks not to be shown");
        assertThat(fault.remedy()).contains("settings");
    }

    @Test
    void noPostIsNewerThanWhenTheNetworkMetIt() throws UpstreamException {
        stub.replies(StubServer.json(
                Fixtures.text(FIXTURE).replace("2026-05-04T08:30:00.123Z", "2036-05-04T08:30:00.123Z")));
        assertThat(posts(ACTOR).get(0).published()).isEqualTo(Instant.parse("2026-05-04T08:30:01Z"));
    }

    @Test
    void hiddenPostsAreLeftOut() throws UpstreamException {
        stub.replies(StubServer.json(Fixtures.text(FIXTURE).replace("\"val\":\"graphic-media\"", "\"val\":\"!hide\"")));
        assertThat(posts(ACTOR)).hasSize(3);
    }

    @Test
    void anEmptyFeedIsNoFault() throws UpstreamException {
        stub.replies(StubServer.json("{\"feed\":[]}"));
        assertThat(posts(ACTOR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"InvalidRequest\",\"message\":\"Profile not found\"} | GONE | no such account",
                "400 | {\"error\":\"AccountTakedown\",\"message\":\"x\"} | GONE | AccountTakedown",
                "400 | {\"error\":\"AccountDeactivated\",\"message\":\"x\"} | GONE | AccountDeactivated",
                "400 | {\"error\":\"BlockedActor\",\"message\":\"x\"} | PERMISSION | BlockedActor",
                "400 | {\"error\":\"InvalidRequest\",\"message\":\"Error: actor must be a valid did or a handle\"} | REJECTED | 400",
                "429 | {\"error\":\"RateLimitExceeded\",\"message\":\"x\"} | THROTTLED | RateLimitExceeded",
                "502 | {\"error\":\"UpstreamFailure\",\"message\":\"x\"} | SERVER | UpstreamFailure",
                "404 | {\"error\":\"XRPCNotSupported\",\"message\":\"x\"} | REJECTED | 404",
                "404 | <html> | REJECTED | 404",
                "400 | {\"error\":\"<script>\",\"message\":7} | REJECTED | 400",
                "200 | <html> | UNREADABLE | HTML",
                "200 | {\"feed\":{}} | UNREADABLE | no list",
                "200 | {\"feed\":[ | UNREADABLE | not JSON",
            })
    void errors(int status, String body, Kind kind, String said) {
        stub.replies(StubServer.status(status, "application/json", body));
        Fault fault = Fixtures.fault(source, stub, ACTOR);
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.message()).contains(said).doesNotContain("<");
    }

    @ParameterizedTest
    @CsvSource({
        "musterstadt.bsky.social, false",
        "@musterstadt.example, false",
        "did:plc:musterstadt, false",
        "did:web:musterstadt.example, false",
        "musterstadt, true",
        "https://bsky.app/profile/musterstadt.example, true",
        "'', true"
    })
    void actorIsAHandleOrDid(String actor, boolean wrong) {
        assertThat(Fixtures.isWrong(source, Map.of("actor", actor))).isEqualTo(wrong);
    }
}
