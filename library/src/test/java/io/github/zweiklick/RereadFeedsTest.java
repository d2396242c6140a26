package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.upstream.Eventually;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources of posts while the configuration is read again. */
@Timeout(60)
final class RereadFeedsTest {
    private static final String ORIGIN = "https://www.musterstadt.example";
    private static final String REFRESH = "/refresh_access_token?";
    private static final String MEDIA = "/media?";
    private static final String TIMELINE = "/2/users/7/tweets?";

    @TempDir
    Path directory;

    private final StubServer stub = StubServer.http();
    private final TestClock clock = new TestClock();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile CountDownLatch answering = new CountDownLatch(0);
    private Zweiklick zweiklick = Zweiklick.create();

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(directory.resolve("token"), "configured");
        stub.replies((request, socket) -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                answer(request, socket);
            } finally {
                atOnce.decrementAndGet();
            }
        });
    }

    @AfterEach
    void close() {
        answering.countDown();
        zweiklick.close();
        stub.close();
    }

    private void answer(StubServer.Request request, Socket socket) throws IOException {
        String line = request.line();
        String body = "{}";
        if (line.contains(REFRESH)) {
            body = "{\"access_token\": \"renewed\", \"expires_in\": 5184000}";
        } else if (line.contains(MEDIA)) {
            body = """
                    {"data": [{"id": "1", "media_type": "IMAGE", "media_url": "https://scontent.example/1.jpg", "caption": "Foto",
                      "permalink": "https://www.instagram.com/p/1/", "timestamp": "2026-11-24T08:00:00+0000", "username": "stadt"}]}""";
        } else if (line.contains("/2/users/by/username/")) {
            body = "{\"data\": {\"id\": \"7\", \"name\": \"Stadt\", \"username\": \"stadt\"}}";
        } else if (line.contains(TIMELINE)) {
            Eventually.until("it may answer", () -> answering.getCount() == 0);
            body = line.contains("since_id") ? "{\"meta\": {\"result_count\": 0}}" : """
                    {"data": [{"id": "1001", "author_id": "7", "created_at": "2026-11-24T08:00:00.000Z", "text": "Kurz"}],
                     "meta": {"result_count": 1}}""";
        }
        StubServer.json(body).to(request, socket);
    }

    /** @param sources members of that object, where {@code BASE} and {@code TOKEN} are the network's and a file */
    private Configuration configuration(String sources, String more) {
        return Configuration.parse(
                """
                {"origin": "%s", %s "feeds": {"sources": {%s}}}""".formatted(
                                ORIGIN,
                                more,
                                sources.replace("BASE", stub.origin())
                                        .replace("TOKEN", "{\"file\": \"" + directory.resolve("token") + "\"}")),
                "zweiklick.json");
    }

    private static final String PHOTOS =
            "\"fotos\": {\"kind\": \"instagram\", \"base\": \"BASE\", \"account\": \"me\", \"token\": TOKEN}";
    private static final String X =
            "\"kurz\": {\"kind\": \"x\", \"base\": \"BASE\", \"user\": \"stadt\", \"token\": TOKEN}";
    private static final String OWN = "\"own\": [{\"host\": \"cdn.musterstadt.example\", \"reason\": \"Bilder\"}],";

    private void start(String sources) {
        zweiklick = Zweiklick.of(configuration(sources, ""), clock);
    }

    /** As a server does when the file has changed. */
    private void reread(Configuration next) {
        Zweiklick before = zweiklick;
        zweiklick = before.succeededBy(next, "");
        before.close();
    }

    private List<String> asked(String part) {
        return stub.lines().stream().filter(line -> line.contains(part)).toList();
    }

    private List<String> tokens() {
        return stub.requests().stream()
                .filter(request -> request.line().contains(MEDIA))
                .map(request -> request.headers().get("authorization"))
                .toList();
    }

    private JsonNode status() {
        WebUrl address = WebUrl.parse(ORIGIN + "/zweiklick/admin/status.json").orElseThrow();
        return JsonMapper.shared()
                .readTree(zweiklick
                        .administer(
                                new Request(
                                        "GET", "/admin/status.json", address, name -> Optional.empty(), new byte[0]),
                                "",
                                true)
                        .body());
    }

    private int posts() {
        return status().at("/feeds/0/posts").size();
    }

    private void showing(int posts) {
        Eventually.until(posts + " posts", () -> posts() == posts);
    }

    /** While a question is on its way as much counts as paid as its answer may hold. */
    private void paid(int posts) {
        Eventually.until(
                posts + " posts paid for",
                () -> status().at("/feeds/0/paid/onDay").asInt() == posts);
    }

    @Test
    void aChangeOfOtherThingsLeavesASourceAlone() {
        start(PHOTOS);
        showing(1);
        assertThat(asked(REFRESH)).hasSize(1);

        reread(configuration(PHOTOS, OWN));
        assertThat(posts()).as("shown on at once").isEqualTo(1);
        reread(configuration(PHOTOS + "," + X, OWN));
        Eventually.until("the other source is asked", () -> asked(TIMELINE).size() == 1);
        assertThat(asked(MEDIA)).hasSize(1);

        clock.advance(Duration.ofMinutes(15));
        Eventually.until("it is due", () -> asked(MEDIA).size() == 2);
        assertThat(tokens()).containsExactly("Bearer renewed", "Bearer renewed");
        assertThat(asked(REFRESH)).hasSize(1);
    }

    @Test
    void whatIsPaidForIsNotReadAgain() {
        start(X);
        showing(1);
        reread(configuration(X, OWN));
        reread(configuration(X + "," + PHOTOS, ""));
        clock.advance(Duration.ofMinutes(15));
        Eventually.until("it is due", () -> asked(TIMELINE).size() == 2);
        assertThat(asked(TIMELINE).get(1)).contains("&since_id=1001&");
        assertThat(asked("/2/users/by/")).hasSize(1);
        paid(1);
    }

    @Test
    void ofASourceThatChangesTheOldReaderEndsBeforeTheNewOneReads() {
        answering = new CountDownLatch(1);
        start(X);
        Eventually.until("it is asked", () -> asked(TIMELINE).size() == 1);

        reread(configuration(X.replace("\"user\"", "\"limit\": 7, \"user\""), ""));
        assertThat(status().at("/feeds/0/posts")).isEmpty();
        answering.countDown();
        Eventually.until("it has answered", () -> atOnce.get() == 0);
        // It is tried again ten seconds after it has found the other at it, which may have been just now.
        Eventually.until("it is asked again", () -> {
            clock.advance(Duration.ofMillis(10));
            return asked(TIMELINE).size() == 2;
        });
        showing(1);
        assertThat(asked(TIMELINE)).hasSize(2);
        assertThat(asked(TIMELINE).get(0)).contains("max_results=20&");
        assertThat(asked(TIMELINE).get(1)).contains("max_results=7&");
        assertThat(mostAtOnce).hasValue(1);
        paid(2);

        clock.advance(Duration.ofMinutes(15));
        Eventually.until("it is due", () -> asked(TIMELINE).size() == 3);
        assertThat(asked(TIMELINE).get(2)).as("the new one alone").contains("max_results=7&");
    }

    @Test
    void aRenewedTokenOutlivesAChangeOfItsSourceAndOfTheWay() throws IOException {
        start(PHOTOS);
        showing(1);
        reread(configuration(PHOTOS.replace("\"account\"", "\"limit\": 7, \"account\""), ""));
        Eventually.until("the new one asks", () -> asked(MEDIA).size() == 2);
        reread(configuration(PHOTOS, "\"outbound\": {\"snapshots\": \"" + directory.resolve("snapshots") + "\"},"));
        Eventually.until("the new one asks", () -> asked(MEDIA).size() == 3);
        showing(1);
        assertThat(asked(REFRESH)).hasSize(1);
        assertThat(tokens()).containsOnly("Bearer renewed");

        Files.writeString(directory.resolve("token"), "another");
        clock.advance(Duration.ofMinutes(15));
        Eventually.until("it is due", () -> asked(MEDIA).size() == 4);
        assertThat(asked(REFRESH)).as("of the one that is configured now").hasSize(2);
        assertThat(asked(REFRESH).get(1)).contains("access_token=another ");
    }

    @Test
    void aSourceThatIsTakenOutIsAskedNoMore() {
        start(PHOTOS + "," + X);
        Eventually.until(
                "both are shown",
                () -> posts() == 1 && status().at("/feeds/1/posts").size() == 1);
        reread(configuration(X, ""));
        clock.advance(Duration.ofMinutes(15));
        Eventually.until("the other is due", () -> asked(TIMELINE).size() == 2);
        reread(configuration("", ""));
        clock.advance(Duration.ofDays(1));
        assertThat(asked(MEDIA)).hasSize(1);
        assertThat(asked(TIMELINE)).hasSize(2);
        Eventually.until("no thread is left", RereadFeedsTest::isQuiet);
    }

    @Test
    void findingsOfASourceGoWithItAndThoseOfOthersStay() {
        start(PHOTOS);
        Eventually.until("it is told", () -> told() == 1);
        reread(configuration(PHOTOS + "," + X, OWN));
        assertThat(told()).isEqualTo(1);
        reread(configuration(X, OWN));
        assertThat(told()).isZero();
    }

    /** Of pictures without a description, as the network tells. */
    private long told() {
        return zweiklick.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.NO_ALTERNATIVE)
                .filter(finding -> finding.place().equals("feeds.fotos"))
                .count();
    }

    @Test
    void whatAnOfficerTookOutStaysOutThoughNothingIsKept() {
        start(PHOTOS);
        showing(1);
        WebUrl address = WebUrl.parse(ORIGIN + "/zweiklick/admin/posts?do=remove&source=fotos&post=1")
                .orElseThrow();
        zweiklick.administer(
                new Request(
                        "POST",
                        "/admin/posts",
                        address,
                        name -> name.equals("Sec-Fetch-Site") ? Optional.of("same-origin") : Optional.empty(),
                        new byte[0]),
                "",
                true);
        assertThat(posts()).isZero();
        reread(configuration(PHOTOS.replace("\"account\"", "\"limit\": 7, \"account\""), OWN));
        Eventually.until("the new one asks", () -> asked(MEDIA).size() == 2);
        assertThat(status().at("/feeds/0/removed/0").asString()).isEqualTo("1");
        assertThat(posts()).isZero();
    }

    @Test
    void undeployingLeavesNoThread() {
        answering = new CountDownLatch(1);
        start(X + "," + PHOTOS);
        Eventually.until(
                "both are asked",
                () -> asked(TIMELINE).size() == 1 && asked(MEDIA).size() == 1);
        reread(configuration(X.replace("\"user\"", "\"limit\": 7, \"user\"") + "," + PHOTOS, ""));
        zweiklick.close();
        Eventually.until("no thread is left", RereadFeedsTest::isQuiet);
    }

    private static boolean isQuiet() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("zweiklick-upstream"));
    }
}
