package io.github.zweiklick.upstream;

import java.time.Instant;
import java.util.Optional;

/** What there is of something that is fetched. */
public sealed interface Snapshot<T> {

    /** The value, fresh or stale. */
    Optional<T> value();

    /** When it was fetched; empty where there is none. */
    Optional<Instant> time();

    /** Not older than it should be. */
    record Fresh<T>(T held, Instant fetched) implements Snapshot<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(held);
        }

        @Override
        public Optional<Instant> time() {
            return Optional.of(fetched);
        }
    }

    /** Older than it should be, since no newer can be had, but not too old to be shown. */
    record Stale<T>(T held, Instant fetched) implements Snapshot<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(held);
        }

        @Override
        public Optional<Instant> time() {
            return Optional.of(fetched);
        }
    }

    /** Not fetched yet, or not to be had for too long, or no more. */
    record Absent<T>() implements Snapshot<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> time() {
            return Optional.empty();
        }
    }
}
