package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Observe mode, compared byte for byte, chunks and header lines included, with the same page of the same application at a
 * host that is left alone.
 */
interface ObservingContract {
    Duration TELLING = Duration.ofSeconds(10);
    String REPORT_ONLY = "Content-Security-Policy-Report-Only";
    List<String> OURS = List.of(
            REPORT_ONLY + ": default-src",
            "Reporting-Endpoints: zweiklick=",
            "Connection-Allowlist-Report-Only: (response-origin");
    String CONFIGURATION = """
            {"mode": "observe", "exclude": ["127.0.0.1"], "maxPage": 65536,
             "rules": [{"paths": ["/answered"], "mode": "protect"}],
             "admin": {"role": "datenschutz"}}""";

    DeployedSite observed();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/writer",
                "/scene/stream",
                "/scene/stream-closed",
                "/scene/prints",
                "/scene/prints-stream",
                "/scene/type-late",
                "/scene/picture-late",
                "/scene/latin",
                "/scene/flush-early",
                "/scene/length",
                "/scene/reset",
                "/scene/reset-buffer",
                "/scene/own-policy",
                "/scene/own-report-only",
                "/scene/foreign-header",
                "/scene/forward",
                "/scene/forward-static",
                "/scene/include",
                "/scene/large",
                "/scene/large-announced",
                "/scene/missing",
                "/scene/redirect",
                "/scene/gzip",
                "/scene/deflate",
                "/scene/br",
                "/scene/unknown-coding",
                "/scene/binary",
                "/scene/untyped",
                "/scene/events",
                "/scene/json",
                "/scene/feed",
                "/scene/async",
                "/scene/async-dispatch",
                "/scene/async-timeout",
                "/scene/async-unheeded",
                "/scene/non-blocking",
                "/scene/non-blocking-text",
                "/scene/method",
                "/scene/none",
                "/scene/early-hints",
                "/nowhere.html",
                "/static.html",
                "/picture.png"
            })
    default void nothingChangesButALineIsAdded(String path) throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            assertSame(method, path, "Accept-Encoding: br, gzip", "If-None-Match: \"x\"");
        }
        assertSame("GET", path, "Range: bytes=0-9");
    }

    @Test
    default void conditionsAreTheApplications() throws Exception {
        String date = header(observed().get("/static.html"), "Last-Modified");
        assertThat(date).isNotEmpty();
        assertThat(assertSame("GET", "/static.html", "If-Modified-Since: " + date))
                .startsWith("HTTP/1.1 304");
        assertThat(assertSame("GET", "/static.html", "Range: bytes=0-9")).startsWith("HTTP/1.1 206");
    }

    @Test
    default void aForeignPostReachesTheApplication() throws Exception {
        assertThat(observed().post("/scene/writer").statusCode()).isEqualTo(403);
    }

    @Test
    default void pagesThatFailFailAsEver() throws Exception {
        HttpResponse<byte[]> broken = observed().get("/scene/broken");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.headers().map()).doesNotContainKey("content-security-policy");
    }

    /** Whatever way a page went, it was examined. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/writer",
                "/scene/stream-closed",
                "/scene/prints",
                "/scene/prints-stream",
                "/scene/type-late",
                "/scene/latin",
                "/scene/flush-early",
                "/scene/length",
                "/scene/reset",
                "/scene/reset-buffer",
                "/scene/forward",
                "/scene/forward-static",
                "/scene/include",
                "/scene/gzip",
                "/scene/deflate",
                "/scene/br",
                "/scene/async",
                "/scene/async-dispatch",
                "/scene/async-timeout",
                "/scene/non-blocking",
                "/scene/none",
                "/static.html",
                "/nowhere.html"
            })
    default void everyPageIsExamined(String path) throws Exception {
        assertExamined(path);
    }

    default void assertExamined(String path) throws Exception {
        long before = framesFound();
        observed().get(path);
        // An asynchronous page is examined when the browser has it already.
        Eventually.within(TELLING, () -> framesFound() != before);
        assertThat(framesFound()).isEqualTo(before + 1);
    }

    private long framesFound() throws Exception {
        Matcher count = Pattern.compile("(?s)A frame of foreign.example would be.*?\"count\" : ([0-9]+)")
                .matcher(findings());
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    @Test
    default void whatCouldNotBeExaminedOrWouldBeRefusedIsTold() throws Exception {
        observed().get("/scene/large");
        observed().get("/scene/large-announced");
        observed().get("/scene/unknown-coding");
        observed().get("/scene/foreign-header");
        observed().get("/scene/binary");

        assertTold("/scene/large", "UNPROTECTED_PAGE");
        assertTold("/scene/large-announced", "UNPROTECTED_PAGE");
        assertTold("/scene/unknown-coding", "UNPROTECTED_PAGE");
        assertTold("/scene/foreign-header", "FOREIGN_HEADER");
        assertThat(findings("/scene/binary")).isEmpty();
    }

    /** What is wrong with an answer may be told when the browser has it already. */
    private void assertTold(String path, String kind) throws Exception {
        Eventually.within(TELLING, () -> findings(path).contains(kind));
        assertThat(findings(path)).contains(kind);
    }

    @Test
    default void theApplicationDoesNotSeeTheLine() throws Exception {
        HttpResponse<byte[]> response = observed().get("/scene/own-report-only");
        assertThat(response.headers().allValues(REPORT_ONLY)).hasSize(2).contains("object-src 'none'");
        assertThat(header(response, "X-Seen")).isEqualTo("false");
    }

    @Test
    default void endpointsWorkAndRulesProtectPathByPath() throws Exception {
        assertThat(observed().get("/zweiklick/notice").statusCode()).isEqualTo(200);
        assertThat(observed()
                        .post("/zweiklick/airlock", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertProtected(observed().get("/answered/page"));
        HttpResponse<byte[]> observedPage = observed().get("/static.html");
        assertThat(text(observedPage)).contains(FRAME);
        assertThat(observedPage.headers().allValues(POLICY)).isEmpty();
    }

    /** Kinds of findings at a path. */
    private List<String> findings(String path) throws Exception {
        String place = "/stadt" + path + "\"";
        return Pattern.compile("(?s)\"kind\" : \"([A-Z_]+)\".*?\"places\" : \\[([^\\]]*)")
                .matcher(findings())
                .results()
                .filter(found -> found.group(2).contains(place))
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }

    private String findings() throws Exception {
        HttpResponse<byte[]> json = observed().get("/zweiklick/admin/findings.json", "X-Test-Role", "datenschutz");
        assertThat(json.statusCode()).isEqualTo(200);
        return text(json);
    }

    default String assertSame(String method, String path, String... headers) throws IOException {
        String observedAnswer = answer("localhost", method, path, headers);
        String plainAnswer = answer("127.0.0.1", method, path, headers);
        assertThat(OURS).allSatisfy(line -> {
            assertThat(observedAnswer).contains("\r\n" + line);
            assertThat(plainAnswer).doesNotContain(line);
        });
        assertThat(comparable(observedAnswer)).isEqualTo(comparable(plainAnswer));
        return observedAnswer;
    }

    private String answer(String host, String method, String path, String... headers) throws IOException {
        return observed()
                .raw(method + " " + RunningWar.CONTEXT + path + " HTTP/1.1\r\nHost: " + host + "\r\n"
                        + Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining())
                        + "Connection: close\r\n\r\n");
    }

    /** Without what tells the two apart, or two times of the day. The order of different headers tells nothing. */
    private static String comparable(String answer) {
        int end = answer.indexOf("\r\n\r\n") + 4;
        String head = answer.substring(0, end)
                .lines()
                .filter(line -> OURS.stream().noneMatch(line::startsWith) && !line.startsWith("Date: "))
                .sorted(Comparator.comparing(line -> line.replaceFirst(":.*", "")))
                .collect(Collectors.joining("\r\n"));
        String rest = answer.substring(end);
        // Hints come before the response.
        String response = rest.startsWith("HTTP/1.1 ") ? comparable(rest) : rest;
        return (head + response).replace("127.0.0.1", "localhost");
    }

    /** Proof that the comparison can fail. */
    @Test
    default void theComparisonSeesBytesAndLines() {
        String answer = "HTTP/1.1 200\r\nX: 1\r\nX: 2\r\n\r\na";
        assertThat(comparable(answer + new String(new byte[] {(byte) 0xe4}, ISO_8859_1)))
                .isNotEqualTo(comparable(answer));
        assertThat(comparable(answer.replace("X: 1\r\n", ""))).isNotEqualTo(comparable(answer));
        assertThat(comparable(answer.replace("X: 1\r\nX: 2", "X: 2\r\nX: 1"))).isNotEqualTo(comparable(answer));
        assertThat(comparable(answer.replace("X: 1", REPORT_ONLY + ": object-src 'none'")))
                .isNotEqualTo(comparable(answer));
    }
}
