package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that visitors send reach the server whole, at its pace, and when it lets them. */
final class UploadTest extends BeforeStub {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void uploadsArriveWhole(boolean chunked) throws Exception {
        byte[] body = random(20 << 20);
        CompletableFuture<byte[]> arrived = new CompletableFuture<>();
        site.at("/upload", (request, wire) -> {
            arrived.complete(request.body());
            wire.answer(201, "Content-Type: text/plain", "kept");
        });
        HttpRequest.BodyPublisher publisher = chunked
                ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : HttpRequest.BodyPublishers.ofByteArray(body);
        HttpResponse<byte[]> answer = gateway.ask(gateway.request("/upload").method("PUT", publisher));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(arrived.get(10, TimeUnit.SECONDS)).isEqualTo(body);
    }

    @Test
    void aServerMayRefuseAnUploadBeforeItComes() throws Exception {
        site.at("/upload", (request, wire) -> {
            wire.answer(413, "Connection: close", "too large");
            wire.socket().close();
        });
        // The JDK's own client waits for ever for such an answer.
        try (Socket socket = gateway.connect()) {
            socket.getOutputStream()
                    .write(Running.wire(
                            "POST /upload HTTP/1.1\nHost: localhost\nExpect: 100-continue\nContent-Length: 50000\n\n"));
            assertThat(Running.head(Running.in(socket))).first().asString().startsWith("HTTP/1.1 413");
        }
        assertThat(site.last().header("Expect")).isEqualTo("100-continue");
    }

    @Test
    void anUploadThatWaitsForLeaveGetsIt() throws Exception {
        byte[] body = random(50_000);
        site.at("/upload", (request, wire) -> {
            wire.send("HTTP/1.1 100 Continue\r\n\r\n");
            wire.answer(200, "", Integer.toString(request.body().length));
        });
        HttpResponse<byte[]> answer = gateway.ask(
                gateway.request("/upload").expectContinue(true).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("50000");
    }

    @Test
    void anUploadWaitsForASlowServer() throws Exception {
        long whole = 200L << 20;
        CountDownLatch reading = new CountDownLatch(1);
        site.at("/upload", (request, wire) -> {
            reading.await(30, TimeUnit.SECONDS);
            request.in().skipNBytes(whole);
            wire.answer(200, "", "ok");
        });
        AtomicLong sent = new AtomicLong();
        byte[] piece = random(64 << 10);
        try (Socket socket = gateway.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(Running.wire("PUT /upload HTTP/1.1\nHost: localhost\nContent-Length: " + whole + "\n\n"));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    for (long n = 0; n < whole; n += piece.length) {
                        out.write(piece);
                        sent.addAndGet(piece.length);
                    }
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
            assertThat(settled(sent)).isLessThan(HELD);
            reading.countDown();
            sending.get(60, TimeUnit.SECONDS);
            assertThat(Running.head(Running.in(socket))).first().asString().startsWith("HTTP/1.1 200");
        }
    }
}
