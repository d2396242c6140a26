package io.github.zweiklick.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;

/** Remembers which pictures there were not, so that these are not asked for with each view of a page. Thread-safe. */
final class Misses {
    private static final int MOST = 10_000;
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final InstantSource clock;
    private final Cache<String, Miss> misses =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    private record Miss(Duration rest, Instant due) {}

    Misses(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether it may be asked for. */
    boolean isDue(String name) {
        Miss miss = misses.getIfPresent(name);
        return miss == null || !clock.instant().isBefore(miss.due());
    }

    void add(String name) {
        misses.asMap().compute(name, (same, before) -> {
            Duration rest = before == null ? FIRST : before.rest().multipliedBy(2);
            Duration bounded = rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
            return new Miss(bounded, clock.instant().plus(bounded));
        });
    }

    void forget(String name) {
        misses.invalidate(name);
    }

    void retain(Predicate<String> names) {
        misses.asMap().keySet().removeIf(names.negate());
    }
}
