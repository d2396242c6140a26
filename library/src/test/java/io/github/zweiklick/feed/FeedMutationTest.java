package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Answers that no network gave, or somebody in its place: they come to posts that do no harm, or to a fault that is named. */
@Timeout(60)
class FeedMutationTest {
    private static final long SEED = Long.getLong("zweiklick.seed", 20_261_129);
    private static final int EACH = Integer.getInteger("zweiklick.mutations", 60);
    /** Values of JSON; texts, attributes and names of XML. */
    private static final Pattern JSON =
            Pattern.compile("(?<=[:\\[,])\\s?(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|[0-9]+|true|false|null)");

    private static final Pattern XML = Pattern.compile("(?<=>)[^<>]+(?=<)|(?<==\")[^\"<>]*(?=\")|(?<=</?)[A-Za-z:]+");

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "<script>alert(1)</script>",
            "]]><script>alert(1)</script>",
            "<![CDATA[<img src=x onerror=alert(1)>]]>",
            "&lt;a href=&quot;javascript:alert(1)&quot;&gt;x&lt;/a&gt;",
            "\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.example/x",
            "https:\\\\evil.example\\x",
            "https://user:password@evil.example/\" onload=\"x",
            "https://[::1",
            "file:///etc/passwd",
            "&x;&#0;&#xD800;&#x10FFFF;&#x202e;&amp;amp;",
            "a\u0000b\u0008c\u001b[31m\u007f\u0085",
            "\u202eabc\u2066def\u2069\u2028\ufffe",
            "e" + "\u0301".repeat(50),
            "\ud83d",
            "\udc00\ud83d\ude01",
            "(((( https://a.example/((( ".repeat(300),
            "<div>".repeat(3_000),
            "<a xmlns:a='b'>".repeat(500),
            "<!--",
            "<!DOCTYPE html>",
            "-1",
            "99999999999999999999999999",
            "0001-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "Mon, 99 Foo 9999 99:99:99 +9999",
            "und-u-co-phonebk",
            "x".repeat(30_000));

    /** An answer, and how it is read. */
    record Case(String name, FeedSource source, Map<String, String> texts, boolean keys, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Map<String, String> youtube = Map.of("channel", "UCmusterstadt00000000000");
        Map<String, String> vimeo = Map.of("user", "musterstadt");
        List<Case> cases = new ArrayList<>(List.of(
                fixture("bluesky-author-feed.json", new BlueskyFeed(), Map.of("actor", "musterstadt.example"), false),
                fixture("mastodon-statuses.json", new MastodonFeed(), Map.of("accountId", "7"), false),
                fixture("feed-rss.xml", new SyndicationFeed(), Map.of(), false),
                fixture("feed-atom.xml", new SyndicationFeed(), Map.of(), false),
                fixture("feed-rdf.xml", new SyndicationFeed(), Map.of(), false),
                fixture("feed.json", new SyndicationFeed(), Map.of(), false),
                fixture("youtube-feed.xml", new YoutubeFeed(), youtube, false),
                fixture("youtube-items.json", new YoutubeFeed(), youtube, true),
                fixture("vimeo.rss", new VimeoFeed(), vimeo, false),
                fixture("vimeo-videos.json", new VimeoFeed(), vimeo, true)));
        recordings("bluesky", new BlueskyFeed(), Map.of("actor", "bsky.app")).forEach(cases::add);
        recordings("mastodon", new MastodonFeed(), Map.of("accountId", "109302436954721982"))
                .forEach(cases::add);
        recordings("feeds", new SyndicationFeed(), Map.of()).forEach(cases::add);
        recordings("youtube", new YoutubeFeed(), youtube).forEach(cases::add);
        recordings("vimeo", new VimeoFeed(), vimeo).forEach(cases::add);
        return cases.stream();
    }

    private static Case fixture(String name, FeedSource source, Map<String, String> texts, boolean keys) {
        return new Case(name, source, texts, keys, new String(Fixtures.bytes(name), StandardCharsets.ISO_8859_1));
    }

    private static Stream<Case> recordings(String folder, FeedSource source, Map<String, String> texts) {
        return Recordings.names(folder).stream()
                .map(name -> new Case(
                        name, source, texts, false, new String(Recordings.bytes(name), StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void harmlessOrNamed(Case some) {
        Random random = new Random(SEED);
        int each = some.body().length() > 20_000 ? EACH / 5 : EACH;
        for (int i = 0; i < each; i++) {
            byte[] body = mutated(some, random);
            int status = random.nextInt(20) == 0 ? 400 + random.nextInt(150) : 200;
            try {
                new Offline(some.source(), some.texts(), some.keys())
                        .answers(status, body)
                        .read()
                        .posts()
                        .forEach(Harmless::check);
            } catch (UpstreamException named) {
                assertThat(named.fault().message())
                        .matches("[\\x20-\\x7e]{1,200}")
                        .doesNotContain(Offline.SECRET, "<");
            } catch (RuntimeException | StackOverflowError | AssertionError failure) {
                throw new AssertionError(
                        some + ", number " + i + " of seed " + SEED + ", status " + status + "\n"
                                + new String(body, 0, Math.min(body.length, 5_000), StandardCharsets.UTF_8),
                        failure);
            }
        }
    }

    /** Bytes stand for characters of the same number, so that any may change. */
    private static byte[] mutated(Case some, Random random) {
        String body = some.body();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            body = switch (random.nextInt(8)) {
                case 0 -> body.substring(0, random.nextInt(body.length() + 1));
                case 1 -> flipped(body, random);
                case 2 -> doubled(body, random);
                default -> swapped(body, random);
            };
        }
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String flipped(String body, Random random) {
        if (body.isEmpty()) {
            return body;
        }
        int at = random.nextInt(body.length());
        return body.substring(0, at) + (char) random.nextInt(256) + body.substring(at + 1);
    }

    private static String doubled(String body, Random random) {
        int start = random.nextInt(body.length() + 1);
        int end = Math.min(body.length(), start + random.nextInt(2_000));
        return body.substring(0, end) + body.substring(start);
    }

    /** With something hostile in place of a value. */
    private static String swapped(String body, Random random) {
        boolean json =
                body.stripLeading().startsWith("{") || body.stripLeading().startsWith("[");
        List<MatchResult> values = (json ? JSON : XML).matcher(body).results().toList();
        if (values.isEmpty()) {
            return flipped(body, random);
        }
        MatchResult value = values.get(random.nextInt(values.size()));
        String hostile = HOSTILE.get(random.nextInt(HOSTILE.size()));
        String bytes = new String(hostile.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return body.substring(0, value.start()) + (json ? json(bytes, random) : bytes) + body.substring(value.end());
    }

    private static String json(String text, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> "null";
            case 1 -> "{\"a\":[]}";
            case 2 -> "-1e400";
            case 3 -> "[".repeat(600) + "]".repeat(600);
            case 4 -> "\"\\ud83d\"";
            default -> JsonMapper.shared().writeValueAsString(text);
        };
    }
}
