package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Tag;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MastodonFeedTest {
    private static final Map<String, String> NUMBER = Map.of("accountId", "7");

    private final FeedSource source = new MastodonFeed();
    private final StubServer stub = StubServer.http();

    @BeforeEach
    void answers() {
        stub.replies(Fixtures.json("mastodon-statuses.json"));
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private List<Post> posts(Map<String, String> texts) throws UpstreamException {
        return Fixtures.posts(source, stub, texts);
    }

    private Post post(String id) throws UpstreamException {
        return posts(NUMBER).stream()
                .filter(post -> post.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNumberOfAnAccountIsAskedOnce() throws UpstreamException {
        stub.replies(StubServer.json("{\"id\":\"7\",\"acct\":\"stadt\"}"), StubServer.json("[]"));
        try (StubReading reading = new StubReading(source, stub, Map.of("account", "@stadt"))) {
            assertThat(reading.read().posts()).isEmpty();
            assertThat(reading.read().posts()).isEmpty();
        }
        String statuses = "GET /api/v1/accounts/7/statuses?limit=10&exclude_replies=true&exclude_reblogs=true HTTP/1.1";
        assertThat(stub.lines()).containsExactly("GET /api/v1/accounts/lookup?acct=stadt HTTP/1.1", statuses, statuses);
        assertThat(stub.requests().get(0).headers()).containsEntry("authorization", "Bearer " + StubReading.SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aServerThatTellsNoNumber(int status) {
        stub.replies(StubServer.status(status, "application/json", "{\"error\":\"The access token is invalid\"}"));
        Fault fault = Fixtures.fault(source, stub, Map.of("account", "stadt"));
        assertThat(fault.kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(fault.remedy()).contains("accountId", "token");
        assertThat(fault.message()).doesNotContain("invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"error\":\"Record not found\"} | GONE",
                "401 | {\"error\":\"This method requires an authenticated user\"} | CREDENTIALS",
                "429 | {\"error\":\"Too many requests\"} | THROTTLED",
                "503 | <html> | SERVER",
                "200 | <!DOCTYPE html><html> | UNREADABLE",
                "200 | {\"error\":\"no\"} | UNREADABLE",
                "200 | | UNREADABLE"
            })
    void errors(int status, String body, Kind kind) {
        stub.replies(StubServer.status(status, "application/json", body == null ? "" : body));
        assertThat(Fixtures.fault(source, stub, NUMBER).kind()).isEqualTo(kind);
    }

    @Test
    void repliesAndBoostsWhereTheyAreWanted() throws UpstreamException {
        posts(Map.of("accountId", "7", "replies", "true", "boosts", "true"));
        assertThat(stub.lines()).containsExactly("GET /api/v1/accounts/7/statuses?limit=10 HTTP/1.1");
    }

    @Test
    void postsWithAHashtagAreOthers() throws UpstreamException {
        assertThat(posts(Map.of("hashtag", "#Märkte"))).isNotEmpty().noneMatch(Post::own);
        assertThat(stub.lines()).containsExactly("GET /api/v1/timelines/tag/M%C3%A4rkte?limit=10 HTTP/1.1");
    }

    @Test
    void aStatusWithAllThatThereIs() throws UpstreamException {
        Post post = post("900");
        assertThat(post.own()).isTrue();
        assertThat(post.address()).isEqualTo("https://social.musterstadt.example/@stadt/900");
        assertThat(post.author().name()).isEqualTo("Stadt Musterstadt");
        assertThat(post.author().handle()).contains("@stadt@social.musterstadt.example");
        assertThat(post.author().avatar().orElseThrow().address()).endsWith("avatar.png");
        assertThat(post.warning()).contains("Unfall, mit Bildern");
        assertThat(post.sensitive()).isTrue();
        assertThat(post.edited()).contains(Instant.parse("2026-05-04T09:00:00Z"));
        assertThat(post.continues()).contains("https://social.musterstadt.example/@stadt/899");
        assertThat(post.card().orElseThrow().address()).isEqualTo("https://www.musterstadt.example/umleitung");
        assertThat(post.counts()).isEqualTo(new PostCounts(OptionalLong.of(1), OptionalLong.of(2), OptionalLong.of(3)));
        assertThat(post.media())
                .extracting(Media::kind)
                .containsExactly(Media.Kind.PICTURE, Media.Kind.ANIMATION, Media.Kind.AUDIO);
        assertThat(post.media().get(0).alternative()).contains("Gesperrte Brücke");
        assertThat(post.media().get(0).picture().orElseThrow().width()).hasValue(1600);
        assertThat(post.media().get(1).picture().orElseThrow().address()).endsWith("blinken.png");
        assertThat(post.media().get(1).alternative()).isEmpty();
        assertThat(post.media().get(2).picture()).isEmpty();
        assertThat(post.media().get(2).alternative()).contains("Durchsage");
    }

    @Test
    void itsWords() throws UpstreamException {
        RichText text = post("900").text();
        assertThat(text.text())
                .isEqualTo(
                        "Die Brücke ist gesperrt :absperrung:.\nUmleitung: musterstadt.example/umlei…\n@feuerwehr #Bruecke");
        assertThat(Nodes.tags(text)).containsExactly(Tag.PARAGRAPH, Tag.STRONG, Tag.PARAGRAPH);
        assertThat(Nodes.links(text))
                .extracting(Link::kind)
                .containsExactly(Link.Kind.PAGE, Link.Kind.MENTION, Link.Kind.HASHTAG);
        assertThat(Nodes.links(text).get(0).address()).isEqualTo("https://www.musterstadt.example/umleitung");
        assertThat(text.emojis())
                .singleElement()
                .satisfies(emoji -> assertThat(emoji.picture().address()).endsWith("absperrung.png"));
    }

    @Test
    void aPoll() throws UpstreamException {
        assertThat(post("900").poll())
                .contains(new Poll(
                        List.of(
                                new Poll.Choice("Bus", OptionalLong.of(7)),
                                new Poll.Choice("Rad", OptionalLong.empty())),
                        true,
                        Optional.of(Instant.parse("2026-05-11T08:30:00Z")),
                        false));
    }

    @Test
    void aBoostIsSomebodyElsesPost() throws UpstreamException {
        Post post = post("77");
        assertThat(post.own()).isFalse();
        assertThat(post.time()).isEqualTo(Instant.parse("2026-05-05T10:00:00Z"));
        assertThat(post.published()).isEqualTo(Instant.parse("2026-04-30T10:00:00Z"));
        assertThat(post.author().name()).as("who has no name but this").isEqualTo("markt");
        assertThat(post.author().handle()).contains("@markt@anderswo.example");
        assertThat(post.passedOn().orElseThrow().by().name()).isEqualTo("Stadt Musterstadt");
        assertThat(posts(NUMBER)).first().isEqualTo(post);
    }

    @Test
    void whatIsNotForEverybodyIsLeftOut() throws UpstreamException {
        assertThat(posts(NUMBER))
                .hasSize(4)
                .noneMatch(post -> post.text().text().contains("Intern"));
        stub.replies(StubServer.json(Fixtures.text("mastodon-statuses.json").replace("\"unlisted\"", "\"direct\"")));
        assertThat(posts(NUMBER)).hasSize(3);
    }

    @Test
    void aQuoteThatItsAuthorAccepted() throws UpstreamException {
        Post post = post("903");
        assertThat(post.address())
                .as("its uri where it has no url")
                .isEqualTo("https://social.musterstadt.example/users/stadt/statuses/903");
        assertThat(post.author().name()).as("a name of pictures alone").isEqualTo("stadt");
        assertThat(post.text().text())
                .as("without the words for servers that know no quotes")
                .isEqualTo("Ohne url");
        Quoted quoted = post.quoted().orElseThrow();
        assertThat(quoted.address()).contains("https://anderswo.example/@markt/77");
        assertThat(quoted.post().orElseThrow().own()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pending",
                "rejected",
                "revoked",
                "deleted",
                "unauthorized",
                "blocked_account",
                "muted_domain",
                "unheard"
            })
    void inNoOtherStateIsAQuoteShown(String state) throws UpstreamException {
        assertThat(post("904").quoted()).contains(new Quoted(Optional.empty(), Optional.empty()));
        stub.replies(
                StubServer.json(Fixtures.text("mastodon-statuses.json").replace("\"accepted\"", '"' + state + '"')));
        assertThat(post("903").quoted()).contains(new Quoted(Optional.empty(), Optional.empty()));
    }

    @Test
    void oneThingIsNamed() {
        assertThat(Fixtures.isWrong(source, NUMBER)).isFalse();
        assertThat(Fixtures.isWrong(source, Map.of())).isTrue();
        assertThat(Fixtures.isWrong(source, Map.of("account", "a", "hashtag", "b")))
                .isTrue();
    }
}
