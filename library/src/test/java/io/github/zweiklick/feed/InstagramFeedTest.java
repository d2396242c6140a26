package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.Limits;
import io.github.zweiklick.upstream.Outbound;
import io.github.zweiklick.upstream.OutboundSettings;
import io.github.zweiklick.upstream.Reach;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.upstream.UpstreamException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class InstagramFeedTest {
    private static final String EXPIRED = error(190, 463, "Session has expired");

    private final TestClock clock = new TestClock();
    private final StubServer stub = StubServer.http();
    private final Outbound outbound = Outbound.of(OutboundSettings.direct(), "Zweiklick");
    private String configured = "first+/&";
    private final FeedSource.Reader reader = new InstagramFeed(clock)
            .open(
                    new Given(
                            Map.of("base", stub.origin()),
                            Map.of("account", "17841400000000000"),
                            Map.of(),
                            Map.of("token", new Secret("${TOKEN}", () -> configured)),
                            10),
                    ask -> outbound.exchange(ask, new Reach.Api(Set.of(stub.origin()), true), Limits.usual()));

    /** What each path answers; the token that was refreshed last. */
    private String media = ReadPosts.fixture("instagram-media.json");

    private int status = 200;
    private String refreshed = "{\"access_token\":\"second\",\"token_type\":\"bearer\",\"expires_in\":5184000}";
    private final List<String> refused = new ArrayList<>();

    @AfterEach
    void close() {
        outbound.close();
        stub.close();
    }

    private Timeline read() throws UpstreamException {
        stub.replies(this::answer);
        return reader.read();
    }

    private void answer(StubServer.Request request, Socket socket) throws IOException {
        String line = request.line();
        if (line.contains("/refresh_access_token")) {
            StubServer.json(refreshed).to(request, socket);
        } else if (refused.contains(request.headers().get("authorization"))) {
            StubServer.status(400, "application/json", EXPIRED).to(request, socket);
        } else if (line.contains("/media?")) {
            StubServer.status(status, "application/json", media).to(request, socket);
        } else {
            StubServer.json("{\"username\":\"musterstadt\",\"name\":\"Stadt Musterstadt\","
                            + "\"profile_picture_url\":\"https://scontent.example/ig/me.jpg?sig=1\",\"id\":\"1\"}")
                    .to(request, socket);
        }
    }

    private static String error(int code, int subcode, String message) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"OAuthException\",\"code\":" + code
                + ",\"error_subcode\":" + subcode + ",\"fbtrace_id\":\"A\"}}";
    }

    private long refreshes() {
        return stub.lines().stream()
                .filter(line -> line.contains("/refresh_access_token"))
                .count();
    }

    private List<String> bearers() {
        return stub.requests().stream()
                .filter(request -> request.line().contains("/media?"))
                .map(request -> request.headers().getOrDefault("authorization", "none"))
                .toList();
    }

    @Test
    void captionsWithNamesAndTags() throws UpstreamException {
        Timeline timeline = read();
        assertThat(ReadPosts.ids(timeline)).containsExactly("901", "902", "903");
        Post post = ReadPosts.named(timeline, "901");
        assertThat(post.own()).isTrue();
        assertThat(post.address()).isEqualTo("https://www.instagram.com/p/AAA/");
        assertThat(post.published()).isEqualTo(Instant.parse("2026-11-20T06:00:00Z"));
        assertThat(post.text().text())
                .isEqualTo("Marktplatz im Schnee ❄️\nFoto: @foto.muster.\n#musterstadt #Winter2026 #2026"
                        + " mail@musterstadt.example");
        assertThat(ReadPosts.links(post.text()))
                .containsExactly(
                        "MENTION @foto.muster: https://www.instagram.com/foto.muster/",
                        "HASHTAG #musterstadt: https://www.instagram.com/explore/tags/musterstadt/",
                        "HASHTAG #Winter2026: https://www.instagram.com/explore/tags/Winter2026/");
        assertThat(ReadPosts.pictures(post))
                .containsExactly("PICTURE https://scontent.example/ig/1.jpg?sig=1 Verschneiter Marktplatz mit Brunnen");
        assertThat(post.counts().likes()).hasValue(12);
        assertThat(post.counts().replies()).hasValue(3);
        assertThat(post.author().name()).isEqualTo("Stadt Musterstadt");
        assertThat(post.author().handle()).contains("@musterstadt");
        assertThat(post.author().address()).contains("https://www.instagram.com/musterstadt/");
        assertThat(post.author().avatar().map(Picture::address)).contains("https://scontent.example/ig/me.jpg?sig=1");
    }

    @Test
    void videosAndAlbums() throws UpstreamException {
        Timeline timeline = read();
        assertThat(ReadPosts.pictures(ReadPosts.named(timeline, "902")))
                .containsExactly("VIDEO https://scontent.example/ig/2.jpg");
        assertThat(ReadPosts.pictures(ReadPosts.named(timeline, "903")))
                .containsExactly(
                        "PICTURE https://scontent.example/ig/3a.jpg Erstes Bild",
                        "VIDEO https://scontent.example/ig/3b.jpg");
        assertThat(timeline.toString()).doesNotContain("access_token");
    }

    @Test
    void asksWithTheTokenInAHeader() throws UpstreamException {
        read();
        assertThat(stub.lines().get(0))
                .isEqualTo(
                        "GET /refresh_access_token?grant_type=ig_refresh_token&access_token=first%2B%2F%26 HTTP/1.1");
        assertThat(stub.lines().get(1))
                .startsWith("GET /17841400000000000/media?limit=10&fields=id%2Cmedia_type")
                .contains("alt_text")
                .doesNotContain("second", "access_token");
        assertThat(bearers()).containsExactly("Bearer second");
    }

    @Test
    void aTokenIsRefreshedAtTheStartAndEverySevenDays() throws UpstreamException {
        read();
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        read();
        assertThat(refreshes()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        refreshed = refreshed.replace("second", "third");
        read();
        assertThat(refreshes()).isEqualTo(2);
        assertThat(stub.lines()).anyMatch(line -> line.contains("access_token=second"));
        assertThat(bearers()).containsExactly("Bearer second", "Bearer second", "Bearer third");
    }

    @Test
    void aTokenTooYoungToBeRefreshedIsUsedAndTriedAgainADayLater() throws UpstreamException {
        refreshed = error(190, 0, "cannot be refreshed");
        read();
        clock.advance(Duration.ofHours(23));
        read();
        assertThat(refreshes()).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        read();
        assertThat(refreshes()).isEqualTo(2);
        assertThat(bearers()).containsOnly("Bearer first+/&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"access_token\":7}", "{\"access_token\":\"a\\r\\nb\"}", "<html>", "[", ""})
    void whatIsNoTokenIsNotUsed(String answer) throws UpstreamException {
        refreshed = answer;
        read();
        assertThat(bearers()).containsOnly("Bearer first+/&");
    }

    @Test
    void aTokenConfiguredAnewIsUsedAtOnce() throws UpstreamException {
        read();
        configured = "new";
        refreshed = refreshed.replace("second", "newer");
        read();
        assertThat(bearers()).containsExactly("Bearer second", "Bearer newer");
    }

    @Test
    void theConfiguredTokenIsTriedWhereTheRefreshedOneIsRefused() throws UpstreamException {
        refused.add("Bearer second");
        assertThat(read().posts()).hasSize(3);
        assertThat(bearers()).containsExactly("Bearer second", "Bearer first+/&");
        refused.add("Bearer first+/&");
        assertThat(fault().kind()).isEqualTo(Kind.CREDENTIALS);
    }

    @Test
    void anExpiredTokenIsNamedWithWhatToDo() {
        refreshed = EXPIRED;
        refused.add("Bearer first+/&");
        Fault fault = fault();
        assertThat(fault.kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(fault.message()).isEqualTo("its token has expired (code 190, 463)");
        assertThat(fault.remedy())
                .contains("Make a new token of long life", "60 days")
                .doesNotContain("first", "second");
    }

    @Test
    void anAppWithoutTheFieldForAlternativeTextsIsAskedWithoutIt() throws UpstreamException {
        stub.replies(
                StubServer.json(refreshed),
                StubServer.status(
                        400,
                        "application/json",
                        error(100, 0, "Tried accessing nonexisting field (alt_text) on node type (Media)")),
                StubServer.json(media),
                StubServer.json("{}"),
                StubServer.json(media));
        assertThat(reader.read().posts()).hasSize(3);
        assertThat(reader.read().posts()).hasSize(3);
        assertThat(stub.lines().stream().filter(line -> line.contains("/media?")))
                .extracting(line -> line.contains("alt_text"))
                .containsExactly(true, false, false);
    }

    @Test
    void theProfileIsAskedTwiceADayAndDoesNotMatterMuch() throws UpstreamException {
        stub.replies(StubServer.json(refreshed), StubServer.json(media), StubServer.status(500, "text/html", "<html>"));
        Post post = reader.read().posts().get(0);
        assertThat(post.author().name()).isEqualTo("musterstadt");
        assertThat(post.author().avatar()).isEmpty();
        read();
        assertThat(profiles()).isEqualTo(1);
        clock.advance(Duration.ofHours(12));
        assertThat(read().posts().get(0).author().name()).isEqualTo("Stadt Musterstadt");
        assertThat(profiles()).isEqualTo(2);
    }

    private long profiles() {
        return stub.lines().stream()
                .filter(line -> line.contains("profile_picture_url"))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 4, THROTTLED",
        "403, 10, PERMISSION",
        "400, 100, REJECTED",
        "400, 803, GONE",
        "500, 2, SERVER",
        "200, 190, CREDENTIALS"
    })
    void errorsOfTheInterface(int code, int error, Kind kind) {
        status = code;
        media = error(error, 0, "x");
        assertThat(fault().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"429, THROTTLED", "503, SERVER", "404, REJECTED", "200, UNREADABLE"})
    void pagesOfHtml(int code, Kind kind) {
        status = code;
        media = "<!DOCTYPE html><title>Sorry</title>";
        assertThat(fault().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"data\":[{\"id\":", "{}", "{\"data\":\"a\"}", "null"})
    void whatIsNoListOfMedia(String body) {
        media = body;
        assertThat(fault().kind()).isEqualTo(Kind.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"17841400000000000, false", "me, false", "musterstadt, true", "1/../2, true"})
    void whatIsConfiguredIsChecked(String account, boolean wrong) {
        assertThat(new InstagramFeed()
                        .wrong(new Given(Map.of(), Map.of("account", account), Map.of(), Map.of(), 10))
                        .isPresent())
                .isEqualTo(wrong);
    }

    private Fault fault() {
        return catchThrowableOfType(UpstreamException.class, this::read).fault();
    }
}
