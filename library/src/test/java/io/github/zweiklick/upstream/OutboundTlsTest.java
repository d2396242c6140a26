package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.OutboundSettings.Proxy;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is trusted, and what goes through a proxy. */
@Timeout(30)
class OutboundTlsTest {
    private static final String THERE = "https://api.example";

    @TempDir
    static Path directory;

    private static TestCertificate own;
    private static TestCertificate foreign;

    private final StubServer proxy = StubServer.http();

    @BeforeAll
    static void make() throws IOException, GeneralSecurityException, InterruptedException {
        own = TestCertificate.of("ip:127.0.0.1,dns:api.example", Files.createDirectory(directory.resolve("own")));
        foreign = TestCertificate.of("dns:elsewhere.example", Files.createDirectory(directory.resolve("foreign")));
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void whoStandsInTheFileIsTrusted() throws UpstreamException {
        try (StubServer stub = StubServer.https(own.context()).replies(StubServer.json("{}"));
                Outbound outbound = outbound(Optional.empty(), Optional.of(own.pem()))) {
            Answer answer = outbound.exchange(
                    Ask.get(stub.url("/")), new Reach.Api(Set.of(stub.origin()), true), OutboundTest.LIMITS);
            assertThat(answer.text()).isEqualTo("{}");
        }
    }

    @Test
    void nobodyElseIsTrusted() {
        try (StubServer stub = StubServer.https(own.context()).replies(StubServer.json("{}"))) {
            for (Optional<Path> trust : Set.of(Optional.<Path>empty(), Optional.of(foreign.pem()))) {
                try (Outbound outbound = outbound(Optional.empty(), trust)) {
                    Fault fault = fault(outbound, stub.origin());
                    assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE);
                    assertThat(fault.message()).startsWith("no secure connection to it can be made");
                }
            }
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Test
    void anothersCertificateIsNotTakenForIts() {
        try (StubServer stub = StubServer.https(foreign.context()).replies(StubServer.json("{}"));
                Outbound outbound = outbound(Optional.empty(), Optional.of(foreign.pem()))) {
            assertThat(fault(outbound, stub.origin()).kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Test
    void aHandshakeThatNeverEndsIsEnded() {
        Limits limits =
                new Limits(Duration.ofMillis(300), Duration.ofMinutes(5), Duration.ofMinutes(5), 1 << 16, 2, 60);
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Outbound outbound = outbound(Optional.empty(), Optional.empty())) {
            String origin = "https://127.0.0.1:" + silent.getLocalPort();
            assertThat(fault(outbound, origin, limits).kind()).isEqualTo(Kind.TIMEOUT);
        } catch (IOException unwanted) {
            throw new UncheckedIOException(unwanted);
        }
    }

    @Test
    void aFileWithoutCertificatesIsAnErrorAtTheStart() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "nothing\n");
        assertThatThrownBy(() -> outbound(Optional.empty(), Optional.of(empty)))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("empty.pem");
        Path none = directory.resolve("none.pem");
        assertThatThrownBy(() -> outbound(Optional.empty(), Optional.of(none)))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void plainRequestsGoToTheProxyWhole() throws UpstreamException {
        proxy.replies(StubServer.json("{}"));
        try (Outbound outbound = outbound(Optional.of(through(Optional.empty())), Optional.empty())) {
            exchange(outbound, "http://counts.stadtnetz");
        }
        assertThat(proxy.lines()).containsExactly("GET http://counts.stadtnetz/a?b HTTP/1.1");
        assertThat(proxy.requests().get(0).headers())
                .containsEntry("host", "counts.stadtnetz")
                .containsOnlyKeys("host", "user-agent", "accept-encoding");
    }

    @Test
    void secureRequestsGoThroughATunnelWithTheProxysCredentials() throws UpstreamException {
        proxy.replies(challenge(), this::tunnel, StubServer.json("{}"));
        try (Outbound outbound = outbound(Optional.of(through(Optional.of("p4ss"))), Optional.of(own.pem()))) {
            assertThat(exchange(outbound, THERE).text()).isEqualTo("{}");
        }
        assertThat(proxy.lines())
                .containsExactly(
                        "CONNECT api.example:443 HTTP/1.1", "CONNECT api.example:443 HTTP/1.1", "GET /a?b HTTP/1.1");
        assertThat(proxy.requests().get(1).headers())
                .containsEntry("proxy-authorization", "Basic Y2l0eTpwNHNz")
                .containsEntry("user-agent", OutboundTest.USER_AGENT);
        assertThat(proxy.requests().get(2).headers())
                .containsEntry("host", "api.example")
                .containsOnlyKeys("host", "user-agent", "accept-encoding", "connection");
    }

    @Test
    void thePasswordIsReadAnewForEachConnection() throws UpstreamException {
        StubServer.Reply last = StubServer.raw(String.format("HTTP/1.1 200 OK%nConnection: close%n%n"));
        proxy.replies(challenge(), last, challenge(), last);
        String[] password = {"old"};
        Proxy renewed = new Proxy(
                "127.0.0.1", proxy.port(), Optional.of("city"), Optional.of(new Secret("/run/p", () -> password[0])));
        try (Outbound outbound = outbound(Optional.of(renewed), Optional.empty())) {
            exchange(outbound, "http://counts.stadtnetz");
            password[0] = "new";
            exchange(outbound, "http://counts.stadtnetz");
        }
        assertThat(proxy.requests().stream().map(request -> request.headers().getOrDefault("proxy-authorization", "")))
                .containsExactly("", "Basic Y2l0eTpvbGQ=", "", "Basic Y2l0eTpuZXc=");
    }

    @Test
    void whatTheProxyRefusesIsToldAsSuch() {
        for (int status : new int[] {403, 407, 502}) {
            proxy.replies(StubServer.status(status, "text/html", "<h1>Not from here</h1>"));
            try (Outbound outbound = outbound(Optional.of(through(Optional.empty())), Optional.empty())) {
                assertThat(fault(outbound, THERE))
                        .isEqualTo(new Fault(Kind.UNREACHABLE, "the outbound proxy makes no connection to it"));
            }
        }
    }

    @Test
    void aProxyThatIsNotThereIsToldAsSuch() {
        Proxy gone = through(Optional.empty());
        proxy.close();
        try (Outbound outbound = outbound(Optional.of(gone), Optional.empty())) {
            assertThat(fault(outbound, THERE)).satisfies(fault -> {
                assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE);
                assertThat(fault.remedy()).contains("proxy");
            });
        }
    }

    @Test
    void theProxyIsNotAskedForPrivateLiterals() {
        proxy.replies(StubServer.json("{}"));
        try (Outbound outbound = outbound(Optional.of(through(Optional.empty())), Optional.empty())) {
            UpstreamException failure = catchThrowableOfType(
                    UpstreamException.class,
                    () -> outbound.exchange(ask("https://169.254.169.254"), new Reach.Anywhere(), OutboundTest.LIMITS));
            assertThat(failure.fault().kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        }
        assertThat(proxy.connections()).isZero();
    }

    /** What comes through it is served with the network's certificate by the same stub. */
    private void tunnel(StubServer.Request request, Socket socket) throws IOException {
        socket.getOutputStream()
                .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        String host = ((InetSocketAddress) socket.getRemoteSocketAddress()).getHostString();
        SSLSocket inner =
                (SSLSocket) own.context().getSocketFactory().createSocket(socket, host, socket.getPort(), true);
        inner.setUseClientMode(false);
        proxy.serve(inner);
    }

    private static StubServer.Reply challenge() {
        return (request, socket) -> {
            StubServer.answer(407, Map.of("Proxy-Authenticate", "Basic realm=\"house\""), new byte[0])
                    .to(request, socket);
            socket.close();
        };
    }

    private Proxy through(Optional<String> password) {
        return new Proxy(
                "127.0.0.1",
                proxy.port(),
                password.map(given -> "city"),
                password.map(given -> new Secret("${PROXY}", () -> given)));
    }

    private static Outbound outbound(Optional<Proxy> proxy, Optional<Path> trust) {
        return new Outbound(
                new OutboundSettings(proxy, trust, Optional.empty()),
                OutboundTest.USER_AGENT,
                SystemDefaultDnsResolver.INSTANCE);
    }

    private static Ask ask(String origin) {
        return Ask.get(WebUrl.parse(origin + "/a?b").orElseThrow());
    }

    private static Answer exchange(Outbound outbound, String origin) throws UpstreamException {
        return outbound.exchange(ask(origin), new Reach.Api(Set.of(origin), true), OutboundTest.LIMITS);
    }

    private static Fault fault(Outbound outbound, String origin) {
        return fault(outbound, origin, OutboundTest.LIMITS);
    }

    private static Fault fault(Outbound outbound, String origin, Limits limits) {
        return catchThrowableOfType(
                        UpstreamException.class,
                        () -> outbound.exchange(ask(origin), new Reach.Api(Set.of(origin), true), limits))
                .fault();
    }
}
