package io.github.zweiklick.demo;

import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the networks tell the city's server of its own posts, in the vendors' real shapes. The words are made up, and the times
 * are counted back from the start, so that the city has always just written something.
 */
final class SimulatedFeeds {
    /** Where the pictures of posts are. */
    static final String PICTURES = "/pictures";

    private static final String JSON = "application/json; charset=utf-8";

    private static final Map<String, Answer> ANSWERS = Map.of(
            "/graph/v26.0/StadtMusterstadt/posts", new Answer("facebook.json", JSON),
            "/x/2/users/by/username/musterstadt", new Answer("x-user.json", JSON),
            "/x/2/users/4711/tweets", new Answer("x-posts.json", JSON),
            "/mastodon/api/v1/accounts/lookup", new Answer("mastodon-account.json", JSON),
            "/mastodon/api/v1/accounts/7/statuses", new Answer("mastodon-posts.json", JSON),
            "/bluesky/xrpc/app.bsky.feed.getAuthorFeed", new Answer("bluesky.json", JSON),
            "/youtube/feeds/videos.xml", new Answer("youtube.xml", "text/xml; charset=utf-8"),
            "/youtube/oembed", new Answer("youtube-video.json", JSON, "aqz-KE-bpKQ"),
            "/vimeo/api/oembed.json", new Answer("vimeo-video.json", JSON, "1084537%2Fb1b3ab5aa2"),
            "/city/feed.xml", new Answer("city.xml", "application/rss+xml; charset=utf-8"));

    /** Milliseconds at which X's numbers of posts begin, and how far left of their other bits they stand. */
    private static final long EPOCH = 1_288_834_974_657L;

    private static final int TIME_SHIFT = 22;

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final DateTimeFormatter GRAPH =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+0000'", Locale.ROOT);

    private final Instant start;

    /** @param start before which everything was written */
    SimulatedFeeds(Instant start) {
        this.start = start.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * An answer's file and media type.
     *
     * @param asked what the query must hold: of other things the network knows nothing
     */
    private record Answer(String file, String type, String asked) {
        Answer(String file, String type) {
            this(file, type, "");
        }
    }

    /** What is told. */
    record Told(String type, String text) {}

    /** Empty where there is no such interface. */
    Optional<Told> answer(Call call) {
        return Optional.ofNullable(ANSWERS.get(call.path()))
                .filter(answer -> call.query().contains(answer.asked()))
                .map(answer -> new Told(
                        answer.type(),
                        new FileTemplate(Resources.text("feeds/" + answer.file())).fill(name -> value(name, call))));
    }

    private String value(String name, Call call) {
        String[] parts = name.split(":", 2);
        return switch (parts[0]) {
            case "pictures" -> call.scheme() + "://" + call.host() + PICTURES;
            case "site" ->
                WebUrl.parse(call.scheme() + "://" + call.host() + "/?" + call.query())
                        .flatMap(url -> url.parameter("site"))
                        .orElse("");
            case "iso" -> ISO.format(before(parts[1]).atOffset(ZoneOffset.UTC));
            case "graph" -> GRAPH.format(before(parts[1]).atOffset(ZoneOffset.UTC));
            case "mail" ->
                DateTimeFormatter.RFC_1123_DATE_TIME.format(before(parts[1]).atOffset(ZoneOffset.UTC));
            case "snowflake" -> Long.toString((before(parts[1]).toEpochMilli() - EPOCH) << TIME_SHIFT);
            default -> throw new IllegalStateException("A simulated feed asks for {{" + name + "}}");
        };
    }

    private Instant before(String written) {
        return start.minus(Duration.parse(written));
    }
}
