package io.github.zweiklick;

import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.upstream.Keeping;
import io.github.zweiklick.upstream.Limits;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.List;

/** Reads what all networks that are asked have in common. */
final class UpstreamReader {
    static final List<String> KEYS = List.of("refresh", "keep", "timeout", "maxAnswer", "concurrency", "perMinute");

    private static final Duration KEEP = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int SMALLEST_ANSWER = 1 << 10;
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_PER_MINUTE = 100_000;

    private UpstreamReader() {}

    /**
     * Address of an interface.
     *
     * @param usual where it is unless the entry says otherwise, or an example where it must say so
     */
    static WebUrl address(JsonObject entry, String key, String usual) {
        return WebUrl.parse(entry.string(key).orElse(usual))
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"))
                .filter(url -> url.query().isEmpty() && url.fragment().isEmpty())
                // A user's name in it would be dropped, and nobody would know why it is refused.
                .filter(url -> !entry.string(key).orElse("").contains("@"))
                .orElseThrow(() -> entry.wrong(
                        key, "write an address such as \"" + usual + "\", without a user name, query or fragment"));
    }

    static Limits limits(JsonObject entry) {
        Limits usual = Limits.usual();
        Duration total = entry.duration("timeout", Duration.ofSeconds(1), Duration.ofMinutes(2))
                .orElse(usual.total());
        return new Limits(
                shorter(usual.connect(), total),
                shorter(usual.read(), total),
                total,
                entry.integer("maxAnswer", SMALLEST_ANSWER, LARGEST_ANSWER).orElse(usual.bytes()),
                entry.integer("concurrency", 1, MOST_AT_ONCE).orElse(usual.concurrency()),
                entry.integer("perMinute", 1, MOST_PER_MINUTE).orElse(usual.perMinute()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * How long what is fetched is good for.
     *
     * @param least the shortest interval that the network allows
     * @param usual the interval where the entry names none
     */
    static Keeping keeping(JsonObject entry, Duration least, Duration usual) {
        Duration refresh = entry.duration("refresh", least, LONGEST).orElse(usual);
        // An interval passes before it is fetched anew, and another while that may fail.
        Duration shortest = refresh.multipliedBy(2);
        return new Keeping(
                refresh,
                least,
                entry.duration("keep", shortest, LONGEST.multipliedBy(12))
                        .orElse(KEEP.compareTo(shortest) < 0 ? shortest : KEEP));
    }
}
