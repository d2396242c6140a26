package io.github.zweiklick.upstream;

import java.util.Optional;

/** How something fetched is written down. Secrets and addresses with credentials are never part of it. */
public interface Codec<T> {
    byte[] write(T value);

    /** Reads what {@link #write} wrote; empty where an earlier version wrote something else. */
    Optional<T> read(byte[] written);
}
