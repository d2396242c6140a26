package io.github.zweiklick.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An asynchronous context that finishes the page before the container completes: once the container tells its
 * listeners of the completion, nothing can be written any more.
 */
final class GuardedAsync implements AsyncContext {
    private final AsyncContext context;
    private final GuardedResponse response;
    private final AtomicBoolean completed = new AtomicBoolean();

    GuardedAsync(AsyncContext context, GuardedResponse response) {
        this.context = context;
        this.response = response;
    }

    /**
     * A thread that waits for a slow browser is wanted elsewhere. Where the application has set no time limit, the page therefore
     * goes out by and by, and the container completes after it; where there is one, it would end the page instead.
     */
    @Override
    public void complete() {
        if (completed.getAndSet(true)) {
            // As containers say once it is complete; until then it would cut the page off.
            throw new IllegalStateException("The asynchronous context has been completed");
        }
        boolean sending = false;
        try {
            sending = response.finish(context.getTimeout() <= 0 ? Optional.of(context::complete) : Optional.empty());
        } catch (IOException gone) {
            Log.LOGGER.log(System.Logger.Level.DEBUG, "The browser did not take the page", gone);
        } finally {
            if (!sending) {
                context.complete();
            }
        }
    }

    /** The dispatch passes the filter again, which then finishes the page. */
    @Override
    public void dispatch() {
        context.dispatch();
    }

    @Override
    public void dispatch(String path) {
        context.dispatch(path);
    }

    @Override
    public void dispatch(ServletContext servletContext, String path) {
        context.dispatch(servletContext, path);
    }

    @Override
    public ServletRequest getRequest() {
        return context.getRequest();
    }

    @Override
    public ServletResponse getResponse() {
        return context.getResponse();
    }

    /** What the application got from the container are the filter's wrappers: to it, the originals. */
    @Override
    public boolean hasOriginalRequestAndResponse() {
        return context.getResponse() == response;
    }

    @Override
    public void start(Runnable run) {
        context.start(run);
    }

    @Override
    public void addListener(AsyncListener listener) {
        context.addListener(new Listener(listener));
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest request, ServletResponse servletResponse) {
        context.addListener(new Listener(listener), request, servletResponse);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        return context.createListener(type);
    }

    @Override
    public void setTimeout(long timeout) {
        context.setTimeout(timeout);
    }

    @Override
    public long getTimeout() {
        return context.getTimeout();
    }

    /** Hands the listener this context, not the container's: a page completed on timeout shall be finished as well. */
    private final class Listener implements AsyncListener {
        private final AsyncListener listener;

        Listener(AsyncListener listener) {
            this.listener = listener;
        }

        @Override
        public void onComplete(AsyncEvent event) throws IOException {
            listener.onComplete(ours(event));
        }

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            listener.onTimeout(ours(event));
        }

        @Override
        public void onError(AsyncEvent event) throws IOException {
            listener.onError(ours(event));
        }

        @Override
        public void onStartAsync(AsyncEvent event) throws IOException {
            listener.onStartAsync(event);
        }

        private AsyncEvent ours(AsyncEvent event) {
            return new AsyncEvent(
                    GuardedAsync.this, event.getSuppliedRequest(), event.getSuppliedResponse(), event.getThrowable());
        }
    }
}
