package io.github.zweiklick.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.StubServer.Reply;
import io.github.zweiklick.upstream.UpstreamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RedditCountsTest {
    private static final String PAGE = "https://www.musterstadt.example/";
    private static final String POST_TOKEN = "POST /tokens/api/v1/access_token HTTP/1.1";
    private static final String GET_INFO =
            "GET /api/info/?url=https%3A%2F%2Fwww.musterstadt.example%2F&raw_json=1 HTTP/1.1";
    private static final Reply UNAUTHORIZED =
            StubServer.status(401, "application/json", "{\"message\": \"Unauthorized\", \"error\": 401}");

    private final StubServer stub = StubServer.http();
    private final StubAccess access = new StubAccess(stub);

    /** About to run over, as {@link System#nanoTime} may. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    private final CountSource.Counter counter = new RedditCounts(nanos::get).open(access);

    @AfterEach
    void close() {
        access.close();
        stub.close();
    }

    @Test
    void getsATokenOnceAndAddsScores() throws UpstreamException {
        stub.replies(token("t1"), listing(12, -3, 0, 5));
        assertThat(counter.count(PAGE)).isEqualTo(17);
        assertThat(counter.count(PAGE)).isEqualTo(17);
        assertThat(stub.lines()).containsExactly(POST_TOKEN, GET_INFO, GET_INFO);
        String basic =
                Base64.getEncoder().encodeToString(("my-client:" + StubAccess.SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(stub.requests().get(0).headers()).containsEntry("authorization", "Basic " + basic);
        assertThat(stub.requests().get(0).body()).isEqualTo("grant_type=client_credentials");
        assertThat(stub.requests().get(1).headers()).containsEntry("authorization", "Bearer t1");
    }

    @Test
    void aPageThatNobodyPostedHasNone() throws UpstreamException {
        stub.replies(token("t1"), listing());
        assertThat(counter.count(PAGE)).isZero();
    }

    @Test
    void aWithdrawnTokenIsRenewedOnce() throws UpstreamException {
        stub.replies(token("t1"), listing(1), UNAUTHORIZED, token("t2"), listing(2));
        assertThat(counter.count(PAGE)).isEqualTo(1);
        assertThat(counter.count(PAGE)).isEqualTo(2);
        assertThat(stub.lines()).containsExactly(POST_TOKEN, GET_INFO, GET_INFO, POST_TOKEN, GET_INFO);
        assertThat(stub.requests().get(4).headers()).containsEntry("authorization", "Bearer t2");
    }

    @Test
    void aTokenThatIsRefusedAnewIsAFault() throws UpstreamException {
        stub.replies(token("t1"), listing(1), UNAUTHORIZED, token("t2"), UNAUTHORIZED);
        assertThat(counter.count(PAGE)).isEqualTo(1);
        assertCredentials();
        assertThat(stub.requests()).hasSize(5);
    }

    @Test
    void aFreshTokenThatIsRefusedIsNotAskedForAgain() {
        stub.replies(token("t1"), UNAUTHORIZED);
        assertCredentials();
        assertThat(stub.requests()).hasSize(2);
        stub.replies(token("t2"), UNAUTHORIZED);
        assertCredentials();
        assertThat(stub.lines()).as("nor used again").containsExactly(POST_TOKEN, GET_INFO, POST_TOKEN, GET_INFO);
    }

    @Test
    void aTokenIsForgottenAMinuteBeforeItExpires() throws UpstreamException {
        stub.replies(token("t1"), listing(1), listing(2), token("t2"), listing(3));
        assertThat(counter.count(PAGE)).isEqualTo(1);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(86_340) - 1);
        assertThat(counter.count(PAGE)).isEqualTo(2);
        nanos.incrementAndGet();
        assertThat(counter.count(PAGE)).isEqualTo(3);
        assertThat(stub.lines()).containsExactly(POST_TOKEN, GET_INFO, GET_INFO, POST_TOKEN, GET_INFO);
        assertThat(stub.requests().get(4).headers()).containsEntry("authorization", "Bearer t2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "1", "0", "-1", "-9223372036854775808"})
    void aTokenOfLessThanAMinuteServesOnce(String seconds) throws UpstreamException {
        Reply brief = StubServer.json("{\"access_token\": \"t1\", \"expires_in\": " + seconds + "}");
        stub.replies(brief, listing(1), brief, listing(2));
        assertThat(counter.count(PAGE)).isEqualTo(1);
        assertThat(counter.count(PAGE)).isEqualTo(2);
        assertThat(stub.lines()).containsExactly(POST_TOKEN, GET_INFO, POST_TOKEN, GET_INFO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\": \"t1\"}",
                "{\"access_token\": \"t1\", \"expires_in\": null}",
                "{\"access_token\": \"t1\", \"expires_in\": \"soon\"}",
                "{\"access_token\": \"t1\", \"expires_in\": {}}",
                "{\"access_token\": \"t1\", \"expires_in\": 9223372036854775807}",
                "{\"access_token\": \"t1\", \"expires_in\": 1e99}"
            })
    void aTokenWithoutATimeServesUntilItIsRefused(String answer) throws UpstreamException {
        stub.replies(StubServer.json(answer), listing(1), listing(2), UNAUTHORIZED, token("t2"), listing(3));
        assertThat(counter.count(PAGE)).isEqualTo(1);
        nanos.addAndGet(TimeUnit.DAYS.toNanos(3650));
        assertThat(counter.count(PAGE)).isEqualTo(2);
        assertThat(counter.count(PAGE)).isEqualTo(3);
    }

    @Test
    void aRefusalThatComesLateLeavesTheNewTokenOfAnotherRequest() throws UpstreamException {
        Reply late = (request, socket) -> {
            try {
                assertThat(counter.count(PAGE)).isEqualTo(2);
            } catch (UpstreamException failure) {
                throw new IOException(failure);
            }
            UNAUTHORIZED.to(request, socket);
        };
        stub.replies(token("t1"), listing(1), late, UNAUTHORIZED, token("t2"), listing(2), listing(3));
        assertThat(counter.count(PAGE)).isEqualTo(1);
        assertThat(counter.count(PAGE)).isEqualTo(3);
        assertThat(counter.count(PAGE)).isEqualTo(3);
        assertThat(stub.lines())
                .as("one new token for both")
                .containsExactly(POST_TOKEN, GET_INFO, GET_INFO, GET_INFO, POST_TOKEN, GET_INFO, GET_INFO, GET_INFO);
        assertThat(stub.requests().get(7).headers()).containsEntry("authorization", "Bearer t2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"unsupported_grant_type\"}",
                "{\"error\": 401}",
                "{}",
                "[]",
                "{\"access_token\": null}",
                "{\"access_token\": \"\"}"
            })
    void noTokenWithStatus200(String answer) {
        stub.replies(StubServer.json(answer));
        assertCredentials();
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void wrongCredentials() {
        stub.replies(UNAUTHORIZED);
        assertCredentials();
        assertThat(stub.lines()).containsExactly(POST_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"401, CREDENTIALS", "403, PERMISSION", "404, REJECTED", "429, THROTTLED", "500, SERVER", "503, SERVER"})
    void errorsOfAnyStatus(int error, Kind kind) {
        String body = "{\"message\": \"Told\", \"error\": " + error + "}";
        stub.replies(token("t1"), StubServer.json(body), StubServer.status(error, "application/json", body));
        assertThat(fault().kind()).as("told with status 200").isEqualTo(kind);
        stub.replies(StubServer.status(error, "application/json", body));
        assertThat(fault().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "{\"kind\": \"Listing\", \"data\": {}}",
                "{\"kind\": \"Listing\", \"data\": {\"children\": {}}}",
                "{\"data\": {\"children\": [{\"kind\": \"t3\", \"data\": {}}]}}",
                "{\"data\": {\"children\": [{\"kind\": \"t3\", \"data\": {\"score\": \"7\"}}]}}",
                "{\"data\": {\"children\": [{\"kind\": \"t3\", \"data\": {\"score\": 9223372036854775807}}]}}",
                "{\"data\": {\"children\": [7]}}",
                "{\"error\": \"text\"}",
                "<!doctype html><html><title>whoa there, pardner!</title></html>"
            })
    void whatIsNoListingIsNone(String answer) {
        stub.replies(token("t1"), StubServer.json(answer));
        assertThat(fault().kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void aPageOfHtmlInPlaceOfATokenIsUnreadable() {
        stub.replies(StubServer.status(200, "text/html", "<html>Log in"));
        assertThat(fault().kind()).isEqualTo(Kind.UNREADABLE);
    }

    private void assertCredentials() {
        Fault fault = fault();
        assertThat(fault.kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(fault.remedy()).startsWith("Correct \"client\" and \"secret\"");
    }

    private Fault fault() {
        UpstreamException failure = catchThrowableOfType(UpstreamException.class, () -> counter.count(PAGE));
        assertThat(failure.toString() + failure.fault()).doesNotContain("s3cr3t", "my-client", "t1", "musterstadt");
        return failure.fault();
    }

    private static Reply token(String token) {
        return StubServer.json("{\"access_token\": \"" + token
                + "\", \"token_type\": \"bearer\", \"expires_in\": 86400, \"scope\": \"*\"}");
    }

    private static Reply listing(int... scores) {
        StringBuilder posts = new StringBuilder();
        for (int score : scores) {
            posts.append(posts.isEmpty() ? "" : ", ")
                    .append("{\"kind\": \"t3\", \"data\": {\"title\": \"a\", \"num_comments\": 4, \"score\": ")
                    .append(score)
                    .append("}}");
        }
        return StubServer.json("{\"kind\": \"Listing\", \"data\": {\"modhash\": \"\", \"children\": [" + posts
                + "], \"after\": null}}");
    }
}
