package io.github.zweiklick.page;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds what trees and decoded pages take of the heap at once: both need a multiple of the page. A page that waits holds its
 * bytes only.
 */
final class TreeMemory {
    /*
     * Measured with jsoup 1.24 as the smallest heap in which a page of a megabyte can be examined, less that of an empty one: 10 MB
     * for text, 37 for a list of articles, 120 and 190 for nothing but b and a elements.
     */
    private static final int PER_BYTE = 16;
    private static final int PER_TAG = 512;

    private static final int KB = 1024;

    /** For people who operate a site. */
    static final String SHORT = "there is not enough memory for it while others are examined";

    /** A quarter of the heap. Proxies in front wait a minute for an answer, as a rule. */
    static final TreeMemory OF_APPLICATION =
            new TreeMemory(Runtime.getRuntime().maxMemory() / 4, Duration.ofSeconds(50));

    /** There was not enough, and none became free in time. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Semaphore kilobytes;
    private final int bound;
    private final Duration patience;

    /** @param bound in bytes */
    TreeMemory(long bound, Duration patience) {
        this.bound = (int) Math.min(bound / KB, Integer.MAX_VALUE);
        this.kilobytes = new Semaphore(this.bound, true);
        this.patience = patience;
    }

    /**
     * Does what needs a tree or a decoded page, as soon as there is memory for it; a page that needs more than there is gets all there is.
     * Must not be called by what it does.
     *
     * @param length of the document in bytes
     * @param tags how many it has at most
     * @param waits whether it waits; else it is done at once or not at all
     * @throws Exhausted where none became free in time, or the thread is to stop
     */
    <T> T with(int length, long tags, boolean waits, Supplier<T> work) {
        int wanted = (int) Math.min((length * (long) PER_BYTE + tags * PER_TAG) / KB, bound);
        await(wanted, waits ? patience : Duration.ZERO);
        try {
            return work.get();
        } finally {
            kilobytes.release(wanted);
        }
    }

    private void await(int wanted, Duration longest) {
        try {
            if (!kilobytes.tryAcquire(wanted, longest.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Exhausted();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Exhausted();
        }
    }
}
