package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** After its handshake a WebSocket's bytes go both ways as they are. */
class WebSocketTest extends BeforeStub {
    /** The pair of RFC 6455, section 1.3. */
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private static final String HANDSHAKE = """
            GET /chat?raum=1 HTTP/1.1
            Host: www.musterstadt.example
            Upgrade: websocket
            Connection: keep-alive, Upgrade
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Extensions: permessage-deflate
            Sec-WebSocket-Protocol: chat
            Origin: http://www.musterstadt.example
            Cookie: sitzung=1

            """;

    private static final byte[] ACCEPTED = Running.wire("""
            HTTP/1.1 101 Switching Protocols
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
            Sec-WebSocket-Protocol: chat
            Sec-WebSocket-Extensions: permessage-deflate

            """);

    @Test
    void bytesGoBothWaysAsTheyAre() throws Exception {
        byte[] bytes = new byte[5 << 20];
        new Random(1).nextBytes(bytes);
        site.at("/chat", (request, wire) -> {
            wire.send(ACCEPTED);
            wire.send("early");
            wire.send(request.in().readNBytes(bytes.length));
            wire.socket().close();
        });
        try (Socket socket = gateway.connect()) {
            socket.getOutputStream().write(Running.wire(HANDSHAKE));
            InputStream in = Running.in(socket);
            assertThat(Running.head(in))
                    .contains(
                            "HTTP/1.1 101 Switching Protocols",
                            "Upgrade: websocket",
                            "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                            "Sec-WebSocket-Protocol: chat",
                            "Sec-WebSocket-Extensions: permessage-deflate");
            assertThat(in.readNBytes(5)).isEqualTo("early".getBytes(StandardCharsets.US_ASCII));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(socket, bytes));
            assertThat(in.readNBytes(bytes.length)).isEqualTo(bytes);
            sending.get(10, TimeUnit.SECONDS);
            assertThat(in.read()).isNegative();
        }
        StubSite.Asked asked = site.last();
        assertThat(asked.target()).isEqualTo("/chat?raum=1");
        assertThat(asked.header("Upgrade")).isEqualTo("websocket");
        assertThat(asked.header("Connection")).isEqualTo("Upgrade");
        assertThat(asked.header("Sec-WebSocket-Key")).isEqualTo(KEY);
        assertThat(asked.header("Cookie")).isEqualTo("sitzung=1");
        assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    }

    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void whatTheVisitorSendsWithTheHandshakeIsNotLost() throws Exception {
        site.at("/chat", (request, wire) -> {
            wire.send(ACCEPTED);
            wire.send(request.in().readNBytes(5));
        });
        try (Socket socket = gateway.connect()) {
            socket.getOutputStream().write(Running.wire(HANDSHAKE + "eager"));
            InputStream in = Running.in(socket);
            Running.head(in);
            assertThat(in.readNBytes(5)).isEqualTo("eager".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aVisitorWhoLeavesEndsTheServersConnection() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        site.at("/chat", (request, wire) -> {
            wire.send(ACCEPTED);
            if (request.in().read() < 0) {
                ended.countDown();
            }
        });
        try (Socket socket = gateway.connect()) {
            socket.getOutputStream().write(Running.wire(HANDSHAKE));
            Running.head(Running.in(socket));
        }
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerMayRefuse() throws Exception {
        site.at("/chat", (request, wire) -> wire.answer(403, "Content-Type: text/plain", "not you"));
        try (Socket socket = gateway.connect()) {
            socket.getOutputStream().write(Running.wire(HANDSHAKE));
            InputStream in = Running.in(socket);
            List<String> head = Running.head(in);
            assertThat(head).first().asString().startsWith("HTTP/1.1 403");
            assertThat(head).noneMatch(line -> line.startsWith("Upgrade"));
            assertThat(in.readNBytes(7)).isEqualTo("not you".getBytes(StandardCharsets.US_ASCII));
        }
        site.close();
        assertThat(gateway.raw(HANDSHAKE.replace("Connection: keep-alive, Upgrade", "Connection: close, Upgrade")))
                .startsWith("HTTP/1.1 502");
    }

    @Test
    void aRealClientSpeaksThroughIt() throws Exception {
        // One text frame of the server's, "hallo", and nothing masked: RFC 6455, section 5.
        site.at("/chat", (request, wire) -> {
            String accept = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((request.header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                    .getBytes(StandardCharsets.US_ASCII)));
            wire.send(Running.wire("""
                    HTTP/1.1 101 Switching Protocols
                    Upgrade: websocket
                    Connection: Upgrade
                    Sec-WebSocket-Accept: %s

                    """.formatted(accept)));
            wire.send(new byte[] {(byte) 0x81, 5, 'h', 'a', 'l', 'l', 'o'});
            request.in().read();
        });
        CompletableFuture<String> heard = new CompletableFuture<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(gateway.origin().replace("http", "ws") + "/chat"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        heard.complete(text.toString());
                        return WebSocket.Listener.super.onText(from, text, last);
                    }
                })
                .get(20, TimeUnit.SECONDS);
        assertThat(heard.get(20, TimeUnit.SECONDS)).isEqualTo("hallo");
        socket.abort();
    }
}
