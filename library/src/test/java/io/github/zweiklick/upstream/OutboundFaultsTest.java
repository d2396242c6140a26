package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.url.WebUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that goes wrong on the way. Times that are not to pass are long: the test's own limit is shorter. */
@Timeout(30)
class OutboundFaultsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final StubServer stub = StubServer.http();
    private final Outbound outbound =
            new Outbound(OutboundSettings.direct(), OutboundTest.USER_AGENT, SystemDefaultDnsResolver.INSTANCE);

    @AfterEach
    void close() {
        outbound.close();
        stub.close();
    }

    @Test
    void refused() {
        int port = stub.port();
        stub.close();
        assertThat(fault(WebUrl.parse("http://127.0.0.1:" + port).orElseThrow(), OutboundTest.LIMITS))
                .isEqualTo(new Fault(Kind.UNREACHABLE, "it takes no connection"));
    }

    @Test
    void noSuchName() {
        DnsResolver nobody = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                throw new UnknownHostException(host + ": Name or service not known");
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (Outbound lost = new Outbound(OutboundSettings.direct(), "a", nobody)) {
            WebUrl address = WebUrl.parse("https://api.example/?token=s").orElseThrow();
            for (boolean configured : new boolean[] {true, false}) {
                Reach reach = new Reach.Api(Set.of(address.origin()), configured);
                UpstreamException failure = catchThrowableOfType(
                        UpstreamException.class, () -> lost.exchange(Ask.get(address), reach, OutboundTest.LIMITS));
                assertThat(failure.fault()).isEqualTo(new Fault(Kind.UNREACHABLE, "its name cannot be resolved"));
            }
        }
    }

    /** On Linux a listener whose queue is full answers no further connection at all. */
    @Test
    void noAnswerToConnecting() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = new ArrayList<>();
            try {
                for (int i = 0; i < 2; i++) {
                    Socket socket = new Socket();
                    waiting.add(socket);
                    socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 5_000);
                }
                WebUrl address =
                        WebUrl.parse("http://127.0.0.1:" + full.getLocalPort()).orElseThrow();
                assertThat(fault(address, limits(SHORT, LONG, LONG)).kind()).isEqualTo(Kind.TIMEOUT);
                assertThat(fault(address, limits(LONG, LONG, SHORT)).kind()).isEqualTo(Kind.TIMEOUT);
            } finally {
                for (Socket socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void blackHole() {
        stub.replies(StubServer.silence());
        assertThat(fault(limits(LONG, SHORT, LONG))).isEqualTo(new Fault(Kind.TIMEOUT, "it did not answer in time"));
        assertThat(fault(limits(LONG, LONG, SHORT)).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nX-A: ",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"
            })
    void slowLoris(String start) {
        stub.replies(StubServer.trickling(start));
        assertThat(fault(limits(LONG, LONG, SHORT)).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void redirectsDoNotBuyTime() {
        stub.replies(
                StubServer.redirect(302, "/b"),
                StubServer.redirect(302, "/c"),
                StubServer.trickling("HTTP/1.1 200 OK\r\n\r\n"));
        assertThat(fault(limits(LONG, LONG, SHORT)).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"count\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"co",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"cou\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
                "HTTP/1.1 200 OK\r\nContent-Encoding: unheard-of\r\nContent-Length: 4\r\n\r\nabcd",
                "HTTP/1.1 200 OK\r\nContent-Length: minus\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\u0000\u0001\u0002\r\n\r\n"
            })
    void truncatedOrNoHttp(String answer) {
        stub.replies(StubServer.raw(answer));
        assertThat(fault(OutboundTest.LIMITS)).satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.BROKEN);
            assertThat(fault.message()).startsWith("the exchange broke off");
        });
    }

    @Test
    void truncatedGzip() throws IOException {
        byte[] whole = gzip(new byte[5_000]);
        stub.replies(StubServer.answer(200, Map.of("Content-Encoding", "gzip"), Arrays.copyOf(whole, 20)));
        assertThat(fault(OutboundTest.LIMITS).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void gzip() throws IOException, UpstreamException {
        byte[] text = "{\"count\":7}".repeat(100).getBytes(StandardCharsets.UTF_8);
        for (String coding : new String[] {"gzip", "GZIP", "x-gzip"}) {
            stub.replies(StubServer.answer(200, Map.of("Content-Encoding", coding), gzip(text)));
            assertThat(exchange(stub.url("/"), OutboundTest.LIMITS).body()).isEqualTo(text);
        }
    }

    @Test
    void gzipBomb() throws IOException {
        byte[] bomb = gzip(new byte[50 << 20]);
        stub.replies(StubServer.answer(200, Map.of("Content-Encoding", "gzip"), bomb));
        assertThat(fault(OutboundTest.LIMITS))
                .isEqualTo(new Fault(Kind.TOO_LARGE, "its answer is longer than 65536 bytes"));
        stub.replies(StubServer.answer(200, Map.of("Content-Encoding", "gzip, gzip"), gzip(bomb)));
        assertThat(fault(OutboundTest.LIMITS).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void largeBodies() {
        stub.replies(StubServer.status(200, "application/json", "x".repeat(10 << 20)));
        assertThat(fault(OutboundTest.LIMITS).kind()).isEqualTo(Kind.TOO_LARGE);
        stub.replies((request, socket) -> {
            byte[] head = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(head);
            while (!socket.isClosed()) {
                socket.getOutputStream().write(new byte[8_192]);
            }
        });
        assertThat(fault(OutboundTest.LIMITS).kind()).isEqualTo(Kind.TOO_LARGE);
        stub.replies(StubServer.status(200, "text/plain", "x".repeat(OutboundTest.LIMITS.bytes())));
        assertThat(exchanged(stub.url("/"))).hasSize(OutboundTest.LIMITS.bytes());
    }

    @Test
    void headersWithoutEnd() {
        stub.replies(StubServer.raw("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n"));
        assertThat(fault(OutboundTest.LIMITS).kind()).isEqualTo(Kind.BROKEN);
        stub.replies(StubServer.raw("HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(5_000) + "\r\n"));
        assertThat(fault(OutboundTest.LIMITS).kind()).isEqualTo(Kind.BROKEN);
        stub.replies(StubServer.trickling("HTTP/1.1 100 Continue\r\n\r\n".repeat(100)));
        assertThat(fault(limits(LONG, LONG, SHORT)).kind()).isIn(Kind.BROKEN, Kind.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 429, 500, 503})
    void anyStatusIsAnAnswer(int status) throws UpstreamException {
        stub.replies(StubServer.status(status, "text/html", "<html><h1>" + status + "</h1></html>"));
        Answer answer = exchange(stub.url("/"), OutboundTest.LIMITS);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).startsWith("<html>");
    }

    /** More than the pool of a client usually has: each upstream is bounded by threads of its own. */
    @Test
    void manyThatHangHoldUpNoOther() throws UpstreamException, InterruptedException {
        int many = 120;
        CountDownLatch ended = new CountDownLatch(many);
        stub.replies(StubServer.silence());
        try (StubServer well = StubServer.http().replies(StubServer.json("{}"))) {
            for (int i = 0; i < many; i++) {
                Thread thread = new Thread(() -> {
                    fault(limits(LONG, LONG, LONG));
                    ended.countDown();
                });
                thread.setDaemon(true);
                thread.start();
            }
            Eventually.until("all hang", () -> stub.requests().size() == many);
            assertThat(exchange(well.url("/"), limits(LONG, LONG, LONG)).status())
                    .isEqualTo(200);
        }
        outbound.close();
        ended.await();
    }

    @Test
    void nothingIsAskedAfterTheEnd() {
        outbound.close();
        assertThat(fault(OutboundTest.LIMITS).kind()).isEqualTo(Kind.BROKEN);
        assertThat(stub.connections()).isZero();
    }

    private Fault fault(Limits limits) {
        return fault(stub.url("/?access_token=s3cret"), limits);
    }

    private Fault fault(WebUrl address, Limits limits) {
        UpstreamException failure = catchThrowableOfType(UpstreamException.class, () -> exchange(address, limits));
        assertThat(failure.toString()).doesNotContain("s3cret");
        assertThat(failure.fault().toString()).doesNotContain("s3cret");
        return failure.fault();
    }

    private byte[] exchanged(WebUrl address) {
        try {
            return exchange(address, OutboundTest.LIMITS).body();
        } catch (UpstreamException unwanted) {
            throw new AssertionError(unwanted);
        }
    }

    private Answer exchange(WebUrl address, Limits limits) throws UpstreamException {
        return outbound.exchange(Ask.get(address), new Reach.Api(Set.of(address.origin()), true), limits);
    }

    private static Limits limits(Duration connect, Duration read, Duration total) {
        return new Limits(connect, read, total, 1 << 16, 2, 60);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
