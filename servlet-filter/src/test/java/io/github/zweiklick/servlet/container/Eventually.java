package io.github.zweiklick.servlet.container;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens on other threads, and not for ever; whether it has happened is then asserted by who waited. */
final class Eventually {
    private static final Duration COLLECTING = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** Looks again and again until it is so, or the time is over. */
    static void within(Duration longest, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        while (!isSo.call() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /**
     * Collects until nothing is left of what is referred to. The collector may need several runs, and other threads time to let
     * go of it: those of a container's connections, and that of the finalizers. Soft references do not outlive a run
     * (-XX:SoftRefLRUPolicyMSPerMB=0).
     */
    static void collected(WeakReference<?> reference) throws Exception {
        within(COLLECTING, () -> {
            System.gc();
            return reference.get() == null;
        });
    }
}
