package io.github.zweiklick.media;

import java.util.concurrent.Semaphore;

/**
 * Bounds the memory of pictures that are decoded: few at once, and not too many pixels of all of them. In the order in which they
 * come, so that large ones are not overtaken for ever.
 */
final class DecodingBudget {
    /** Each takes some bytes: decoded, in sRGB, and scaled. */
    static final int PIXELS = 16_000_000;

    private static final int AT_ONCE = 2;

    private final Semaphore decoders = new Semaphore(AT_ONCE, true);
    private final Semaphore pixels = new Semaphore(PIXELS, true);

    /** What may end by itself. */
    @FunctionalInterface
    interface Decoding<T> {
        T run() throws UnshowableException;
    }

    /** @param amount of pixels held at once, at most {@link #PIXELS} */
    <T> T within(int amount, Decoding<T> decoding) throws UnshowableException, InterruptedException {
        decoders.acquire();
        try {
            pixels.acquire(amount);
            try {
                return decoding.run();
            } finally {
                pixels.release(amount);
            }
        } finally {
            decoders.release();
        }
    }
}
