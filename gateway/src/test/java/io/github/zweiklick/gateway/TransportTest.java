package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP can do goes through unharmed; pages are protected on the way. */
class TransportTest extends BeforeStub {
    private static final String EMBED = "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>";
    private static final String PAGE =
            "<!doctype html><title>Rathaus</title><h1>Öffnungszeiten</h1>" + EMBED + "<p>Ende";

    @Test
    void pagesAreProtected() throws Exception {
        site.at("/", "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = gateway.get("/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain("youtube.com/embed")
                .contains("data-service=\"youtube\"")
                .contains("<h1>Öffnungszeiten</h1>")
                .contains("<p>Ende");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(gateway.get("/zweiklick/notice").statusCode()).isEqualTo(200);
    }

    @Test
    void aGzippedPageIsProtectedAndGoesOutGzipped() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        site.at(
                "/",
                (request, wire) -> wire.answer(
                        200, "Content-Type: text/html; charset=utf-8\nContent-Encoding: gzip", packed.toByteArray()));
        HttpResponse<byte[]> answer = gateway.ask(gateway.request("/").header("Accept-Encoding", "gzip, br"));
        assertThat(site.last().header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("data-service=\"youtube\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/css", "application/json", "application/octet-stream", "video/mp4"})
    void whatIsNoPageIsTheSameByteForByte(String type) throws Exception {
        byte[] body = random(300_000);
        site.at(
                "/datei",
                (request, wire) -> wire.answer(
                        200, "Content-Type: " + type + "\nContent-Encoding: br\nETag: \"x\"\nX-Eigen: wert", body));
        HttpResponse<byte[]> answer = gateway.ask(
                gateway.request("/datei").header("Sec-Fetch-Dest", "image").header("Accept-Encoding", "br"));
        assertThat(answer.body()).isEqualTo(body);
        assertThat(site.last().header("Accept-Encoding")).isEqualTo("br");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(answer.headers().firstValue("ETag")).contains("\"x\"");
        assertThat(answer.headers().firstValue("X-Eigen")).contains("wert");
        assertThat(answer.headers().firstValue("Content-Length")).contains("300000");
    }

    @Test
    void rangesAndConditionsReachTheServer() throws Exception {
        byte[] body = random(1000);
        site.at("/film.mp4", (request, wire) -> {
            if (request.header("If-None-Match").equals("\"x\"")) {
                wire.send("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n");
            } else {
                wire.answer(206, "Content-Type: video/mp4\nContent-Range: bytes 0-999/5000", body);
            }
        });
        HttpResponse<byte[]> part = gateway.ask(gateway.request("/film.mp4").header("Range", "bytes=0-999"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(body);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 0-999/5000");
        assertThat(site.last().header("Range")).isEqualTo("bytes=0-999");
        assertThat(gateway.ask(gateway.request("/film.mp4").header("If-None-Match", "\"x\""))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "OPTIONS", "PROPFIND"})
    void methodsPass(String method) throws Exception {
        site.at("/x", (request, wire) -> wire.answer(204, "", ""));
        assertThat(gateway.ask(gateway.request("/x").method(method, HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.last().method()).isEqualTo(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//a//b",
                "/a/../b",
                "/a/%2e%2e/%2Fb",
                "/a;v=1/b;w",
                "/a?x=%7B|{}&q=a+b",
                "/%C3%A4?%E4",
                "/a\\b?",
                "/?",
                "/a?b?c"
            })
    void pathsArriveAsTheyWereWritten(String target) throws Exception {
        String path = target.split("\\?", 2)[0];
        site.at(path, "text/plain", new byte[] {'o', 'k'});
        String answer =
                gateway.raw("GET " + target + " HTTP/1.1\nHost: www.musterstadt.example\nConnection: close\n\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(site.last().target()).isEqualTo(target);
    }

    @Test
    void interimAnswersDoNotEndTheExchange() throws Exception {
        site.at("/", (request, wire) -> {
            wire.send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload; as=style\r\n\r\n");
            wire.answer(200, "Content-Type: text/plain", "ok");
        });
        assertThat(gateway.get("/").body()).isEqualTo("ok");
    }

    @Test
    void connectionsAreKeptOnBothSides() throws Exception {
        site.at("/a", "text/plain", new byte[] {'a'});
        try (Socket socket = gateway.connect()) {
            InputStream in = Running.in(socket);
            for (int i = 0; i < 5; i++) {
                socket.getOutputStream().write(Running.wire("GET /a HTTP/1.1\nHost: localhost\n\n"));
                assertThat(Running.head(in)).first().asString().startsWith("HTTP/1.1 200");
                assertThat(in.readNBytes(1)).containsExactly('a');
            }
        }
        assertThat(site.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionClosedByTheServerMeanwhileIsReplaced() throws Exception {
        site.at("/a", "text/plain", new byte[] {'a'});
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.get("/a").statusCode()).isEqualTo(200);
            site.drop();
        }
    }

    @Test
    void requestsThatMayBeAskedTwiceAreAskedAgainOnce() throws Exception {
        AtomicLong times = new AtomicLong();
        site.at("/zu", (request, wire) -> {
            if (times.incrementAndGet() % 2 == 1) {
                wire.socket().close();
            } else {
                wire.answer(200, "Content-Type: text/plain", "second");
            }
        });
        assertThat(gateway.get("/zu").body()).isEqualTo("second");
        assertThat(gateway.ask(gateway.request("/zu").POST(HttpRequest.BodyPublishers.ofString("order")))
                        .statusCode())
                .isEqualTo(502);
        assertThat(times).hasValue(3);
    }

    @Test
    void http2WithoutTlsServesPagesAndTakesUploads() throws Exception {
        site.at("/", "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
        byte[] body = random(3 << 20);
        CompletableFuture<byte[]> arrived = new CompletableFuture<>();
        site.at("/upload", (request, wire) -> {
            arrived.complete(request.body());
            wire.answer(200, "", "ok");
        });
        HttpClient two =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<String> page = two.send(gateway.request("/").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(page.body()).contains("data-service=\"youtube\"");
        HttpResponse<String> kept = two.send(
                gateway.request("/upload")
                        .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(kept.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(arrived.get(10, TimeUnit.SECONDS)).isEqualTo(body);
        assertThat(site.last().all("Connection")).isEmpty();
    }

    @Test
    void withoutAServerThereAreTheEndpointsOnly() throws Exception {
        try (Running alone = Running.alone()) {
            assertThat(alone.get("/zweiklick/settings").statusCode()).isEqualTo(200);
            assertThat(alone.get("/seite").statusCode()).isEqualTo(404);
            assertThat(alone.get("/zweiklick/embed?href=https://www.youtube.com/watch?v=dQw4w9WgXcQ")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(alone.get("/zweiklick/health/upstream").body()).isEqualTo("none\n");
        }
    }
}
