package io.github.zweiklick.servlet;

import java.io.IOException;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what the large pages of an application take of the heap at once. Whoever writes one waits, as for a slow browser,
 * until others have been sent; small pages never wait.
 *
 * <p>Pages that each hold a part of the bound and wait for more would wait for ever. Therefore the one that began first among
 * them may go beyond it, one at a time: what is taken is at most the bound and the largest page. So that it seldom comes to that,
 * memory is taken in large steps, those who began first get it first, and who holds none yet leaves a quarter to the others.
 */
final class PageMemory {
    /** Bytes of input a page may have before it counts: most pages have fewer. */
    static final int SMALL = 64 * 1024;

    /**
     * What a byte of input takes when the page is rewritten: written in pieces, read as a whole, as text where it is searched
     * for event handlers, and once more as what is sent.
     */
    private static final int COPIES = 4;

    /** Bytes of input for which memory is taken at once. */
    static final int STEP = 512 * 1024;

    /** A quarter of the heap. Proxies in front wait a minute for an answer, as a rule. */
    static final PageMemory OF_APPLICATION =
            new PageMemory(Runtime.getRuntime().maxMemory() / 4, Duration.ofSeconds(50));

    /** There was not enough, and none became free in time. */
    static final class Exhausted extends IOException {
        static final String REASON = "there is not enough memory for it while others are on their way";

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super(REASON);
        }
    }

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Duration patience;
    /** What who holds none yet leaves to the others. */
    private final long reserve;
    /** Who waits, in the order in which they began. */
    private final TreeMap<Long, Share> waiting = new TreeMap<>();

    private final AtomicLong begun = new AtomicLong();
    private volatile int mostWaiting = Integer.MAX_VALUE;
    private long left;
    private @Nullable Share beyond;

    /**
     * @param bound in bytes
     * @param patience how long a page waits, all in all
     */
    PageMemory(long bound, Duration patience) {
        this.left = bound;
        this.reserve = bound / 4;
        this.patience = patience;
    }

    /**
     * Bounds how many writers wait at once; the others are told at once that there is not enough. Each holds a thread, and where all
     * threads wait small pages do, too.
     */
    void mostWaiting(int most) {
        mostWaiting = most;
    }

    /** For a page whose writer waits. */
    Share share() {
        return new Share(patience.toNanos());
    }

    /** For a page that can be done without. */
    Share spare() {
        return new Share(0);
    }

    /** What one page takes, until it is closed. */
    final class Share implements AutoCloseable {
        private final long number = begun.incrementAndGet();
        private long patienceNanos;
        private long input;
        private long taken;
        private boolean closed;

        private Share(long patienceNanos) {
            this.patienceNanos = patienceNanos;
        }

        /**
         * Takes memory for more of the page, as soon as there is enough; none where the share has been closed.
         *
         * @param bytes of input
         * @throws Exhausted where there is not enough; what was taken before stays taken
         */
        void take(int bytes) throws Exhausted {
            input += bytes;
            long wanted = (input + STEP - 1) / STEP * STEP * COPIES;
            if (input > SMALL && wanted > taken) {
                require(wanted);
            }
        }

        private void require(long wanted) throws Exhausted {
            lock.lock();
            try {
                waiting.put(number, this);
                while (!closed && !mayTake(wanted)) {
                    if (patienceNanos <= 0 || waiting.size() > mostWaiting) {
                        throw new Exhausted();
                    }
                    patienceNanos = freed.awaitNanos(patienceNanos);
                }
                if (!closed) {
                    left -= wanted - taken;
                    taken = wanted;
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new Exhausted();
            } finally {
                waiting.remove(number);
                freed.signalAll();
                lock.unlock();
            }
        }

        private boolean mayTake(long wanted) {
            if (beyond == this) {
                return true;
            }
            if (waiting.firstKey() != number) {
                return false;
            }
            if (wanted - taken <= left - (taken == 0 ? reserve : 0)) {
                return true;
            }
            if (beyond == null && patienceNanos > 0) {
                beyond = this;
            }
            return beyond == this;
        }

        /**
         * Gives back all but what is left to be sent.
         *
         * @param bytes of the page as it is sent
         */
        void keep(int bytes) {
            giveBack(Math.max(bytes - SMALL, 0), false);
        }

        @Override
        public void close() {
            giveBack(0, true);
        }

        private void giveBack(long kept, boolean end) {
            lock.lock();
            try {
                // Another thread may be waiting for the first memory: it is to take none any more.
                closed |= end;
                if (taken > kept) {
                    left += taken - kept;
                    taken = kept;
                }
                if (beyond == this && (end || left >= 0)) {
                    beyond = null;
                }
                freed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
