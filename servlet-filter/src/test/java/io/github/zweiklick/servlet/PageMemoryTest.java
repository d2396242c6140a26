package io.github.zweiklick.servlet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageMemoryTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int STEP = PageMemory.STEP;
    /** Holds four pages of a step. */
    private static final int BOUND = 8 * MEGABYTE;

    private static final Duration IMPATIENT = Duration.ofMillis(1);
    private static final Duration PATIENT = Duration.ofMinutes(5);

    @Test
    void smallPagesTakeNothing() throws IOException {
        PageMemory none = new PageMemory(0, IMPATIENT);
        try (PageMemory.Share large = none.share()) {
            large.take(MEGABYTE);
            for (int i = 0; i < 10; i++) {
                none.share().take(PageMemory.SMALL);
                none.spare().take(PageMemory.SMALL);
            }
        }
    }

    @Test
    void onePageGoesBeyondTheBoundAndTheOthersDoNot() throws IOException {
        PageMemory memory = new PageMemory(MEGABYTE, IMPATIENT);
        try (PageMemory.Share first = memory.share()) {
            first.take(8 * MEGABYTE);
            assertThatThrownBy(() -> memory.share().take(MEGABYTE)).isInstanceOf(PageMemory.Exhausted.class);
            first.take(MEGABYTE);
        }
        memory.share().take(MEGABYTE);
    }

    @Test
    void whatCanBeDoneWithoutNeverGoesBeyond() throws IOException {
        PageMemory memory = new PageMemory(BOUND, PATIENT);
        assertThatThrownBy(() -> memory.spare().take(8 * STEP)).isInstanceOf(PageMemory.Exhausted.class);
        memory.spare().take(STEP);
    }

    @Test
    void whoHoldsNoneYetLeavesAQuarterToTheOthers() throws IOException {
        PageMemory memory = new PageMemory(BOUND, IMPATIENT);
        PageMemory.Share first = memory.share();
        first.take(STEP);
        memory.share().take(2 * STEP);
        assertThatThrownBy(() -> memory.spare().take(STEP)).isInstanceOf(PageMemory.Exhausted.class);
        first.take(STEP);
    }

    @Test
    void aPageThatIsSentTakesItsLengthOnly() throws IOException {
        PageMemory memory = new PageMemory(BOUND, IMPATIENT);
        try (PageMemory.Share sent = memory.share()) {
            sent.take(3 * STEP);
            assertThatThrownBy(() -> memory.spare().take(STEP)).isInstanceOf(PageMemory.Exhausted.class);
            sent.keep(MEGABYTE);
            memory.spare().take(STEP);
        }
    }

    @Test
    void whatIsGivenBackTwiceCountsOnce() throws IOException {
        PageMemory memory = new PageMemory(BOUND, IMPATIENT);
        PageMemory.Share share = memory.share();
        share.take(STEP);
        share.close();
        share.close();
        share.take(MEGABYTE);
        share.close();
        memory.spare().take(3 * STEP);
        assertThatThrownBy(() -> memory.spare().take(STEP)).isInstanceOf(PageMemory.Exhausted.class);
    }

    @Test
    void aThreadThatIsToStopWaitsNoLonger() throws IOException {
        PageMemory memory = new PageMemory(0, PATIENT);
        try (PageMemory.Share first = memory.share()) {
            first.take(MEGABYTE);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> memory.share().take(MEGABYTE)).isInstanceOf(PageMemory.Exhausted.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** The container has given up the request, and the application still writes. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whoWaitsForTheFirstMemoryTakesNoneOnceClosed() throws Exception {
        PageMemory memory = new PageMemory(BOUND, PATIENT);
        PageMemory.Share all = memory.share();
        all.take(5 * STEP);
        PageMemory.Share waiting = memory.share();
        ExecutorService writers = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch begun = new CountDownLatch(1);
            AtomicReference<Thread> writer = new AtomicReference<>();
            Future<?> writing = writers.submit(() -> {
                writer.set(Thread.currentThread());
                begun.countDown();
                waiting.take(STEP);
                return null;
            });
            begun.await();
            while (requireNonNull(writer.get()).getState() != Thread.State.TIMED_WAITING && !writing.isDone()) {
                Thread.onSpinWait();
            }
            waiting.close();
            writing.get();
        } finally {
            writers.shutdownNow();
        }
        all.close();
        memory.spare().take(3 * STEP);
    }

    /** Each has taken a part when all want more: the bound holds for two of them. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void pagesThatWaitForEachOtherAreDoneOneByOne() throws Exception {
        int pages = 8;
        PageMemory memory = new PageMemory(pages * 3L * MEGABYTE, PATIENT);
        CyclicBarrier begun = new CyclicBarrier(pages);
        AtomicInteger done = new AtomicInteger();
        ExecutorService writers = Executors.newFixedThreadPool(pages);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < pages; i++) {
                all.add(writers.submit(() -> {
                    try (PageMemory.Share share = memory.share()) {
                        share.take(MEGABYTE / 2);
                        begun.await();
                        for (int more = 0; more < 16; more++) {
                            share.take(MEGABYTE / 4);
                        }
                        share.keep(MEGABYTE);
                        return done.incrementAndGet();
                    }
                }));
            }
            for (Future<?> one : all) {
                assertThatCode(one::get).doesNotThrowAnyException();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(done).hasValue(pages);
    }
}
