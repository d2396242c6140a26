package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers go on as they come, at the pace of whoever is slower, and no further than they are wanted. */
final class DownloadTest extends BeforeStub {
    private static final long WHOLE = 200L << 20;

    @Test
    void eventsArriveWhenTheyAreSent() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        site.at("/events", (request, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            wire.send("9\r\ndata: 1\n\n\r\n");
            assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
            wire.send("9\r\ndata: 2\n\n\r\n0\r\n\r\n");
        });
        HttpResponse<InputStream> answer =
                gateway.client().send(gateway.request("/events").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            assertThat(new String(in.readNBytes(9), StandardCharsets.UTF_8)).isEqualTo("data: 1\n\n");
            seen.countDown();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("data: 2\n\n");
        }
    }

    @Test
    void aDownloadWaitsForASlowBrowser() throws Exception {
        long whole = 200L << 20;
        AtomicLong sent = new AtomicLong();
        byte[] piece = random(64 << 10);
        site.at("/gross.zip", (request, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: " + whole + "\r\n\r\n");
            for (long n = 0; n < whole; n += piece.length) {
                wire.send(piece);
                sent.addAndGet(piece.length);
            }
        });
        try (Socket socket = gateway.connect()) {
            socket.getOutputStream().write(Running.wire("GET /gross.zip HTTP/1.1\nHost: localhost\n\n"));
            InputStream in = Running.in(socket);
            Running.head(in);
            long held = settled(sent);
            // What sockets on both sides hold, and nothing that grows with the download.
            assertThat(held).isLessThan(HELD);
            in.skipNBytes(whole);
            assertThat(sent).hasValue(whole);
        }
    }

    /** In parts, as a server sends it; too short to be given up. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 60_000, 200_000})
    void aShortAnswerToHeadIsReadToItsEnd(int length) throws Exception {
        byte[] body = random(length);
        site.at("/bild", (request, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: " + length + "\r\n\r\n");
            for (int n = 0; n < length; n += 8_000) {
                wire.send(Arrays.copyOfRange(body, n, Math.min(n + 8_000, length)));
                TimeUnit.MILLISECONDS.sleep(2);
            }
        });
        try (Socket socket = gateway.connect()) {
            InputStream in = Running.in(socket);
            for (int time = 0; time < 2; time++) {
                socket.getOutputStream()
                        .write(Running.wire("HEAD /bild HTTP/1.1\nHost: localhost\nAccept: text/html\n\n"));
                assertThat(Running.head(in)).contains("Content-Length: " + length);
            }
        }
        assertThat(site.connections()).isEqualTo(1);
    }

    /** What may be a page is asked for as a whole, whatever the visitor wants of it. */
    @ParameterizedTest
    @ValueSource(strings = {"HEAD /gross HTTP/1.1\n", "GET /gross HTTP/1.1\nRange: bytes=10-19\n"})
    void whatTheVisitorDoesNotTakeIsNotFetched(String asked) throws Exception {
        AtomicLong sent = new AtomicLong();
        CountDownLatch givenUp = new CountDownLatch(1);
        site.at("/gross", (request, wire) -> download(wire, sent, givenUp));
        try (Socket socket = gateway.connect()) {
            InputStream in = Running.in(socket);
            for (int time = 0; time < 2; time++) {
                socket.getOutputStream().write(Running.wire(asked + "Host: localhost\nAccept: text/html\n\n"));
                assertThat(Running.head(in)).first().asString().matches("HTTP/1.1 20[06] .*");
                in.skipNBytes(asked.startsWith("HEAD") ? 0 : 10);
            }
        }
        assertThat(givenUp.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(sent.get()).isLessThan(2 * HELD);
    }

    private static void download(StubSite.Wire wire, AtomicLong sent, CountDownLatch givenUp) throws IOException {
        byte[] piece = random(64 << 10);
        wire.send(
                "HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nAccept-Ranges: bytes\r\nETag: \"x\"\r\nContent-Length: "
                        + WHOLE + "\r\n\r\n");
        try {
            for (long n = 0; n < WHOLE; n += piece.length) {
                wire.send(piece);
                sent.addAndGet(piece.length);
            }
        } catch (SocketException gone) {
            givenUp.countDown();
            throw gone;
        }
    }
}
