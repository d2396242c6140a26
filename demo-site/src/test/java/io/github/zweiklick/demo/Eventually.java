package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what a running demo does by itself, and not for ever. */
final class Eventually {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Eventually() {}

    /** @throws AssertionError where it does not happen */
    static void until(String what, Callable<Boolean> happened) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!happened.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
