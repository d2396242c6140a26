package io.github.zweiklick.audit;

import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.visit.AuditRun;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C ends an audit with a report of what was done: the pages under way come to their end first. The machine waits for
 * as long as the report takes, at most two minutes; a second signal ends everything at once.
 */
final class Interruption implements AutoCloseable {
    private static final int MOST_SECONDS = 120;

    private final CountDownLatch reported = new CountDownLatch(1);
    private final AuditRun run;
    private final Thread hook;

    Interruption(AuditRun run) {
        this.run = run;
        hook = new Thread(
                () -> {
                    run.stop("it was stopped");
                    await();
                },
                "zweiklick-audit-stop");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The signal came while the audit was prepared.
            run.stop("it was stopped");
        }
    }

    private void await() {
        try {
            if (!reported.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The pages under way did not come to their end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does the audit. What is done with the result is waited for as well, until this is closed. */
    AuditResult result() {
        return run.run();
    }

    /** The report is written. */
    @Override
    public void close() {
        reported.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook runs, and has just been told.
        }
    }
}
