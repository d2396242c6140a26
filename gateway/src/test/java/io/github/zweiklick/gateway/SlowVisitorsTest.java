package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand visitors who take nothing of what they asked for, and downloads of a gigabyte, in a heap of 256 MB. */
@Tag("full")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SlowVisitorsTest {
    private static final int VISITORS = 1000;
    private static final long GIGABYTE = 1L << 30;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private StubSite site;
    private Process process;
    private URI origin;

    @BeforeEach
    void start() throws Exception {
        site = new StubSite();
        site.at("/klein", "text/html", page(20_000));
        site.at("/gross", "text/html", page(600_000));
        byte[] piece = new byte[256 << 10];
        site.at("/datei.zip", (request, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: " + GIGABYTE + "\r\n\r\n");
            for (long n = 0; n < GIGABYTE; n += piece.length) {
                wire.send(piece);
            }
        });
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--upstream",
                        site.origin(),
                        "--port",
                        "0",
                        "--access-log",
                        "off")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String ready = process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(ready).startsWith("ready ");
        origin = URI.create(ready.substring("ready ".length()));
    }

    @AfterEach
    void stop() throws Exception {
        process.toHandle().destroy();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        site.close();
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static byte[] page(int bytes) {
        String text = "<p>Text der Stadt</p>\n";
        return ("<!doctype html><title>Rathaus</title><iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\"></iframe>\n"
                        + text.repeat(bytes / text.length()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(origin.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/klein", "/gross", "/datei.zip"})
    void othersAreServedAllTheSame(String path) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < VISITORS; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(4096);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), origin.getPort()), 20_000);
                socket.getOutputStream().write(Running.wire("GET " + path + " HTTP/1.1\nHost: localhost\n\n"));
                slow.add(socket);
            }
            for (int i = 0; i < 5; i++) {
                HttpResponse<byte[]> answer = get("/klein");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                        .contains("data-service=\"youtube\"")
                        .endsWith("<p>Text der Stadt</p>\n");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThat(becomesAvailable()).isTrue();
    }

    private boolean becomesAvailable() throws Exception {
        for (int i = 0; i < 60; i++) {
            if (get("/gross").statusCode() == 200) {
                return true;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }

    @Test
    void aGigabyteGoesThrough() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.getPort())) {
            socket.getOutputStream()
                    .write(Running.wire("GET /datei.zip HTTP/1.1\nHost: localhost\nConnection: close\n\n"));
            InputStream in = Running.in(socket);
            Running.head(in);
            in.skipNBytes(GIGABYTE);
            assertThat(in.read()).isNegative();
        }
    }
}
