package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers that were recorded, which lie beside the repository. What they come to is kept in words of our own: of texts their
 * length and a checksum, since what people once wrote there is theirs.
 */
class GraphRecordingsTest {
    private static final Path RECORDINGS =
            Path.of(System.getProperty("zweiklick.shared", "../../shared")).resolve("recordings");
    private static final Path GOLDEN = Path.of("src/test/resources/io/github/zweiklick/feed/golden");
    private static final String USER =
            "{\"data\":{\"id\":\"1120050519182016513\",\"name\":\"R\",\"username\":\"RedouaneBali\"}}";

    @BeforeEach
    void recordingsAreThere() {
        Assumptions.assumeTrue(Files.isDirectory(RECORDINGS), "No recordings at " + RECORDINGS);
    }

    static String recording(String name) {
        try {
            return Files.readString(RECORDINGS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads answers in turn, without a network. */
    static Timeline read(FeedSource source, Map<String, String> texts, int status, String... answers)
            throws UpstreamException {
        Map<String, String> addresses = new HashMap<>();
        source.settings().forEach(setting -> setting.usual().ifPresent(usual -> addresses.put(setting.key(), usual)));
        List<String> left = new ArrayList<>(List.of(answers));
        Given given = new Given(
                addresses,
                texts,
                Map.of("replies", true, "retweets", true),
                Map.of("token", new Secret("${TOKEN}", () -> "s3cr3t")),
                100);
        return source.open(given, ask -> {
                    String body = left.size() > 1 ? left.remove(0) : left.get(0);
                    return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
                })
                .read();
    }

    static Timeline facebook(String body) throws UpstreamException {
        return read(new FacebookFeed(), Map.of("page", "74133697733"), 200, body);
    }

    static Timeline instagram(String body) throws UpstreamException {
        return read(new InstagramFeed(), Map.of("account", "1"), 200, "{}", body, "{}");
    }

    static Timeline x(String body) throws UpstreamException {
        return read(new XFeed(), Map.of("user", "RedouaneBali"), 200, USER, body);
    }

    private static String list(String object) {
        return "{\"data\":[" + object + "]}";
    }

    @Test
    void facebookPostsOfThePastAndOfVisitors() throws UpstreamException {
        Timeline timeline = facebook(recording("facebook/page-feed-2014.json"));
        assertGolden("facebook-page-feed-2014", timeline);
        assertThat(timeline.posts()).hasSize(25).noneMatch(Post::own);
        assertThat(timeline.toString()).doesNotContain("access_token");
    }

    @Test
    void facebookAlbum() throws UpstreamException {
        assertGolden(
                "facebook-post-attachments",
                facebook(list(recording("facebook/post-attachments-subattachments.json"))));
    }

    @Test
    void facebookPostsOfWhichOnlySharesWereAskedHaveNothingToShow() throws UpstreamException {
        assertThat(facebook(recording("facebook/posts-shares-count.json")).posts())
                .isEmpty();
    }

    @Test
    void facebookListOfSomethingElse() throws UpstreamException {
        assertThat(facebook(recording("facebook/paging-next-leaks-token.json")).posts())
                .isEmpty();
        assertThat(kind(() -> facebook(recording("facebook/url-engagement-2017.json"))))
                .isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void instagramCarousel() throws UpstreamException {
        assertGolden("instagram-media-carousel", instagram(list(recording("instagram/graph-media-carousel.json"))));
    }

    @Test
    void xPostsWithEmojis() throws UpstreamException {
        Timeline timeline = x(recording("x/v2-tweets-media-emoji.json"));
        assertGolden("x-tweets-media-emoji", timeline);
        assertThat(timeline.posts())
                .flatExtracting(post -> ReadPosts.linksIn(post.text().nodes())
                        .filter(link -> link.kind() != RichText.Link.Kind.PAGE)
                        .map(link -> new RichText(link.content()).text().substring(0, 1))
                        .toList())
                .as("marks begin where they should")
                .isNotEmpty()
                .isSubsetOf("@", "#");
    }

    @Test
    void xTimelineWithoutPosts() throws UpstreamException {
        assertThat(x(recording("x/v2-timeline-empty.json")).posts()).isEmpty();
    }

    @Test
    void xAnswersThatAreNoTimeline() {
        assertThat(kind(() -> x(recording("x/tweet-result-tombstone-deleted.json"))))
                .isEqualTo(Kind.UNREADABLE);
        assertThat(kind(() -> x(recording("x/oembed-tweet-2025-duplicate-key.json"))))
                .isEqualTo(Kind.UNREADABLE);
        assertThat(kind(() -> x(recording("x/tweet-result-photo-url-1641086480675225601.json"))))
                .isEqualTo(Kind.UNREADABLE);
        assertThat(kind(() -> x(recording("x/v2-users-by-usernames-partial.json"))))
                .isEqualTo(Kind.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "facebook/error-190-tokenExpired.json, 400, CREDENTIALS",
        "facebook/error-not-json.html, 400, REJECTED",
        "facebook/error-not-json.html, 200, UNREADABLE",
        "x/error-v2-402-credits-depleted.json, 402, PAYMENT",
        "x/error-v2-429.json, 429, THROTTLED",
        "x/error-v2-user-suspended-200.json, 200, GONE"
    })
    void errors(String name, int status, Kind kind) {
        FeedSource source = name.startsWith("x/") ? new XFeed() : new FacebookFeed();
        assertThat(kind(() -> read(source, Map.of("user", "a", "page", "a"), status, recording(name))))
                .isEqualTo(kind);
        if (!name.startsWith("x/")) {
            assertThat(kind(() -> read(new InstagramFeed(), Map.of("account", "1"), status, recording(name))))
                    .isEqualTo(kind);
        }
    }

    private static Kind kind(ThrowingCallable reading) {
        return catchThrowableOfType(UpstreamException.class, reading).fault().kind();
    }

    private static void assertGolden(String name, Timeline timeline) {
        StringBuilder out = new StringBuilder();
        timeline.posts().forEach(post -> {
            ReadPosts.assertClean(post);
            out.append(told(post));
        });
        Path file = GOLDEN.resolve(name + ".txt");
        try {
            if (Boolean.getBoolean("zweiklick.golden")) {
                Files.createDirectories(GOLDEN);
                Files.writeString(file, out);
            }
            assertThat(out.toString())
                    .as(
                            "%s; where the change is right, run once with -Dzweiklick.golden=true and look at the difference",
                            file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(Post post) {
        StringBuilder out = new StringBuilder();
        out.append(post.id()).append(post.own() ? ", own" : ", of another's").append("\n");
        out.append("  at ").append(post.time()).append("\n");
        out.append("  author: ")
                .append(sum(post.author().name()
                        + post.author().handle()
                        + post.author().address()))
                .append(post.author().avatar().isPresent() ? ", with a picture" : "")
                .append("\n");
        out.append("  text: ")
                .append(sum(post.text().text()))
                .append(post.language().map(tag -> ", in " + tag).orElse(""))
                .append("\n");
        ReadPosts.linksIn(post.text().nodes())
                .forEach(link -> out.append("  ")
                        .append(link.kind().name().toLowerCase(Locale.ROOT))
                        .append(" to ")
                        .append(host(link.address()))
                        .append(": ")
                        .append(sum(link.address()))
                        .append("\n"));
        post.media()
                .forEach(media -> out.append("  ")
                        .append(media.kind().name().toLowerCase(Locale.ROOT))
                        .append(media.picture()
                                .map(picture -> " of " + picture.width().orElse(0) + " x "
                                        + picture.height().orElse(0) + " at " + host(picture.address()))
                                .orElse(" without a picture"))
                        .append("\n"));
        post.card()
                .ifPresent(card -> out.append("  card: ")
                        .append(sum(card.address() + card.title()))
                        .append("\n"));
        post.quoted()
                .ifPresent(quoted ->
                        out.append("  quotes ").append(sum(quoted.toString())).append("\n"));
        PostCounts counts = post.counts();
        out.append("  answers %s, shares %s, likes %s\n"
                .formatted(number(counts.replies()), number(counts.shares()), number(counts.likes())));
        return out.toString();
    }

    private static String number(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "unknown";
    }

    private static String host(String address) {
        return address.replaceFirst("https?://([^/]+).*", "$1");
    }

    private static String sum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return text.length() + " characters, " + Long.toHexString(crc.getValue());
    }
}
