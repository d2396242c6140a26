package io.github.zweiklick.gateway;

import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets the thread that has read a request answer it at once where that takes no waiting: to wake another for it costs more than
 * such an answer does. Everything else goes to a thread of the pool, which may wait; this one has all other connections to read.
 */
final class AtHand extends Handler.Wrapper {
    private final Predicate<Request> atHand;

    /** @param atHand whether a request is answered from memory, and with few bytes */
    AtHand(Predicate<Request> atHand, Handler handler) {
        super(handler);
        this.atHand = atHand;
    }

    /** Else Jetty would wake another thread before it has come here. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (atHand.test(request)) {
            HeldResponse held = new HeldResponse(request, response, callback);
            return super.handle(request, held, held);
        }
        request.getComponents().getExecutor().execute(() -> handleAndWait(request, response, callback));
        return true;
    }

    private void handleAndWait(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Throwable failure) {
            // As the server would, had it been in its thread.
            Response.writeError(request, response, callback, failure);
        }
    }
}
