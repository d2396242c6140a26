package io.github.zweiklick.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.CyclicTimeout;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends an exchange when the server behind is silent for too long. It runs only while that server is waited for, never while a
 * visitor is: a slow one may take hours for a download.
 */
final class Stall extends CyclicTimeout {
    private final Request request;
    private final Duration time;
    private final String waitingFor;

    Stall(Scheduler scheduler, Request request, Duration time, String waitingFor) {
        super(scheduler);
        this.request = request;
        this.time = time;
        this.waitingFor = waitingFor;
    }

    void begin() {
        schedule(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onTimeoutExpired() {
        CompletableFuture<Boolean> unused =
                request.abort(new TimeoutException(waitingFor + " for " + time.toSeconds() + " s"));
    }
}
