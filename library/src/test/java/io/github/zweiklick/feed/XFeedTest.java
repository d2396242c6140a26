package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class XFeedTest {
    private static final String USER = ReadPosts.fixture("x-user.json");
    private static final String TIMELINE = ReadPosts.fixture("x-timeline.json");
    private static final String EMPTY = "{\"meta\":{\"result_count\":0}}";
    private static final String PROBLEM = "https://api.twitter.com/2/problems/";

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

    static String timeline(String... posts) {
        return "{\"data\":[" + String.join(",", posts) + "],\"meta\":{\"result_count\":" + posts.length + "}}";
    }

    static String small(long id, String more) {
        return "{\"id\":\"%d\",\"author_id\":\"4711\",\"created_at\":\"2026-11-%02dT10:00:00.000Z\",\"text\":\"Nr. %d\"%s}"
                .formatted(1000 + id, id, id, more);
    }

    @Test
    void asksForTheAccountOnceAndForItsPosts() throws UpstreamException {
        try (StubReading plain = reading(Map.of("user", "musterstadt"))) {
            stub.replies(StubServer.json(USER), StubServer.json(TIMELINE));
            plain.read();
            plain.read();
        }
        assertThat(stub.lines())
                .containsExactly(
                        "GET /2/users/by/username/musterstadt?user.fields=name,username,profile_image_url,verified_type,protected"
                                + " HTTP/1.1",
                        "GET /2/users/4711/tweets?max_results=10&exclude=replies,retweets&expansions=author_id,"
                                + "attachments.media_keys,attachments.poll_ids,referenced_tweets.id,referenced_tweets.id.author_id"
                                + "&tweet.fields=created_at,entities,attachments,lang,possibly_sensitive,public_metrics,note_tweet,"
                                + "referenced_tweets&media.fields=url,preview_image_url,alt_text,width,height,variants,type"
                                + "&user.fields=name,username,profile_image_url,verified_type,protected"
                                + "&poll.fields=options,voting_status,end_datetime HTTP/1.1",
                        stub.lines().get(1).replace("&expansions", "&since_id=1990000000000000009&expansions"));
        assertThat(stub.requests())
                .allSatisfy(request ->
                        assertThat(request.headers()).containsEntry("authorization", "Bearer " + StubReading.SECRET));
    }

    @Test
    void asksInTheNewWordsWhereConfigured() throws UpstreamException {
        try (StubReading named = reading(Map.of("user", "musterstadt", "names", "post", "retweets", "true"))) {
            stub.replies(StubServer.json(USER), StubServer.json(ReadPosts.fixture("x-timeline-posts.json")));
            assertThat(named.read().posts()).hasSize(7);
        }
        assertThat(stub.lines().get(1))
                .contains("&exclude=replies&", "&post.fields=created_at", ",note_post&", ",referenced_posts.id,")
                .doesNotContain("tweet.fields", "note_tweet", "referenced_tweets", "post.fields=author_id");
    }

    @Test
    void anEmptyTimelineWithErrorsOfOtherThingsIsEmpty() throws UpstreamException {
        assertThat(read("{\"meta\":{\"result_count\":0},\"errors\":[{\"title\":\"Not Found Error\"}]}")
                        .posts())
                .isEmpty();
    }

    @Test
    void tellsHowManyPostsAreCharged() throws UpstreamException {
        read(TIMELINE);
        assertThat(reading.paid()).as("7, and 3 that came along").isEqualTo(10);
        stub.replies(StubServer.json(EMPTY));
        Timeline same = reading.read();
        assertThat(reading.paid()).isZero();
        assertThat(same.posts()).hasSize(7);
    }

    @Test
    void newPostsAreMergedAndDeletedOnesGoAtTheNextRecheck() throws UpstreamException {
        read(timeline(small(3, ""), small(2, ""), small(1, "")));
        assertThat(reading.paid()).isEqualTo(3);
        clock.advance(Duration.ofMinutes(15));
        stub.replies(StubServer.json(timeline(small(4, ""))));
        assertThat(ReadPosts.ids(reading.read())).containsExactly("1004", "1003", "1002", "1001");
        clock.advance(Duration.ofHours(6).minusMinutes(16));
        stub.replies(StubServer.json(EMPTY));
        assertThat(ReadPosts.ids(reading.read())).containsExactly("1004", "1003", "1002", "1001");
        clock.advance(Duration.ofMinutes(1));
        stub.replies(StubServer.json(timeline(small(4, ""), small(1, ""))));
        assertThat(ReadPosts.ids(reading.read())).containsExactly("1004", "1001");
        assertThat(stub.lines().stream().skip(1))
                .extracting(line -> line.replaceFirst(".*&since_id=(\\d+).*|.*", "$1"))
                .containsExactly("", "1003", "1004", "");
    }

    @Test
    void anAccountWithoutPostsIsAskedForAllOfThem() throws UpstreamException {
        assertThat(read(EMPTY).posts()).isEmpty();
        assertThat(reading.read().posts()).isEmpty();
        assertThat(stub.lines()).noneMatch(line -> line.contains("since_id"));
    }

    @Test
    void aNewVersionStandsInPlaceOfTheEarlierOne() throws UpstreamException {
        read(timeline(small(3, ""), small(2, "")));
        stub.replies(StubServer.json(timeline(small(4, ",\"edit_history_tweet_ids\":[\"1003\",\"1004\"]"))));
        Timeline timeline = reading.read();
        assertThat(ReadPosts.ids(timeline)).containsExactlyInAnyOrder("1004", "1002");
        assertThat(ReadPosts.named(timeline, "1004").edited()).isPresent();
    }

    @Test
    void noMoreIsHeldThanIsWanted() throws UpstreamException {
        String[] ten = new String[10];
        for (int i = 0; i < 10; i++) {
            ten[i] = small(i + 1, "");
        }
        read(timeline(ten));
        stub.replies(StubServer.json(timeline(small(11, ""), small(12, ""))));
        assertThat(ReadPosts.ids(reading.read()))
                .hasSize(10)
                .startsWith("1012", "1011", "1010")
                .endsWith("1003");
    }

    @Test
    void asksOnWhereAPageDoesNotSuffice() throws UpstreamException {
        String first =
                timeline(small(4, "")).replace("\"result_count\":1", "\"result_count\":1,\"next_token\":\"a b\"");
        stub.replies(
                StubServer.json(USER),
                StubServer.json(first),
                StubServer.json(first),
                StubServer.json(first),
                StubServer.json(EMPTY));
        Timeline timeline = reading.read();
        assertThat(timeline.posts()).isNotEmpty();
        assertThat(reading.paid()).isEqualTo(3);
        assertThat(stub.lines()).hasSize(4);
        assertThat(stub.lines().get(2)).contains("max_results=9&", "&pagination_token=a%20b&");
    }

    @Test
    void namesTheOtherWordsWhereNothingThatWasAskedForCame() {
        stub.replies(StubServer.json(USER), StubServer.json("{\"data\":[{\"id\":\"1\",\"text\":\"a\"}]}"));
        Fault fault = fault();
        assertThat(fault.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(fault.remedy()).contains("\"names\": \"post\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Not Found Error | resource-not-found | GONE | there is no such account",
                "Forbidden | resource-not-found | GONE | the account is suspended",
                "Authorization Error | not-authorized-for-resource | GONE | the account's posts are not for everybody",
                "Service Unavailable | service | SERVER | it answered with errors only: Service Unavailable",
                "Field Authorization Error | field | REJECTED | it answered with errors only: Field Authorization Error",
                "<script> | a | REJECTED | it answered with errors only"
            })
    void answersWithNothingButErrors(String title, String type, Kind kind, String message) {
        stub.replies(StubServer.json("{\"errors\":[{\"value\":\"4711\",\"detail\":\"User: [4711].\",\"title\":\""
                + title + "\",\"resource_type\":\"user\",\"parameter\":\"id\",\"type\":\"" + PROBLEM + type + "\"}]}"));
        Fault fault = fault();
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.message()).isEqualTo(message);
    }

    @Test
    void anAccountThatIsGoneIsForgottenWithItsPosts() throws UpstreamException {
        read(TIMELINE);
        stub.replies(StubServer.json(
                "{\"errors\":[{\"title\":\"Forbidden\",\"type\":\"" + PROBLEM + "resource-not-found\"}]}"));
        assertThat(fault().kind()).isEqualTo(Kind.GONE);
        assertThat(ReadPosts.ids(read(timeline(small(1, ""))))).containsExactly("1001");
    }

    @Test
    void aProtectedAccountIsNotShown() {
        stub.replies(StubServer.json(USER.replace("\"protected\": false", "\"protected\": true")));
        assertThat(fault().kind()).isEqualTo(Kind.GONE);
        assertThat(stub.lines()).hasSize(1);
    }

    @Test
    void whatItDoesNotLikeIsAskedForWhollyNextTime() throws UpstreamException {
        read(TIMELINE);
        stub.replies(StubServer.status(
                400,
                "application/problem+json",
                "{\"title\":\"Invalid Request\",\"type\":\"" + PROBLEM
                        + "invalid-request\",\"errors\":[{\"message\":\"since_id\"}]}"));
        assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        reading.paid();
        read(TIMELINE);
        assertThat(reading.paid()).isEqualTo(10);
    }

    /** What was delivered was charged, whatever follows; what breaks off may have been. */
    @Test
    void chargesAreToldPageByPage() throws UpstreamException {
        String first = timeline(small(4, "")).replace("\"result_count\":1", "\"result_count\":1,\"next_token\":\"a\"");
        stub.replies(
                StubServer.json(USER),
                StubServer.json(first),
                StubServer.status(429, "application/problem+json", "{\"title\":\"Too Many Requests\"}"));
        assertThat(fault().kind()).isEqualTo(Kind.THROTTLED);
        assertThat(reading.paid()).isEqualTo(1);
        stub.replies(StubServer.status(503, "text/html", "down"));
        assertThat(fault().kind()).isEqualTo(Kind.SERVER);
        assertThat(reading.paid()).isZero();
        stub.replies(StubServer.json("{\"data\": ["));
        assertThat(fault().kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(reading.paid()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401} | CREDENTIALS",
                "401 | {\"errors\":[{\"code\":89,\"message\":\"Invalid or expired token\"}]} | CREDENTIALS",
                "402 | {\"title\":\"CreditsDepleted\",\"type\":\"https://api.twitter.com/2/problems/credits\"} | PAYMENT",
                "402 | <html> | PAYMENT",
                "403 | {\"title\":\"Client Forbidden\",\"reason\":\"client-not-enrolled\"} | PERMISSION",
                "403 | {\"title\":\"UsageCapExceeded\",\"detail\":\"Usage cap exceeded\"} | PAYMENT",
                "403 | {\"type\":\"https://api.x.com/2/problems/unsupported-authentication\"} | CREDENTIALS",
                "403 | {} | PERMISSION",
                "404 | <html><body>Not found | REJECTED",
                "404 | {\"title\":\"Not Found\",\"type\":\"about:blank\",\"status\":404} | REJECTED",
                "404 | {\"title\":\"Not Found Error\",\"type\":\"https://api.x.com/2/problems/resource-not-found\"} | GONE",
                "429 | {\"title\":\"Too Many Requests\",\"type\":\"about:blank\",\"status\":429} | THROTTLED",
                "429 | {\"title\":\"UsageCapExceeded\",\"period\":\"Monthly\",\"scope\":\"Product\"} | PAYMENT",
                "500 | {\"title\":\"Internal Server Error\"} | SERVER",
                "503 | Service Unavailable | SERVER",
                "200 | <html> | UNREADABLE",
                "200 | {\"data\":[{\"id\":\"1 | UNREADABLE",
                "200 | {\"data\":{}} | UNREADABLE",
                "200 | {} | UNREADABLE",
                "200 | [] | UNREADABLE"
            })
    void otherErrors(int status, String body, Kind kind) throws UpstreamException {
        stub.replies(StubServer.status(status, "application/problem+json", body));
        assertThat(fault().kind()).as("of the account").isEqualTo(kind);
        stub.replies(StubServer.json(USER), StubServer.status(status, "application/problem+json", body));
        Fault fault = fault();
        assertThat(fault.kind()).as("of its posts").isEqualTo(kind);
        assertThat(fault.message() + fault.remedy()).doesNotContain("s3cr3t");
    }

    @Test
    void restsUntilTheLimitIsReset() {
        String reset = Long.toString(clock.instant().plusSeconds(420).getEpochSecond());
        stub.replies(StubServer.answer(
                429,
                Map.of("x-rate-limit-reset", reset),
                "{\"title\":\"Too Many Requests\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(fault().rest()).contains(Duration.ofMinutes(7));
        stub.replies(StubServer.answer(429, Map.of("x-rate-limit-reset", "999999999999"), new byte[0]));
        assertThat(fault().rest()).contains(Duration.ofDays(1));
        stub.replies(StubServer.answer(429, Map.of("x-rate-limit-reset", "soon"), new byte[0]));
        assertThat(fault().rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recheck=15 minutes", "recheck=30 days", "names=tweet", "names=post", "user=@a_b1"})
    void whatCanBeConfigured(String setting) {
        assertThat(wrong(setting)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recheck=14 minutes",
                "recheck=31 days",
                "recheck=PT6H",
                "names=both",
                "user=a/b",
                "user=",
                "user=https://x.com/a"
            })
    void whatCannot(String setting) {
        assertThat(wrong(setting)).isTrue();
    }

    private static boolean wrong(String setting) {
        String[] pair = setting.split("=", 2);
        Map<String, String> texts =
                pair[0].equals("user") ? Map.of("user", pair[1]) : Map.of("user", "musterstadt", pair[0], pair[1]);
        return new XFeed()
                .wrong(new Given(Map.of(), texts, Map.of(), Map.of(), 10))
                .isPresent();
    }

    @Test
    void isAskedEveryQuarterOfAnHourAtMost() {
        assertThat(new XFeed().least()).isEqualTo(Duration.ofMinutes(15));
        assertThat(new XFeed().refresh()).isEqualTo(Duration.ofMinutes(15));
    }

    private Fault fault() {
        return catchThrowableOfType(UpstreamException.class, reading::read).fault();
    }
}
