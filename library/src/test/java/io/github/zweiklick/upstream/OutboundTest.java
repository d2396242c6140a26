package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and where redirects lead. */
@Timeout(30)
class OutboundTest {
    static final String USER_AGENT = "Zweiklick/1 (+https://www.musterstadt.example/impressum)";
    static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 16, 2, 60);

    private final StubServer stub = StubServer.http();
    private final StubServer other = StubServer.http();
    private final Outbound outbound =
            new Outbound(OutboundSettings.direct(), USER_AGENT, SystemDefaultDnsResolver.INSTANCE);

    @AfterEach
    void close() {
        outbound.close();
        stub.close();
        other.close();
    }

    @Test
    void sendsWhatTheAskHoldsAndNothingElse() throws UpstreamException {
        stub.replies(StubServer.json("{}"));
        exchange(Ask.get(stub.url("/a?b=c")).with("Authorization", "Bearer t"));
        StubServer.Request request = stub.requests().get(0);
        assertThat(request.line()).isEqualTo("GET /a?b=c HTTP/1.1");
        assertThat(request.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "host", "127.0.0.1:" + stub.port(),
                        "user-agent", USER_AGENT,
                        "accept-encoding", "gzip",
                        "connection", "keep-alive",
                        "authorization", "Bearer t"));
    }

    @Test
    void postsAForm() throws UpstreamException {
        stub.replies(StubServer.json("{}"));
        exchange(new Ask(stub.url("/token"), Map.of(), Optional.of("grant_type=a%20b")));
        StubServer.Request request = stub.requests().get(0);
        assertThat(request.line()).isEqualTo("POST /token HTTP/1.1");
        assertThat(request.body()).isEqualTo("grant_type=a%20b");
        assertThat(request.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "host", "127.0.0.1:" + stub.port(),
                        "user-agent", USER_AGENT,
                        "accept-encoding", "gzip",
                        "connection", "keep-alive",
                        "content-type", "application/x-www-form-urlencoded; charset=UTF-8",
                        "content-length", "16"));
    }

    @Test
    void keepsNoCookiesAndAnswersNoChallenges() throws UpstreamException {
        stub.replies(
                StubServer.answer(200, Map.of("Set-Cookie", "visitor=1; Path=/"), new byte[0]),
                StubServer.answer(401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), new byte[0]));
        exchange(Ask.get(stub.url("/")));
        assertThat(exchange(Ask.get(stub.url("/"))).status()).isEqualTo(401);
        assertThat(stub.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers())
                        .doesNotContainKeys("cookie", "cookie2", "authorization", "referer", "x-forwarded-for"));
    }

    @Test
    void readsStatusHeadersAndBody() throws UpstreamException {
        stub.replies(StubServer.raw("HTTP/1.1 418 Teapot\r\nX-A: first\r\nx-a: second\r\nX-Empty:\r\n\r\ntäxt"));
        Answer answer = exchange(Ask.get(stub.url("/")));
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.header("x-a")).contains("first");
        assertThat(answer.header("x-empty")).contains("");
        assertThat(answer.body()).containsExactly('t', 0xe4, 'x', 't');
    }

    @Test
    void aConnectionThatTheServerClosedIsNotUsedAgain() throws UpstreamException {
        StubServer.Reply answerAndHangUp = (request, socket) -> {
            StubServer.json("{}").to(request, socket);
            socket.close();
        };
        stub.replies(answerAndHangUp);
        for (int i = 0; i < 5; i++) {
            assertThat(exchange(Ask.get(stub.url("/"))).status()).isEqualTo(200);
        }
    }

    @Test
    void asksForAddressesThatOnlyBrowsersTake() throws UpstreamException {
        stub.replies(StubServer.json("{}"));
        for (String path : new String[] {"/%", "/a%zz?%", "/?q={\"a\":[1|2^3`]}", "//a//b", "/a;b=(c)'!*", "/?"}) {
            assertThat(exchange(Ask.get(stub.url(path))).status()).isEqualTo(200);
        }
        assertThat(stub.lines())
                .containsExactly(
                        "GET /%25 HTTP/1.1",
                        "GET /a%25zz?%25 HTTP/1.1",
                        "GET /?q=%7B%22a%22:%5B1%7C2%5E3%60%5D%7D HTTP/1.1",
                        "GET //a//b HTTP/1.1",
                        "GET /a;b=(c)'!* HTTP/1.1",
                        "GET /? HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsRedirectsWithinItsOrigin(int status) throws UpstreamException {
        stub.replies(StubServer.redirect(status, "b?c#d"), StubServer.json("{}"));
        exchange(Ask.get(stub.url("/a/a")).with("Authorization", "Bearer t"));
        assertThat(stub.lines()).containsExactly("GET /a/a HTTP/1.1", "GET /a/b?c HTTP/1.1");
        assertThat(stub.requests().get(1).headers()).containsEntry("authorization", "Bearer t");
    }

    @ParameterizedTest
    @CsvSource({"301, GET", "302, GET", "303, GET", "307, POST", "308, POST"})
    void redirectsOfForms(int status, String method) throws UpstreamException {
        stub.replies(StubServer.redirect(status, "/b"), StubServer.json("{}"));
        exchange(new Ask(stub.url("/a"), Map.of(), Optional.of("a=b")));
        assertThat(stub.lines()).containsExactly("POST /a HTTP/1.1", method + " /b HTTP/1.1");
        assertThat(stub.requests().get(1).body()).isEqualTo(method.equals("POST") ? "a=b" : "");
    }

    @Test
    void credentialsDoNotGoAlongToAnotherOrigin() throws UpstreamException {
        stub.replies(StubServer.redirect(302, other.origin() + "/b"));
        other.replies(StubServer.redirect(302, stub.origin() + "/c"));
        stub.replies(StubServer.redirect(302, other.origin() + "/b"), StubServer.json("{}"));
        exchange(Ask.get(stub.url("/a")).with("Authorization", "Bearer t"));
        assertThat(other.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
        // Nor do they come back: who sent it there and back need not be who they are for.
        assertThat(stub.requests().get(1).headers()).doesNotContainKey("authorization");
    }

    @Test
    void aFormDoesNotGoAlongToAnotherOrigin() {
        stub.replies(StubServer.redirect(307, other.origin() + "/b"));
        other.replies(StubServer.json("{}"));
        Fault fault = fault(new Ask(stub.url("/a"), Map.of(), Optional.of("client_secret=s")));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.FORBIDDEN_ADDRESS);
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "https://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "file:///etc/passwd",
                "//localhost/",
                "ftp://127.0.0.1/",
                "javascript:alert(1)",
                "data:,x",
                "https://elsewhere.example/",
                "http://2130706433/",
                "gopher://127.0.0.1/",
                "\\\\127.0.0.1\\"
            })
    void redirectsElsewhereAreNotFollowed(String location) {
        stub.replies(StubServer.redirect(302, location));
        Fault fault = fault(Ask.get(stub.url("/a")));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.FORBIDDEN_ADDRESS);
        assertThat(fault.message())
                .startsWith("it redirects to where it may not lead")
                .doesNotContain("passwd");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aCircleEnds() {
        stub.replies(StubServer.redirect(302, "/a"));
        assertThat(fault(Ask.get(stub.url("/a"))).kind()).isEqualTo(Fault.Kind.BROKEN);
        assertThat(stub.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "http://[/"})
    void aRedirectToNowhereIsAnAnswer(String location) throws UpstreamException {
        stub.replies(
                location.isEmpty() ? StubServer.status(302, "text/plain", "") : StubServer.redirect(302, location));
        assertThat(exchange(Ask.get(stub.url("/a"))).status()).isEqualTo(302);
    }

    @Test
    void otherAddressesThanTheConfiguredAreNotAsked() {
        Fault fault =
                fault(Ask.get(WebUrl.parse("http://127.0.0.1:1/?access_token=s").orElseThrow()));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.FORBIDDEN_ADDRESS);
        assertThat(fault.message()).isEqualTo("its address may not be asked: http://127.0.0.1:1");
    }

    @Test
    void whatIsPrintedHoldsNoQueryAndNoCredentials() {
        Ask ask = Ask.get(stub.url("/a?access_token=s")).with("Authorization", "Bearer s");
        assertThat(ask).hasToString("GET " + stub.origin() + "/a");
        assertThat(new Ask(stub.url("/a"), Map.of(), Optional.of("secret=s")))
                .hasToString("POST " + stub.origin() + "/a");
        assertThat(new Answer(302, Map.of("location", "/?access_token=s"), new byte[3]))
                .hasToString("302, 3 bytes");
    }

    private Answer exchange(Ask ask) throws UpstreamException {
        return outbound.exchange(ask, reach(), LIMITS);
    }

    private Fault fault(Ask ask) {
        return catchThrowableOfType(UpstreamException.class, () -> exchange(ask))
                .fault();
    }

    private Reach reach() {
        return new Reach.Api(Set.of(stub.origin(), other.origin()), true);
    }
}
