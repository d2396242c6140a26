package io.github.zweiklick.servlet;

import io.github.zweiklick.Protection;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response in observe mode. Every call goes on to the container as it came, so that bytes and header lines are those of
 * the application; they are looked at in passing, and a page is examined when it has gone out.
 */
final class ObservedResponse extends HttpServletResponseWrapper {
    private final Protection protection;
    private final ProtectionLines lines;
    private final PageCopy copy;
    private final List<String> codings = new ArrayList<>();
    private Optional<ObservedOutput> stream = Optional.empty();
    private Optional<ObservedWriter> writer = Optional.empty();
    private volatile boolean async;
    private boolean forwarded;

    ObservedResponse(HttpServletResponse response, Protection protection, int maxPage, PageMemory memory) {
        super(response);
        this.protection = protection;
        this.lines = new ProtectionLines(protection.headers());
        this.copy = new PageCopy(response, protection, maxPage, memory);
        lines.addTo(response);
    }

    /** The observed response around which the chain, or a dispatch, has put its own wrappers. */
    static Optional<ObservedResponse> within(ServletResponse response) {
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            if (inner instanceof ObservedResponse observed) {
                return Optional.of(observed);
            }
            inner = wrapper.getResponse();
        }
        return Optional.empty();
    }

    /**
     * A forward has returned, and the container closes the response: its own in a way of its own, wrapped ones in one that
     * shows. Tomcat 10.1 and Undertow take a writer for it, and Undertow flushes before, which costs the Content-Length.
     */
    void forwardEnds() {
        forwarded = !async;
    }

    private boolean isClosing() {
        return forwarded;
    }

    HttpServletResponse outer() {
        return (HttpServletResponse) getResponse();
    }

    /** Nothing is copied any more. */
    void leaveAlone() {
        copy.abandon();
    }

    /** Whether the response was left to an asynchronous context; then its completion ends the observation. */
    boolean isAsync() {
        return async;
    }

    AsyncContext follow(AsyncContext context) {
        async = true;
        context.addListener(new AsyncCompletion(this::examine));
        return context;
    }

    /** Examines the page, once; never fails. */
    synchronized void examine() {
        try {
            copy.examine(List.copyOf(codings));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            Log.LOGGER.log(
                    System.Logger.Level.ERROR, "The examination failed; the observed page went out as it was", failed);
        } finally {
            copy.abandon();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream out = super.getOutputStream();
        ObservedOutput observed = stream.orElseGet(() -> new ObservedOutput(out, copy, this::isClosing));
        stream = Optional.of(observed);
        return observed;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        boolean onlyToClose = isClosing() && writer.isEmpty();
        if (onlyToClose && stream.isPresent()) {
            // Undertow says so as well, but has set a charset by then.
            throw new IllegalStateException("getOutputStream has been called for this response");
        }
        PrintWriter out = onlyToClose ? new PrintWriter(new LateWriter(outer())) : super.getWriter();
        ObservedWriter observed = writer.orElseGet(() -> new ObservedWriter(out, copy, this::isClosing));
        writer = Optional.of(observed);
        return observed;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        look(name, value);
        if (isCoding(name) && !isCommitted()) {
            codings.clear();
            codings.addAll(Optional.ofNullable(value).stream().toList());
        }
        super.setHeader(name, value);
        if (lines.covers(name)) {
            lines.addTo(outer());
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        look(name, value);
        if (isCoding(name) && value != null && !isCommitted()) {
            codings.add(value);
        }
        super.addHeader(name, value);
    }

    private void look(@Nullable String name, @Nullable String value) {
        if (name != null && value != null && !isCommitted()) {
            protection.judge(name, value);
        }
    }

    private static boolean isCoding(@Nullable String name) {
        return "Content-Encoding".equalsIgnoreCase(name);
    }

    // What Zweiklick has added is hidden from the application: many set a header only where there is none yet.

    @Override
    public boolean containsHeader(String name) {
        return lines.covers(name) ? !getHeaders(name).isEmpty() : super.containsHeader(name);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return lines.covers(name) ? getHeaders(name).stream().findFirst().orElse(null) : super.getHeader(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return lines.covers(name) ? lines.hide(name, super.getHeaders(name)) : super.getHeaders(name);
    }

    @Override
    public Collection<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>(super.getHeaderNames());
        names.removeIf(name -> lines.covers(name) && getHeaders(name).isEmpty());
        return names;
    }

    @Override
    public void reset() {
        super.reset();
        lines.addTo(outer());
        copy.reset();
        codings.clear();
        stream = Optional.empty();
        writer = Optional.empty();
        forwarded = false;
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        copy.reset();
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        super.sendError(status, message);
        abandonUnlessInterim(status);
    }

    @Override
    public void sendError(int status) throws IOException {
        super.sendError(status);
        abandonUnlessInterim(status);
    }

    /** Early Hints: the page comes later. */
    private void abandonUnlessInterim(int status) {
        if (status != 102 && status != 103) {
            copy.abandon();
        }
    }
}
