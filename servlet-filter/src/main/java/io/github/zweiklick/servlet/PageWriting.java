package io.github.zweiklick.servlet;

import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Non-blocking writing of a page: the buffer always takes bytes, so the listener is called once.
 *
 * <p>Containers never call it while the thread that set it is still inside the application; neither does this.
 */
final class PageWriting {
    private Optional<WriteListener> waiting = Optional.empty();
    private boolean begun;
    private boolean passing = true;

    synchronized void begin(WriteListener listener, Optional<GuardedAsync> async) {
        Objects.requireNonNull(listener);
        if (begun) {
            throw new IllegalStateException("A WriteListener has been set");
        }
        GuardedAsync context =
                async.orElseThrow(() -> new IllegalStateException("The request is not in asynchronous mode"));
        begun = true;
        if (passing) {
            waiting = Optional.of(listener);
        } else {
            context.start(() -> write(listener));
        }
    }

    /** The application is entered, for the first time or by an asynchronous dispatch. */
    synchronized void passBegins() {
        passing = true;
    }

    void passEnds() {
        Optional<WriteListener> now;
        synchronized (this) {
            passing = false;
            now = waiting;
            waiting = Optional.empty();
        }
        now.ifPresent(PageWriting::write);
    }

    private static void write(WriteListener listener) {
        try {
            listener.onWritePossible();
        } catch (IOException | RuntimeException failed) {
            listener.onError(failed);
        }
    }
}
