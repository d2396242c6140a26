package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeMemoryTest {
    private static final String FAST = "<!DOCTYPE html><p>Text</p>";
    private static final String EXACT = "<!DOCTYPE html><svg><style/></svg><img src=//netz.example/a.png>";
    private static final String NESTED =
            "<!DOCTYPE html><iframe srcdoc='<img src=//netz.example/a.png><iframe srcdoc=x></iframe>'></iframe>";

    private static Rewrite rewrite(TreeMemory memory, String page) {
        return new PageRewriter(Pages.CATALOGUE, finding -> {}, memory).rewrite(Ways.page(page), new SmallMarkup());
    }

    /** Were the documents in it to ask again, nothing would be left for them. */
    @ParameterizedTest
    @ValueSource(strings = {EXACT, NESTED, EXACT + NESTED})
    void aPageAsksOnceAndGivesBackWhatItTook(String page) {
        TreeMemory little = new TreeMemory(4096, Duration.ofMillis(1));
        for (int i = 0; i < 3; i++) {
            assertThat(rewrite(little, page)).isInstanceOf(Rewrite.Rewritten.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EXACT, NESTED})
    void aPageThatFindsNoMemoryIsPostponed(String page) throws Exception {
        TreeMemory little = new TreeMemory(4096, Duration.ofMillis(1));
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> large = other.submit(() -> little.with(1 << 20, 1, true, () -> {
                holds.countDown();
                return stops(end);
            }));
            holds.await();
            assertThat(rewrite(little, page)).isInstanceOf(Rewrite.Postponed.class);
            assertThat(rewrite(little, FAST)).isInstanceOf(Rewrite.Unchanged.class);
            assertThat(new PageRewriter(Pages.CATALOGUE, finding -> {}, little)
                            .rewrite(Ways.page(page), new SmallMarkup(), LinkRule.LISTED)
                            .linkedHosts())
                    .as("hosts of links that nobody has looked at")
                    .isEmpty();
            end.countDown();
            assertThat(large.get()).isTrue();
            assertThat(rewrite(little, page)).isInstanceOf(Rewrite.Rewritten.class);
        } finally {
            other.shutdownNow();
        }
    }

    private static boolean stops(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its response may not have ended yet: were it to wait, the visitor would. */
    @ParameterizedTest
    @ValueSource(strings = {EXACT, NESTED})
    void aPageThatIsObservedDoesNotWait(String page) throws Exception {
        TreeMemory patient = new TreeMemory(4096, Duration.ofMinutes(5));
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> large = other.submit(() -> patient.with(1 << 20, 1, true, () -> {
                holds.countDown();
                return stops(end);
            }));
            holds.await();
            assertThat(new PageRewriter(Pages.CATALOGUE, finding -> {}, patient)
                            .observe(Ways.page(page), new SmallMarkup()))
                    .isInstanceOf(Rewrite.Postponed.class);
            assertThat(large.isDone()).isFalse();
            end.countDown();
            assertThat(large.get()).isTrue();
        } finally {
            other.shutdownNow();
        }
    }

    /** A page too large for the heap is the page's fault, not the application's. */
    @Test
    void aPageThatTheHeapDoesNotHoldIsPostponed() {
        PageMarkup full = (PageMarkup) Proxy.newProxyInstance(
                PageMarkup.class.getClassLoader(), new Class<?>[] {PageMarkup.class}, (proxy, method, arguments) -> {
                    throw new OutOfMemoryError("on purpose");
                });
        TreeMemory little = new TreeMemory(4096, Duration.ofMillis(1));
        Rewrite rewrite = new PageRewriter(Pages.CATALOGUE, finding -> {}, little)
                .rewrite(Ways.page("<!DOCTYPE html><iframe src=//netz.example/></iframe>" + EXACT), full);
        assertThat(rewrite).isInstanceOf(Rewrite.Postponed.class);
        assertThat(rewrite(little, EXACT)).isInstanceOf(Rewrite.Rewritten.class);
    }

    @Test
    void whatFailsGivesBackWhatItTook() {
        TreeMemory little = new TreeMemory(4096, Duration.ofMillis(1));
        assertThatThrownBy(() -> little.with(1 << 20, 1, true, () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(little.<Boolean>with(1 << 20, 1, true, () -> true)).isTrue();
    }

    @Test
    void aThreadThatIsToStopWaitsNoLonger() {
        TreeMemory memory = new TreeMemory(4096, Duration.ofMinutes(5));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> memory.with(1 << 20, 1, true, () -> true)).isInstanceOf(TreeMemory.Exhausted.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
