package io.github.zweiklick.gateway;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;

/** Says in the log when the server behind gives no answers, and when it gives them again; not for every request. */
final class UpstreamState {
    private static final System.Logger LOGGER = System.getLogger("io.github.zweiklick.gateway");
    private static final long QUIET = Duration.ofSeconds(30).toNanos();

    private final LongSupplier nanoTime;
    private volatile boolean failing;
    private long said;
    private long unsaid;

    UpstreamState(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void answered() {
        if (failing) {
            recovered();
        }
    }

    private synchronized void recovered() {
        if (failing) {
            failing = false;
            LOGGER.log(System.Logger.Level.INFO, "The server behind the gateway answers again");
        }
    }

    /**
     * @param path of the request, without its query: that may be about a person
     * @param failure what went wrong
     */
    void failed(Upstream upstream, String path, Throwable failure) {
        failed(upstream, path, reason(failure));
    }

    /** Jetty's own messages may hold the whole request, query and all. */
    private static String reason(Throwable failure) {
        if (failure instanceof EOFException || failure instanceof ClosedChannelException) {
            return "it closed the connection before its answer was complete";
        }
        boolean harmless = failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof SSLException
                || failure instanceof TimeoutException
                || failure instanceof SocketTimeoutException;
        return harmless ? failure.toString() : failure.getClass().getSimpleName();
    }

    synchronized void failed(Upstream upstream, String path, String reason) {
        long now = nanoTime.getAsLong();
        if (failing && now - said < QUIET) {
            unsaid++;
            return;
        }
        LOGGER.log(
                System.Logger.Level.WARNING,
                upstream + " gave no whole answer for " + path + ": " + reason
                        + (unsaid == 0 ? "" : " (and " + unsaid + " more since this was last said)"));
        failing = true;
        said = now;
        unsaid = 0;
    }
}
