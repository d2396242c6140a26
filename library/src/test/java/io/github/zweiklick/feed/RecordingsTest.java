package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.UpstreamException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What recorded answers come to. It is kept in words of our own: of what people once wrote there the length and a checksum, since
 * it is theirs.
 */
@Timeout(30)
class RecordingsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/github/zweiklick/feed/golden");

    @BeforeEach
    void recordingsAreThere() {
        Recordings.assume();
    }

    private static Offline mastodon(Map<String, String> texts) {
        return new Offline(new MastodonFeed(), texts, false);
    }

    private static Offline bluesky(String actor) {
        return new Offline(new BlueskyFeed(), Map.of("actor", actor), false);
    }

    private static Offline feed(String name) {
        return new Offline(new SyndicationFeed(), Map.of(), false).answers(200, Recordings.bytes("feeds/" + name));
    }

    private static Offline youtube() {
        return new Offline(new YoutubeFeed(), Map.of("channel", "UCBcRF18a7Qf58cCRy5xuWwQ"), false);
    }

    @Test
    void mastodonAccount() throws UpstreamException {
        Offline reading = mastodon(Map.of("accountId", "109302436954721982"))
                .answers(200, Recordings.bytes("mastodon/account-statuses-fosstodon.json"));
        List<Post> posts = golden("mastodon-account-statuses", reading);
        assertThat(posts).hasSize(20).allMatch(Post::own);
    }

    @Test
    void mastodonPoll() throws UpstreamException {
        byte[] status = Recordings.bytes("mastodon/status-poll.json");
        List<Post> posts = golden(
                "mastodon-status-poll",
                mastodon(Map.of("hashtag", "poll"))
                        .answers(200, "[" + new String(status, StandardCharsets.UTF_8) + "]"));
        assertThat(posts).singleElement().satisfies(post -> {
            assertThat(post.own()).isFalse();
            assertThat(post.author().name()).doesNotContain(":");
            assertThat(post.text().emojis()).hasSize(1);
        });
    }

    @Test
    void mastodonLookup() throws UpstreamException {
        Offline reading = mastodon(Map.of("account", "mastodonpy_test"))
                .answers(200, Recordings.bytes("mastodon/account-lookup.json"))
                .answers(200, "[]");
        assertThat(reading.read().posts()).isEmpty();
        assertThat(reading.asked()).last().asString().endsWith("/api/v1/accounts/117020565966271181/statuses");
        assertThat(kind(mastodon(Map.of("account", "a")).answers(401, Recordings.bytes("mastodon/error-401.json"))))
                .isEqualTo(Kind.CREDENTIALS);
    }

    @Test
    void blueskyFeed() throws UpstreamException {
        List<Post> posts = golden(
                "bluesky-feed-bsky-team",
                bluesky("bsky.app").answers(200, Recordings.bytes("bluesky/feed-bsky-team.json")));
        assertThat(posts).hasSize(7).filteredOn(Post::own).hasSize(5);
    }

    @Test
    void blueskyError() {
        assertThat(kind(bluesky("a.example").answers(400, Recordings.bytes("bluesky/error-400-invalid-request.json"))))
                .isEqualTo(Kind.REJECTED);
    }

    @Test
    void atomFeed() throws UpstreamException {
        assertThat(golden("feeds-heise-developer", feed("heise-developer.atom.xml")))
                .hasSize(15);
    }

    @Test
    void latinThatIsNotDeclared() throws UpstreamException {
        List<Post> posts = golden("feeds-uol-latin1", feed("uol-latin1-undeclared.rss.xml"));
        assertThat(posts).hasSize(15).noneMatch(post -> post.toString().contains("\ufffd"));
    }

    @Test
    void hostileFeed() throws UpstreamException {
        assertThat(golden("feeds-hostile-crazy", feed("hostile-crazy.xml")))
                .singleElement()
                .satisfies(post -> assertThat(post.text().text()).doesNotContain("alert", "onmouseover"));
    }

    @Test
    void youtubeChannel() throws UpstreamException {
        List<Post> posts = golden(
                "youtube-channel-feed", youtube().answers(200, Recordings.bytes("youtube/channel-feed-2017.xml")));
        assertThat(posts)
                .hasSize(15)
                .allMatch(Post::own)
                .allSatisfy(post -> assertThat(
                                post.media().get(0).picture().orElseThrow().address())
                        .startsWith("https://i.ytimg.com/vi/"));
    }

    @Test
    void whatIsNoAnswerToWhatWeAsk() {
        byte[] consent = Recordings.bytes("youtube/consent-404.html");
        assertThat(kind(youtube().answers(404, consent))).isEqualTo(Kind.SERVER);
        assertThat(kind(youtube().answers(200, consent))).isEqualTo(Kind.UNREADABLE);
        byte[] oembed = Recordings.bytes("vimeo/oembed.json");
        assertThat(kind(new Offline(new VimeoFeed(), Map.of("user", "a"), true).answers(200, oembed)))
                .isEqualTo(Kind.UNREADABLE);
        assertThat(kind(new Offline(new VimeoFeed(), Map.of("user", "a"), false).answers(200, oembed)))
                .isEqualTo(Kind.UNREADABLE);
        assertThat(kind(new Offline(new SyndicationFeed(), Map.of(), false).answers(200, consent)))
                .isEqualTo(Kind.UNREADABLE);
    }

    private static Kind kind(Offline reading) {
        return catchThrowableOfType(UpstreamException.class, reading::read)
                .fault()
                .kind();
    }

    private static List<Post> golden(String name, Offline reading) throws UpstreamException {
        StringBuilder out = new StringBuilder();
        List<Post> posts = reading.read().posts();
        posts.forEach(post -> {
            Harmless.check(post);
            describe(post, out);
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
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        return posts;
    }

    private static void describe(Post post, StringBuilder out) {
        line(out, "post at " + post.time() + (post.own() ? ", own" : ", of somebody else") + ", id " + sum(post.id()));
        line(out, "  leads to " + told(post.address()));
        line(
                out,
                "  by " + sum(post.author().name()) + ", handle "
                        + sum(post.author().handle().orElse("")) + ", at "
                        + post.author().address().map(RecordingsTest::told).orElse("no page")
                        + post.author()
                                .avatar()
                                .map(picture -> ", picture at " + host(picture.address()))
                                .orElse(""));
        post.edited().ifPresent(at -> line(out, "  edited at " + at));
        post.language().ifPresent(tag -> line(out, "  in " + tag));
        post.title().ifPresent(title -> line(out, "  title of " + sum(title)));
        line(
                out,
                "  text of " + sum(post.text().text()) + " in "
                        + Nodes.tags(post.text()).size() + " elements");
        Nodes.links(post.text())
                .forEach(link -> line(
                        out,
                        "    " + name(link.kind()) + " " + sum(new RichText(link.content()).text()) + " to "
                                + told(link.address())));
        post.text()
                .emojis()
                .forEach(emoji ->
                        line(out, "    emoji at " + host(emoji.picture().address())));
        post.warning().ifPresent(warning -> line(out, "  warning of " + sum(warning)));
        line(out, "  sensitive " + post.sensitive());
        post.media()
                .forEach(media -> line(
                        out,
                        "  " + name(media.kind())
                                + media.picture().map(RecordingsTest::picture).orElse("")
                                + media.alternative()
                                        .map(words -> ", said to be " + sum(words))
                                        .orElse(", nothing said")));
        post.card()
                .ifPresent(card -> line(
                        out,
                        "  card of " + sum(card.title()) + " and "
                                + sum(card.description().orElse("")) + " to " + told(card.address())
                                + card.picture().map(RecordingsTest::picture).orElse("")));
        post.poll()
                .ifPresent(poll -> line(
                        out,
                        "  poll, closed " + poll.closed() + ", several " + poll.several() + ", votes "
                                + poll.choices().stream()
                                        .map(choice -> number(choice.votes()))
                                        .toList()));
        post.quoted()
                .ifPresent(quoted -> line(
                        out,
                        "  quotes " + quoted.address().map(RecordingsTest::told).orElse("what is not shown")));
        post.continues().ifPresent(earlier -> line(out, "  continues " + told(earlier)));
        line(
                out,
                "  replies " + number(post.counts().replies()) + ", shares "
                        + number(post.counts().shares()) + ", likes "
                        + number(post.counts().likes()));
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String picture(Picture picture) {
        return " at " + host(picture.address()) + ", " + size(picture.width()) + " × " + size(picture.height());
    }

    private static String size(OptionalInt pixels) {
        return pixels.isPresent() ? Integer.toString(pixels.getAsInt()) : "?";
    }

    private static String number(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "unknown";
    }

    private static String told(String address) {
        return host(address) + " (" + sum(address) + ")";
    }

    private static String host(String address) {
        return address.replaceFirst("https?://([^/?#]+).*", "$1");
    }

    private static String sum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return text.length() + " characters " + Long.toHexString(crc.getValue());
    }
}
