package io.github.zweiklick.servlet.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/** A deployed application as a visitor meets it. */
final class DeployedSite {
    static final String FRAME = "<iframe src=\"https://foreign.example/widget\">";
    static final String POLICY = "Content-Security-Policy";

    private static final HttpClient CLIENT = client();

    private final RunningWar war;

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    DeployedSite(RunningWar war) {
        this.war = war;
    }

    HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return send(CLIENT, request(path), headers);
    }

    HttpResponse<byte[]> head(String path, String... headers) throws Exception {
        return send(client(), request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()), headers);
    }

    /** On a connection of its own: one that the server has just closed for idleness would fail it, for nobody posts twice. */
    HttpResponse<byte[]> post(String path, String... headers) throws Exception {
        return send(
                client(),
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("scope=once")),
                headers);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + war.port() + RunningWar.CONTEXT + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<byte[]> send(HttpClient client, HttpRequest.Builder request, String... headers)
            throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Answers as soon as the headers are there; the body is read from the stream. */
    HttpResponse<InputStream> open(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofInputStream());
    }

    /** Sends what no client would. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", war.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    /** The text of a body sent in gzip. */
    static String unzipped(HttpResponse<byte[]> response) throws IOException {
        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static void assertProtected(HttpResponse<byte[]> response) {
        assertProtected(response, text(response));
    }

    static void assertProtected(HttpResponse<byte[]> response, String page) {
        assertThat(page).contains("data-zweiklick-blocked").doesNotContain(FRAME);
        assertThat(response.headers().allValues(POLICY)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(header(response, "X-DNS-Prefetch-Control")).isEqualTo("off");
        assertThat(header(response, "Content-Type")).containsIgnoringCase("text/html");
        assertThat(header(response, "Content-Type")).containsIgnoringCase("charset=");
    }
}
