package io.github.zweiklick.upstream;

import java.time.Duration;

/**
 * Bounds of what is asked of one upstream.
 *
 * @param connect until a connection stands, TLS included
 * @param read between two reads
 * @param total of the whole exchange, redirects included
 * @param bytes of the largest body, decoded
 * @param concurrency exchanges at once
 * @param perMinute things fetched in a minute, be it by more than one exchange each
 */
public record Limits(Duration connect, Duration read, Duration total, int bytes, int concurrency, int perMinute) {

    /** For interfaces that answer in small JSON documents. */
    public static Limits usual() {
        return new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 20, 2, 60);
    }
}
