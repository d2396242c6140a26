package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More visitors than threads who send the endpoints the beginning of a body, and nothing more. */
final class SlowBodiesTest extends BeforeStub {
    private static final String PAGE =
            "<!doctype html><title>Rathaus</title><iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>";
    private static final int VISITORS = 300;
    private static final int STREAMS = 100;

    @TempDir
    Path folder;

    @BeforeEach
    void page() {
        site.at("/", "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
    }

    private void assertThatPagesAreServed() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(gateway.get("/").body()).contains("data-service=\"youtube\"");
        }
    }

    private Socket begin(String path) throws IOException {
        Socket socket = gateway.connect();
        socket.getOutputStream()
                .write(Running.wire("POST " + path + " HTTP/1.1\nHost: localhost\nContent-Length: 8000\n"
                        + "Content-Type: application/reports+json\nSec-Fetch-Site: same-origin\n\n["));
        return socket;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zweiklick/airlock",
                "/zweiklick/reports",
                "/zweiklick/%72eports;a=b",
                "/zweiklick/out",
                "/zweiklick/x"
            })
    void holdNoThread(String path) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < VISITORS; i++) {
                slow.add(begin(path));
            }
            assertThatPagesAreServed();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void areAnsweredOnceTheyAreWhole() throws Exception {
        try (Socket socket = begin("/zweiklick/reports")) {
            assertThatPagesAreServed();
            socket.getOutputStream().write(" ".repeat(7_998).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(Running.wire("]GET / HTTP/1.1\nHost: localhost\n\n"));
            InputStream in = Running.in(socket);
            assertThat(Running.head(in)).first().asString().startsWith("HTTP/1.1 204");
            assertThat(Running.head(in)).first().asString().startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void areRefusedWhereTheyAreTooLong() throws Exception {
        HttpRequest.Builder post = gateway.request("/zweiklick/reports")
                .header("Content-Type", "application/reports+json")
                .header("Sec-Fetch-Site", "same-origin");
        String most = "[" + " ".repeat((64 << 10) - 2) + "]";
        assertThat(gateway.ask(post.copy().POST(HttpRequest.BodyPublishers.ofString(most)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(gateway.ask(post.copy().POST(HttpRequest.BodyPublishers.ofString(most + " ")))
                        .statusCode())
                .isEqualTo(413);
        assertThat(gateway.ask(post.copy().expectContinue(true).POST(HttpRequest.BodyPublishers.ofString(most)))
                        .statusCode())
                .isEqualTo(204);
    }

    /** What the endpoints do not answer goes to the server behind as it comes, however long. */
    @Test
    void ofPlacesThatAreExcludedPass() throws Exception {
        site.at("/zweiklick/reports", (request, wire) -> wire.answer(200, "", Integer.toString(request.body().length)));
        Path config = Files.writeString(folder.resolve("zweiklick.json"), "{\"exclude\": [\"127.0.0.1\"]}");
        try (Running leaving = Running.before(site, config)) {
            for (int length : new int[] {1, 60_000, 3 << 20}) {
                HttpResponse<byte[]> answer = leaving.ask(leaving.request("/zweiklick/reports")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(random(length))));
                assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(Integer.toString(length));
            }
        }
    }

    @Test
    void holdNoThreadByHttp2WithoutALengthEither() throws Exception {
        List<CompletableFuture<?>> slow = new ArrayList<>();
        for (int visitor = 0; visitor < VISITORS / STREAMS; visitor++) {
            HttpClient two =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
            HttpResponse<String> page = two.send(gateway.request("/").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
            for (int stream = 0; stream < STREAMS; stream++) {
                slow.add(two.sendAsync(
                        gateway.request(stream % 2 == 0 ? "/zweiklick/airlock" : "/zweiklick/reports")
                                .POST(HttpRequest.BodyPublishers.fromPublisher(SlowBodiesTest::beginOnly))
                                .build(),
                        HttpResponse.BodyHandlers.discarding()));
            }
        }
        assertThatPagesAreServed();
        assertThat(slow).noneMatch(CompletableFuture::isDone);
        slow.forEach(post -> post.cancel(true));
    }

    private static void beginOnly(Flow.Subscriber<? super ByteBuffer> subscriber) {
        AtomicBoolean begun = new AtomicBoolean();
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                if (!begun.getAndSet(true)) {
                    subscriber.onNext(ByteBuffer.wrap(new byte[] {'['}));
                }
            }

            @Override
            public void cancel() {
                // Nothing comes anyway.
            }
        });
    }
}
