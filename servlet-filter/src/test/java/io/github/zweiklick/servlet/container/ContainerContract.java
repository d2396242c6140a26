package io.github.zweiklick.servlet.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.servlet.webapp.Scenes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every container. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainerContract {
    private static final String FRAME = "<iframe src=\"https://foreign.example/widget\">";
    private static final String POLICY = "Content-Security-Policy";

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final List<RunningWar> running = new ArrayList<>();

    abstract RunningWar start(Path war) throws Exception;

    @BeforeAll
    void start() throws Exception {
        running.add(start(War.assemble(getClass().getSimpleName())));
    }

    @AfterAll
    void stop() throws Exception {
        for (RunningWar war : running) {
            war.stop();
        }
    }

    private HttpRequest.Builder request(String path) {
        return request(running.get(0), path);
    }

    private static HttpRequest.Builder request(RunningWar war, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + war.port() + RunningWar.CONTEXT + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static void assertProtected(HttpResponse<byte[]> response) {
        assertProtected(response, text(response));
    }

    private static void assertProtected(HttpResponse<byte[]> response, String page) {
        assertThat(page).contains("data-zweiklick-blocked").doesNotContain(FRAME);
        assertThat(response.headers().allValues(POLICY)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(header(response, "X-DNS-Prefetch-Control")).isEqualTo("off");
        assertThat(header(response, "Content-Type")).containsIgnoringCase("text/html");
        assertThat(header(response, "Content-Type")).containsIgnoringCase("charset=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/writer",
                "/scene/stream",
                "/scene/stream-closed",
                "/scene/type-late",
                "/scene/flush-early",
                "/scene/length",
                "/scene/reset",
                "/scene/reset-buffer",
                "/scene/own-policy",
                "/scene/foreign-header",
                "/scene/forward",
                "/scene/forward-static",
                "/scene/include",
                "/scene/deflate",
                "/scene/async",
                "/scene/async-dispatch",
                "/scene/async-timeout",
                "/scene/non-blocking",
                "/static.html",
                "/answered/page"
            })
    void everyPageIsProtected(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertProtected(response);
        assertThat(text(response)).doesNotContain("before");
        assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(response.body().length));
        assertThat(header(response, "ETag")).isNotEmpty();
        assertThat(response.headers().map())
                .doesNotContainKeys("last-modified", "accept-ranges", "content-md5", "refresh", "x-before", "x-late");
    }

    @Test
    void writesTheCharsetItSends() throws Exception {
        HttpResponse<byte[]> response = get("/scene/latin");
        assertProtected(response, new String(response.body(), ISO_8859_1));
        assertThat(new String(response.body(), ISO_8859_1)).contains("Grüße");
        assertThat(text(get("/scene/writer"))).contains("Grüße");
    }

    @Test
    void aFlushCountsAsCommit() throws Exception {
        assertThat(text(get("/scene/flush-early"))).contains("committed=true");
    }

    @Test
    void includedPartsStandWhereTheyBelong() throws Exception {
        assertThat(text(get("/scene/include"))).containsSubsequence("head", "data-zweiklick-blocked", "foot");
    }

    @Test
    void theApplicationsOwnPolicyStandsBesideOurs() throws Exception {
        assertThat(get("/scene/own-policy").headers().allValues(POLICY))
                .hasSizeGreaterThan(1)
                .contains("object-src 'none'");
    }

    @Test
    void errorPagesAreProtected() throws Exception {
        for (String path : List.of("/scene/missing", "/scene/none", "/nowhere.html")) {
            HttpResponse<byte[]> response = get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertProtected(response);
            assertThat(text(response)).contains("Nicht gefunden");
            assertThat(response.headers().map()).doesNotContainKey("etag");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scene/broken", "/scene/async-unheeded"})
    void whatFailsSendsNoPageHalfWritten(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(text(response)).doesNotContain(FRAME).doesNotContain("Grüße");
        assertThat(response.headers().allValues(POLICY)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void redirectsPass() throws Exception {
        HttpResponse<byte[]> found = get("/scene/redirect");
        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(header(found, "Location")).endsWith("writer");
        assertThat(text(found)).doesNotContain(FRAME);
        HttpResponse<byte[]> other = get("/scene/see-other");
        assertThat(other.statusCode()).isEqualTo(303);
        assertThat(header(other, "Location")).endsWith("writer");
        assertThat(other.headers().allValues(POLICY)).isNotEmpty();
    }

    @Test
    void gzipFromInsideIsReadAndCompressedAgain() throws Exception {
        HttpResponse<byte[]> coded = get("/scene/gzip", "Accept-Encoding", "br, gzip");
        assertThat(header(coded, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(coded, "Vary")).containsIgnoringCase("accept-encoding");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(coded.body()))) {
            assertProtected(coded, new String(in.readAllBytes(), UTF_8));
        }
        HttpResponse<byte[]> plain = get("/scene/gzip");
        assertThat(plain.headers().map()).doesNotContainKey("content-encoding");
        assertProtected(plain);
    }

    @Test
    void whatCannotBeReadIsWithheld() throws Exception {
        HttpResponse<byte[]> response = get("/scene/unknown-coding");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(header(response, "Content-Type")).startsWith("text/html");
        assertThat(response.headers().map()).doesNotContainKey("content-encoding");
        assertThat(response.body()).isNotEqualTo(Scenes.noise(1000));
    }

    @Test
    void theChainIsAskedForSomethingReadable() throws Exception {
        HttpResponse<byte[]> response =
                get("/scene/method", "Accept-Encoding", "br, gzip;q=0.5", "If-None-Match", "\"a\"");
        assertThat(header(response, "X-Accept-Encoding")).isEqualTo("gzip");
        assertThat(header(response, "X-If-None-Match")).isEqualTo("null");
        HttpResponse<byte[]> picture = get("/scene/method", "Sec-Fetch-Dest", "image", "Accept-Encoding", "br");
        assertThat(header(picture, "X-Accept-Encoding")).isEqualTo("br");
    }

    @Test
    void headHasThePagesHeadersAndNoBody() throws Exception {
        HttpResponse<byte[]> page = get("/scene/method");
        HttpResponse<byte[]> head = client.send(
                request("/scene/method")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "X-Method")).isEqualTo("GET");
        assertThat(header(head, "ETag")).isEqualTo(header(page, "ETag")).isNotEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(page.body().length));
    }

    @Test
    void theBrowserKeepsAPageItHas() throws Exception {
        String tag = header(get("/static.html"), "ETag");
        HttpResponse<byte[]> second = get("/static.html", "If-None-Match", "\"x\", " + tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(header(second, "ETag")).isEqualTo(tag);
        assertThat(second.headers().allValues(POLICY)).isNotEmpty();
    }

    /** The validators a browser got before the filter was installed are those of an excluded path. */
    @Test
    void aPageCachedBeforeTheInstallationIsReplaced() throws Exception {
        HttpResponse<byte[]> before = get("/ohne/static.html");
        assertThat(text(before)).isEqualTo(War.STATIC_PAGE);
        assertThat(before.headers().map()).doesNotContainKeys("content-security-policy", "x-dns-prefetch-control");
        String date = header(before, "Last-Modified");
        assertThat(date).isNotEmpty();
        assertThat(get("/ohne/static.html", "If-Modified-Since", date).statusCode())
                .isEqualTo(304);

        HttpResponse<byte[]> byDate = get("/static.html", "If-Modified-Since", "Sat, 01 Jan 2050 00:00:00 GMT");
        assertThat(byDate.statusCode()).isEqualTo(200);
        assertProtected(byDate);
        String inside = header(before, "ETag").isEmpty() ? "\"inside\"" : header(before, "ETag");
        for (String path : List.of("/static.html", "/scene/length")) {
            HttpResponse<byte[]> byTag = get(path, "If-None-Match", inside);
            assertThat(byTag.statusCode()).isEqualTo(200);
            assertProtected(byTag);
        }
    }

    @Test
    void whatTurnsOutToBeNoPageKeepsItsOwnValidators() throws Exception {
        HttpResponse<byte[]> response = get("/scene/binary", "If-None-Match", "W/\"inside\"");
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "ETag")).isEqualTo("\"inside\"");
    }

    @Test
    void anythingElsePassesByteForByte() throws Exception {
        HttpResponse<byte[]> binary = get("/scene/binary");
        assertThat(binary.body()).isEqualTo(Scenes.noise(1 << 20));
        assertThat(header(binary, "ETag")).isEqualTo("\"inside\"");
        assertThat(binary.headers().allValues(POLICY)).isNotEmpty();
        assertThat(get("/scene/untyped").body()).isEqualTo(Scenes.noise(100_000));
        assertThat(text(get("/scene/json"))).isEqualTo("{\"stadt\":\"Grüße\"}");
        assertThat(text(get("/scene/events"))).isEqualTo("data: eins\n\ndata: zwei\n\n");
        assertThat(text(get("/scene/picture-late"))).contains(FRAME);
        assertThat(new String(get("/scene/non-blocking-text").body(), ISO_8859_1))
                .contains(FRAME)
                .contains("Grüße");
    }

    @Test
    void picturesKeepRangesAndConditions() throws Exception {
        HttpResponse<byte[]> part = get("/picture.png", "Range", "bytes=0-99");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(100);
        String date = header(part, "Last-Modified");
        assertThat(get("/picture.png", "If-Modified-Since", date).statusCode()).isEqualTo(304);
    }

    /** Proof that the CSRF filter is there: it refuses the application's own POST. */
    @Test
    void theAirlockAnswersBeforeTheCsrfFilter() throws Exception {
        HttpResponse<byte[]> guarded = post("/scene/writer");
        assertThat(guarded.statusCode()).isEqualTo(403);
        assertThat(header(guarded, "X-Csrf-Filter")).isEqualTo("asked");

        HttpResponse<byte[]> forged = post("/zweiklick/airlock", "Sec-Fetch-Site", "cross-site");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.headers().map()).doesNotContainKey("x-csrf-filter");
        assertThat(text(forged)).doesNotContain("<iframe");
    }

    private HttpResponse<byte[]> post(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("scope=once"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ohne/static.html", "/ohne/scene/forward", "/ohne/scene/include", "/ohne/scene/missing"})
    void excludedPathsAreLeftAloneWithAllTheyDispatchTo(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);
        assertThat(text(response)).contains(FRAME).doesNotContain("zweiklick");
        assertThat(response.headers().map()).doesNotContainKeys("content-security-policy", "x-dns-prefetch-control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"withhold", "pass"})
    void pagesBeyondTheLimitFollowOnFailure(String onFailure) throws Exception {
        String configuration = "{\"maxPage\": 65536, \"onFailure\": \"" + onFailure + "\"}";
        RunningWar war = start(War.assemble(getClass().getSimpleName() + "-" + onFailure, configuration));
        try {
            for (String path : List.of("/scene/large", "/scene/large-announced")) {
                HttpResponse<byte[]> response = client.send(request(war, path).build(), BodyHandlers.ofByteArray());
                boolean passed = onFailure.equals("pass");
                assertThat(response.statusCode()).isEqualTo(passed ? 200 : 500);
                assertThat(text(response).contains(FRAME)).isEqualTo(passed);
                assertThat(text(response).endsWith("<p>Musterstadt</p>")).isEqualTo(passed);
                assertThat(response.headers().allValues(POLICY)).isNotEmpty();
                assertThat(response.headers().map()).doesNotContainKey("etag");
            }
            assertProtected(client.send(request(war, "/static.html").build(), BodyHandlers.ofByteArray()));
        } finally {
            war.stop();
        }
    }

    @Test
    void aWrongConfigurationDoesNotStart() {
        Path war = War.assemble(getClass().getSimpleName() + "-wrong", "{\"remembr\": 1}");
        assertThatThrownBy(() -> start(war).stop()).isInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "evil.example/path?", "[::1", "user@host"})
    void anOddHostGetsNoPage(String host) throws Exception {
        String answer = raw(
                running.get(0), "GET /stadt/static.html HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer.isEmpty() || answer.matches("(?s)HTTP/1.1 400.*"))
                .as(answer)
                .isTrue();
    }

    private static String raw(RunningWar war, String request) throws IOException {
        try (Socket socket = new Socket("localhost", war.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @Test
    void undeployingLeavesNoThreadAndNoClassLoader() throws Exception {
        RunningWar war = start(War.assemble(getClass().getSimpleName() + "-undeployed"));
        try {
            WeakReference<ClassLoader> loader = use(war);
            war.undeploy();
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getContextClassLoader() == loader.get() && loader.get() != null)
                    .isEmpty();
            awaitCollection(loader);
            assertThat(loader.get()).isNull();
        } finally {
            war.stop();
        }
    }

    /** On a connection of its own: Jetty keeps the last application of a connection as long as that is open. */
    private static WeakReference<ClassLoader> use(RunningWar war) throws IOException {
        assertThat(raw(war, "GET /stadt/static.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("data-zweiklick-blocked")
                .doesNotContain(FRAME);
        return new WeakReference<>(war.loader());
    }

    /** The collector may need several runs; soft references do not outlive one (-XX:SoftRefLRUPolicyMSPerMB=0). */
    private static void awaitCollection(WeakReference<?> reference) {
        for (int run = 0; run < 50 && reference.get() != null; run++) {
            System.gc();
        }
    }
}
