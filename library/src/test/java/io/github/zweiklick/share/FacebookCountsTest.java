package io.github.zweiklick.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.StubServer;
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
class FacebookCountsTest {
    private static final String PAGE = "https://www.musterstadt.example/?a=b";
    private static final String ASKED = "GET /?id=https%3A%2F%2Fwww.musterstadt.example%2F%3Fa%3Db&fields=%s"
            + "&access_token=my-app%7Cs3cr3t%2F%2B%26%7C%3D HTTP/1.1";
    private static final String REFUSED = error(100, 0, "(#100) Tried accessing nonexisting field (engagement)");

    private final StubServer stub = StubServer.http();
    private final StubAccess access = new StubAccess(stub);
    private final FacebookCounts source = new FacebookCounts();
    private final CountSource.Counter counter = source.open(access);

    @AfterEach
    void close() {
        access.close();
        stub.close();
    }

    @Test
    void countsReactionsCommentsAndShares() throws UpstreamException {
        stub.replies(StubServer.json("""
                {"engagement":{"reaction_count":40,"comment_count":2,"share_count":300,"comment_plugin_count":5000},
                 "id":"https://www.musterstadt.example/"}"""));
        assertThat(counter.count(PAGE)).isEqualTo(342);
        assertThat(stub.lines()).containsExactly(ASKED.replace("%s", "engagement"));
    }

    @Test
    void triesTheOtherFormNextTimeWhereOneIsRefused() throws UpstreamException {
        stub.replies(StubServer.status(400, "application/json", REFUSED));
        assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        stub.replies(StubServer.json("{\"og_object\":{\"id\":\"1\",\"engagement\":{\"count\":77}},\"id\":\"a\"}"));
        assertThat(counter.count(PAGE)).isEqualTo(77);
        assertThat(counter.count(PAGE)).isEqualTo(77);
        assertThat(stub.lines())
                .containsExactly(
                        ASKED.replace("%s", "engagement"),
                        ASKED.replace("%s", "og_object%7Bengagement%7D"),
                        ASKED.replace("%s", "og_object%7Bengagement%7D"));
    }

    @Test
    void triesEachFormInTurnUntilOneIsProven() {
        stub.replies(StubServer.status(400, "application/json", REFUSED));
        for (int turn = 0; turn < 3; turn++) {
            assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        }
        assertThat(stub.lines())
                .containsExactly(
                        ASKED.replace("%s", "engagement"),
                        ASKED.replace("%s", "og_object%7Bengagement%7D"),
                        ASKED.replace("%s", "engagement"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFormInWhichACountCameIsKept(boolean old) throws UpstreamException {
        if (old) {
            stub.replies(StubServer.status(400, "application/json", REFUSED));
            assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        }
        stub.replies(
                StubServer.json(
                        old
                                ? "{\"og_object\":{\"engagement\":{\"count\":77}},\"id\":\"a\"}"
                                : "{\"engagement\":{\"reaction_count\":70,\"comment_count\":7,\"share_count\":0}}"),
                StubServer.status(400, "application/json", REFUSED));
        assertThat(counter.count(PAGE)).isEqualTo(77);
        assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        String form = ASKED.replace("%s", old ? "og_object%7Bengagement%7D" : "engagement");
        assertThat(stub.lines().subList(old ? 1 : 0, stub.lines().size())).containsExactly(form, form, form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | 100 | (#100) Invalid parameter",
                "400 | 100 | Unsupported get request. Object with ID 'https://field.example/' does not exist",
                "400 | 2500 | Unknown fields: engagement",
                "404 | 100 | (#100) Tried accessing nonexisting field (engagement)",
                "404 | 0 | Unknown path components"
            })
    void aRefusalOfOnePageLeavesTheFormAsItIs(int status, int code, String message) {
        stub.replies(StubServer.status(status, "application/json", error(code, 0, message)));
        assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        assertThat(stub.lines()).containsOnly(ASKED.replace("%s", "engagement"));
    }

    @Test
    void aPageOfTheServerInFrontLeavesTheFormAsItIs() {
        stub.replies(StubServer.status(404, "text/html", "<html>"));
        assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        assertThat(stub.lines()).containsOnly(ASKED.replace("%s", "engagement"));
    }

    @Test
    void aPageThatItNeverReadHasNoCount() {
        stub.replies(StubServer.json("{\"id\":\"https://www.musterstadt.example/\"}"));
        assertThat(fault().kind()).as("in the usual form there is always one").isEqualTo(Kind.UNREADABLE);
        stub.replies(
                StubServer.status(400, "application/json", REFUSED),
                StubServer.json("{\"id\":\"https://www.musterstadt.example/\"}"));
        assertThat(fault().kind()).isEqualTo(Kind.REJECTED);
        assertThat(fault().kind()).isEqualTo(Kind.GONE);
    }

    @ParameterizedTest
    @CsvSource({
        "1, SERVER",
        "2, SERVER",
        "4, THROTTLED",
        "17, THROTTLED",
        "32, THROTTLED",
        "341, THROTTLED",
        "613, THROTTLED",
        "80001, THROTTLED",
        "10, PERMISSION",
        "200, PERMISSION",
        "299, PERMISSION",
        "190, CREDENTIALS",
        "803, GONE"
    })
    void knownCodesOfErrorsWhateverElseIsSaid(int code, Kind kind) {
        String error = error(code, 0, "Message of " + StubAccess.SECRET);
        for (int status : new int[] {200, 400, 403, 404, 429, 500}) {
            for (String told : new String[] {error, transientOnce(error)}) {
                stub.replies(StubServer.status(status, "application/json", told));
                Fault fault = fault();
                assertThat(fault.kind()).isEqualTo(kind);
                assertThat(fault.message()).contains(Integer.toString(code));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 199, 0})
    void ofOtherCodesTheStatusTellsMore(int code) {
        String error = error(code, 0, "Message of " + StubAccess.SECRET);
        Map<Integer, Kind> kinds = Map.of(
                200, Kind.REJECTED,
                400, Kind.REJECTED,
                401, Kind.CREDENTIALS,
                403, Kind.PERMISSION,
                404, Kind.REJECTED,
                429, Kind.THROTTLED,
                500, Kind.SERVER,
                504, Kind.TIMEOUT);
        kinds.forEach((status, kind) -> {
            stub.replies(StubServer.status(status, "application/json", error));
            Fault fault = fault();
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.message())
                    .isEqualTo(
                            status <= 400
                                    ? "it answered with error code " + code
                                    : "it answered with HTTP status " + status);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 404, 429, 500})
    void aTransientErrorIsTheNetworksOwn(int status) {
        stub.replies(StubServer.status(status, "application/json", transientOnce(REFUSED)));
        assertThat(fault().kind()).isEqualTo(Kind.SERVER);
        assertThat(fault().message()).isEqualTo("it answered with error code 100");
        assertThat(stub.lines()).as("it says nothing of the form").containsOnly(ASKED.replace("%s", "engagement"));
    }

    @Test
    void anExpiredTokenIsToldAsSuch() {
        stub.replies(StubServer.answer(
                400,
                Map.of(
                        "Content-Type", "application/json",
                        "WWW-Authenticate", "OAuth \"Facebook Platform\" \"invalid_token\" \"Session has expired\"",
                        "facebook-api-version", "v26.0"),
                error(190, 463, "Error validating access token").getBytes(StandardCharsets.UTF_8)));
        Fault fault = fault();
        assertThat(fault.kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(fault.message()).isEqualTo("its token has expired (code 190, 463)");
        assertThat(fault.remedy()).contains("new token");
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400, REJECTED", "404, REJECTED", "429, THROTTLED", "500, SERVER", "502, SERVER", "200, UNREADABLE"})
    void aPageOfTheServerInFront(int status, Kind kind) {
        stub.replies(StubServer.status(
                status, "text/html", "<html>\r\n<head><title>Bad Gateway</title></head><hr><center>nginx</center>"));
        assertThat(fault().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"engagement\":7}",
                "{\"engagement\":{}}",
                "{\"engagement\":{\"reaction_count\":1,\"comment_count\":2}}",
                "{\"engagement\":{\"reaction_count\":\"1\",\"comment_count\":2,\"share_count\":3}}",
                "{\"engagement\":{\"reaction_count\":-1,\"comment_count\":2,\"share_count\":3}}",
                "{\"engagement\":{\"reaction_count\":9223372036854775807,\"comment_count\":9223372036854775807,\"share_count\":3}}",
                "{\"og_object\":{}}",
                "{\"og_object\":{\"engagement\":{\"count\":\"many\"}}}",
                "{\"error\":\"text\"}"
            })
    void whatIsNoCountIsNone(String answer) {
        stub.replies(StubServer.json(answer));
        assertThat(fault().kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void isAskedForOnePageTenTimesAnHourAtMost() {
        assertThat(source.least().multipliedBy(10)).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    private Fault fault() {
        UpstreamException failure = catchThrowableOfType(UpstreamException.class, () -> counter.count(PAGE));
        assertThat(failure.toString() + failure.fault()).doesNotContain("s3cr3t", "my-app", "musterstadt");
        return failure.fault();
    }

    private static String transientOnce(String error) {
        return error.replace("\"is_transient\":false", "\"is_transient\":true");
    }

    private static String error(int code, int subcode, String message) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"OAuthException\",\"code\":" + code
                + ",\"error_subcode\":" + subcode + ",\"is_transient\":false,\"fbtrace_id\":\"AbC\"}}";
    }
}
