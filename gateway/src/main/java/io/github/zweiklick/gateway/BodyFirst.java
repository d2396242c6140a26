package io.github.zweiklick.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.ToIntFunction;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Has small bodies come before a thread is given to their requests: a servlet waits for each part, and visitors who send a byte now
 * and again would hold all threads. Jetty's {@code EagerContentHandler} leaves out bodies of HTTP/2 without a told length, and keeps
 * a whole buffer for each part. Everything else passes as it comes.
 */
final class BodyFirst extends Handler.Wrapper {
    private final ToIntFunction<Request> most;

    /** @param most bytes of a body that will be read, and are held until they have come; 0 where none is held */
    BodyFirst(ToIntFunction<Request> most, Handler handler) {
        super(handler);
        this.most = most;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int held = most.applyAsInt(request);
        if (held == 0) {
            return super.handle(request, response, callback);
        }
        new Coming(request, response, callback, held).run();
        return true;
    }

    private void handleWhole(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failure) {
            Response.writeError(request, response, callback, failure);
        }
    }

    /** A body while it comes, a part after another. */
    private final class Coming implements Invocable.Task {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final int most;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Coming(Request request, Response response, Callback callback, int most) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.most = most;
        }

        /** The thread that reads connections may do so. */
        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        @Override
        public void run() {
            boolean last = false;
            while (!last && body.size() <= most) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    fail(chunk.getFailure());
                    return;
                }
                body.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
                last = chunk.isLast();
                chunk.release();
            }
            Request whole = new Whole(request, Content.Chunk.from(ByteBuffer.wrap(body.toByteArray()), last));
            request.getComponents().getExecutor().execute(() -> handleWhole(whole, response, callback));
        }

        /** The visitor has gone, or sends no more, or nothing that is a body. */
        private void fail(Throwable failure) {
            int status = failure instanceof HttpException wrong ? wrong.getCode() : HttpStatus.REQUEST_TIMEOUT_408;
            Response.writeError(request, response, callback, status);
        }
    }

    /** A request whose body has come, or so much of it that the rest does not matter. */
    private static final class Whole extends Request.Wrapper {
        private Content.@Nullable Chunk body;

        Whole(Request request, Content.Chunk body) {
            super(request);
            this.body = body;
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk now = body;
            body = null;
            return now == null ? super.read() : now;
        }

        @Override
        public void demand(Runnable demanded) {
            if (body == null) {
                super.demand(demanded);
            } else {
                getComponents().getExecutor().execute(demanded);
            }
        }
    }
}
