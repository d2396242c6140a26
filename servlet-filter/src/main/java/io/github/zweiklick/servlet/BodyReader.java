package io.github.zweiklick.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads a body for so long and no longer. A container waits for each part of it on its own: who sends a byte now and again would
 * hold the thread for days.
 *
 * @param nanoTime of an arbitrary origin
 */
record BodyReader(LongSupplier nanoTime) {
    /** For a body as a whole, besides what the container waits for its last part. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final int PIECE = 4096;

    /**
     * A body, or its beginning.
     *
     * @param most bytes that are read; the rest is left
     * @return empty where it takes too long
     */
    Optional<byte[]> read(InputStream in, int most) throws IOException {
        long began = nanoTime.getAsLong();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[Math.min(PIECE, most)];
        while (body.size() < most) {
            int n = in.read(piece, 0, Math.min(piece.length, most - body.size()));
            if (n < 0) {
                break;
            }
            body.write(piece, 0, n);
            if (nanoTime.getAsLong() - began > LONGEST.toNanos()) {
                return Optional.empty();
            }
        }
        return Optional.of(body.toByteArray());
    }
}
