package io.github.zweiklick.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.zweiklick.upstream.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times of entries that have none: when the feed was last changed, or else sent, at the time they were first met. They keep it,
 * as long as the application runs: else they would stand first in the feed for ever.
 */
final class FirstSeen {
    private static final int MOST = 1_000;

    private final Cache<String, Instant> times =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Times of the entries of one answer. */
    @FunctionalInterface
    interface Times {
        /** Empty where nothing tells any time. */
        Optional<Instant> of(String id);
    }

    /** @param changed when the feed was changed, where it says so */
    Times in(Answer answer, Optional<Instant> changed) {
        Optional<Instant> now = changed.or(() -> Stream.of("last-modified", "date")
                .flatMap(header -> answer.header(header).flatMap(FeedTimes::read).stream())
                .findFirst());
        return id -> now.map(time -> times.get(id, ignored -> time));
    }
}
