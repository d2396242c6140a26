package io.github.zweiklick.upstream;

import java.time.Instant;
import java.util.Optional;

/** What there is of something that is fetched. */
public sealed interface Snapshot<T> {

    /** The value, fresh or stale. */
    Optional<T> value();

    /** Not older than it should be. */
    record Fresh<T>(T held, Instant fetched) implements Snapshot<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(held);
        }
    }

    /** Older than it should be, since no newer can be had, but not too old to be shown. */
    record Stale<T>(T held, Instant fetched) implements Snapshot<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(held);
        }
    }

    /** Not fetched yet, or not to be had for too long, or no more. */
    record Absent<T>() implements Snapshot<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
