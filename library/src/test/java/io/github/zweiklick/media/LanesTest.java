package io.github.zweiklick.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.Eventually;
import java.lang.Thread.State;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of what is under way. */
@Timeout(30)
class LanesTest {
    private final Lanes lanes = new Lanes();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Works on until whoever closes waits for it: that end is not an instant's affair. */
    @Test
    void closingWaitsForWhatHeedsIt() {
        Thread closing = Thread.currentThread();
        submit(() -> {
            Eventually.until("it is interrupted", Thread::interrupted);
            Eventually.until("it is waited for", () -> closing.getState() == State.TIMED_WAITING);
        });
        lanes.close();
        assertThat(ended).isTrue();
    }

    @Test
    void closingDoesNotWaitForEverForWhatDoesNot() {
        submit(() -> Eventually.until("it is released", () -> released.getCount() == 0));
        lanes.close();
        assertThat(ended).isFalse();
        released.countDown();
        Eventually.until("it has ended", ended::get);
    }

    private void submit(Runnable task) {
        assertThat(lanes.submit("a.example", () -> {
                    begun.countDown();
                    task.run();
                    ended.set(true);
                }))
                .isTrue();
        Eventually.until("it has begun", () -> begun.getCount() == 0);
    }
}
