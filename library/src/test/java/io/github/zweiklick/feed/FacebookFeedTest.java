package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.feed.FeedSource.Given;
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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FacebookFeedTest {
    private static final String PAGE = "1000200030004";

    private final StubServer stub = StubServer.http();
    private final StubReading reading = new StubReading(new FacebookFeed(), stub, Map.of("page", PAGE));

    @AfterEach
    void close() {
        reading.close();
        stub.close();
    }

    private Timeline read() throws UpstreamException {
        stub.replies(StubServer.json(ReadPosts.fixture("facebook-posts.json")));
        return reading.read();
    }

    private Post post(int number) throws UpstreamException {
        return ReadPosts.named(read(), PAGE + "_" + number);
    }

    @Test
    void asksThePageForItsOwnPostsWithTheTokenInAHeader() throws UpstreamException {
        read();
        StubServer.Request request = stub.requests().get(0);
        assertThat(request.line())
                .startsWith(
                        "GET /v26.0/1000200030004/posts?limit=10&fields=id%2Cfrom%7Bid%2Cname%2Cpicture%7D%2Cmessage")
                .doesNotContain("s3cr3t", "access_token");
        assertThat(request.headers()).containsEntry("authorization", "Bearer " + StubReading.SECRET);
    }

    @Test
    void leavesOutWhatIsNotForEverybodyAndWhatHasNothingToShow() throws UpstreamException {
        assertThat(ReadPosts.ids(read()))
                .containsExactly(
                        PAGE + "_501",
                        PAGE + "_502",
                        PAGE + "_503",
                        PAGE + "_504",
                        PAGE + "_505",
                        PAGE + "_506",
                        PAGE + "_509");
    }

    @Test
    void anAlbumsPicturesAndTheWordsWithTheirLinks() throws UpstreamException {
        Post post = post(501);
        assertThat(post.own()).isTrue();
        assertThat(post.author().name()).isEqualTo("Stadt Musterstadt");
        assertThat(post.author().address()).contains("https://www.facebook.com/" + PAGE);
        assertThat(post.author().avatar().map(Picture::address))
                .contains("https://scontent.example/avatar.jpg?oh=1&oe=2");
        assertThat(post.published()).isEqualTo(Instant.parse("2026-11-20T17:30:00Z"));
        assertThat(post.address()).isEqualTo("https://www.facebook.com/1000200030004/posts/501");
        assertThat(post.text().text())
                .isEqualTo("🌻 Lesenacht in der Stadtbibliothek Musterstadt!\n"
                        + "Kommt zahlreich: https://www.musterstadt.example/lesenacht?fbclid=abc. #Lesenacht #2026 📚");
        assertThat(ReadPosts.links(post.text()))
                .containsExactly(
                        "MENTION Stadtbibliothek Musterstadt: https://www.facebook.com/2000300040005",
                        "PAGE https://www.musterstadt.example/lesenacht?fbclid=abc: https://www.musterstadt.example/lesenacht",
                        "HASHTAG #Lesenacht: https://www.facebook.com/hashtag/Lesenacht");
        assertThat(ReadPosts.pictures(post))
                .containsExactly(
                        "PICTURE https://scontent.example/nacht-1.jpg?oh=ab&oe=cd",
                        "PICTURE https://scontent.example/nacht-2.jpg?oh=ab&oe=cd",
                        "VIDEO https://scontent.example/nacht-3.jpg?oh=ab&oe=cd");
        assertThat(post.media().get(1).picture().orElseThrow().height()).hasValue(720);
        assertThat(post.media().get(2).address()).contains("https://www.facebook.com/watch/?v=3");
        assertThat(post.card()).isEmpty();
        assertThat(post.counts().shares()).hasValue(7);
        assertThat(post.counts().likes()).isEmpty();
    }

    @Test
    void aLinkWithoutTheNetworksShim() throws UpstreamException {
        LinkCard card = post(502).card().orElseThrow();
        assertThat(card.address()).isEqualTo("https://www.musterstadt.example/haushalt?jahr=2027");
        assertThat(card.title()).isEqualTo("Haushalt 2027");
        assertThat(card.description()).contains("Alle Zahlen");
        assertThat(card.picture().orElseThrow().width()).hasValue(600);
        assertThat(FacebookPosts.unshimmed("https://lm.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT"))
                .isEqualTo("https://a.example/");
        assertThat(FacebookPosts.unshimmed("https://www.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F"))
                .startsWith("https://www.facebook.com/");
    }

    @Test
    void aVideoAndAStoryWithThePagesPicture() throws UpstreamException {
        assertThat(ReadPosts.pictures(post(503)))
                .containsExactly("VIDEO https://scontent.example/baustelle.jpg?oh=ab&oe=cd");
        Post story = post(504);
        assertThat(story.text().text()).isEqualTo("Stadt Musterstadt hat das Titelbild aktualisiert.");
        assertThat(ReadPosts.pictures(story)).containsExactly("PICTURE https://scontent.example/titel.jpg");
    }

    @Test
    void whatIsPassedOnIsALinkToItWithoutItsPictures() throws UpstreamException {
        Post post = post(505);
        assertThat(ReadPosts.quotedAddress(post)).contains("https://www.facebook.com/4000500060007/posts/99");
        assertThat(post.quoted().flatMap(Quoted::post)).isEmpty();
        assertThat(post.media()).isEmpty();
        assertThat(post.card()).isEmpty();
        assertThat(post.published()).isEqualTo(Instant.parse("2026-11-16T07:00:00Z"));
    }

    /** The first tag counts in UTF-16, which its name proves; the second shows less than its name, and counts code points. */
    @Test
    void tagsOfOldAreReadByTheirNames() throws UpstreamException {
        assertThat(ReadPosts.links(post(505).text()))
                .containsExactly(
                        "MENTION Feuerwehr Musterstadt: https://www.facebook.com/4000500060007",
                        "MENTION Anna: https://www.facebook.com/777");
    }

    @Test
    void tagsThatLieNowhereLeaveTheWordsAsTheyAre() throws UpstreamException {
        Post post = post(506);
        assertThat(post.text().text()).isEqualTo("Neu hier: Bauhof & <b>Grün</b>");
        assertThat(ReadPosts.links(post.text())).isEmpty();
        assertThat(post.address()).isEqualTo("https://www.facebook.com/" + PAGE + "_506");
    }

    @Test
    void othersPostsAreNotThePagesOwn() throws UpstreamException {
        assertThat(post(509).own()).isFalse();
        assertThat(post(509).author().name()).isEqualTo("Ein Gast");
    }

    @Test
    void aPageMayBeConfiguredByItsName() throws UpstreamException {
        stub.replies(StubServer.json(ReadPosts.fixture("facebook-posts.json")));
        try (StubReading named =
                new StubReading(new FacebookFeed(), stub, Map.of("page", "stadt.musterstadt", "version", "v25.0"))) {
            Timeline timeline = named.read();
            assertThat(ReadPosts.named(timeline, PAGE + "_501").own()).isTrue();
            assertThat(ReadPosts.named(timeline, PAGE + "_509").own()).isFalse();
            assertThat(stub.lines().get(0)).startsWith("GET /v25.0/stadt.musterstadt/posts?");
        }
    }

    @Test
    void noTokenComesOutOfAnAnswer() throws UpstreamException {
        assertThat(read().toString()).doesNotContain("access_token", "s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 190, 463, CREDENTIALS",
        "401, 190, 0, CREDENTIALS",
        "400, 10, 0, PERMISSION",
        "403, 200, 0, PERMISSION",
        "400, 4, 0, THROTTLED",
        "400, 32, 0, THROTTLED",
        "400, 80001, 0, THROTTLED",
        "500, 1, 0, SERVER",
        "200, 2, 0, SERVER",
        "404, 803, 0, GONE",
        "400, 100, 33, REJECTED"
    })
    void errorsOfTheInterface(int status, int code, int subcode, Kind kind) {
        stub.replies(StubServer.status(status, "application/json", """
                {"error":{"message":"Secret %s","type":"OAuthException","code":%d,"error_subcode":%d,"fbtrace_id":"A"}}""".formatted(StubReading.SECRET, code, subcode)));
        Fault fault = fault();
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.message() + fault.remedy()).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({"429, THROTTLED", "503, SERVER", "404, REJECTED", "400, REJECTED", "200, UNREADABLE"})
    void pagesOfHtml(int status, Kind kind) {
        stub.replies(StubServer.status(status, "text/html", "<html>\r\n<head><title>Error</title></head></html>"));
        assertThat(fault().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"data\":[{\"id\":", "{\"data\":{}}", "[]", "null", "{\"data\":null}", "\"posts\""})
    void whatIsNoListOfPosts(String body) {
        stub.replies(StubServer.json(body));
        assertThat(fault().kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void aPageWithoutPosts() throws UpstreamException {
        stub.replies(StubServer.json("{\"data\":[]}"));
        assertThat(reading.read().posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stadt.musterstadt, v26.0, false",
        "1000200030004, v2.12, false",
        "https://www.facebook.com/stadt, v26.0, true",
        "stadt/../me, v26.0, true",
        "stadt, 26, true"
    })
    void whatIsConfiguredIsChecked(String page, String version, boolean wrong) {
        assertThat(new FacebookFeed()
                        .wrong(new Given(Map.of(), Map.of("page", page, "version", version), Map.of(), Map.of(), 10))
                        .isPresent())
                .isEqualTo(wrong);
    }

    private Fault fault() {
        return catchThrowableOfType(UpstreamException.class, reading::read).fault();
    }
}
