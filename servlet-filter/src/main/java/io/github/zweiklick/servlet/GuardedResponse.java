package io.github.zweiklick.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The response the chain writes to. Every response gets the protection's header lines; a page is buffered, rewritten
 * and sent when it is complete, anything else goes straight through.
 *
 * <p>Whether the body is a page is decided when its first byte arrives or the application commits: before that
 * applications may still change the content type, even after {@code getWriter}. One instance serves a request with all
 * its forwards, includes and asynchronous dispatches.
 */
final class GuardedResponse extends JudgedResponse {
    final GuardedBody body;
    private Optional<GuardedOutput> stream = Optional.empty();
    private Optional<PrintWriter> writer = Optional.empty();
    private String writerCharset = "";
    private volatile Optional<GuardedAsync> async = Optional.empty();

    GuardedResponse(HttpServletResponse response, PageRules rules, BrowserRequest asked) {
        super(response, rules.protection());
        this.body = new GuardedBody(this, rules, asked);
    }

    /** The guarded response around which the chain, or a dispatch, has put its own wrappers. */
    static Optional<GuardedResponse> within(ServletResponse response) {
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            if (inner instanceof GuardedResponse guarded) {
                return Optional.of(guarded);
            }
            inner = wrapper.getResponse();
        }
        return Optional.empty();
    }

    /** Sends what is buffered. What comes later is dropped, as after any commit. */
    void finish() throws IOException {
        finish(Optional.empty());
    }

    /**
     * Sends what is buffered.
     *
     * @param sent where it is given nobody waits for the browser; run when the page is sent or the browser is gone
     * @return whether that will be run; else nothing is left to be sent
     */
    synchronized boolean finish(Optional<Runnable> sent) throws IOException {
        writer.ifPresent(body::drain);
        return body.finish(sent);
    }

    /** The body is somebody else's: what the chain writes is dropped. */
    void leaveAlone() {
        body.abandon();
    }

    void asyncStarted(GuardedAsync context) {
        async = Optional.of(context);
    }

    /** Begins one pass through the chain. */
    void passBegins() {
        async = Optional.empty();
        body.listening.passBegins();
    }

    /** Whether this pass left the response to an asynchronous context; then its completion finishes it. */
    boolean isAsync() {
        return async.isPresent();
    }

    /** Ends a pass that left the response to an asynchronous context. */
    void passEnds() {
        body.listening.passEnds();
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        body.write(bytes, offset, length);
    }

    void flushBody() throws IOException {
        body.flush();
    }

    void closeBody() throws IOException {
        finish();
        body.close();
    }

    boolean isReady() {
        return body.isReady();
    }

    void setWriteListener(WriteListener listener) {
        body.setWriteListener(listener, async);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (writer.isPresent()) {
            throw new IllegalStateException("getWriter has been called for this response");
        }
        GuardedOutput output = stream.orElseGet(() -> new GuardedOutput(this));
        stream = Optional.of(output);
        return output;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (stream.isPresent()) {
            throw new IllegalStateException("getOutputStream has been called for this response");
        }
        if (writer.isEmpty()) {
            // As containers do, the charset is fixed and sent; an unknown one throws UnsupportedEncodingException.
            writerCharset = super.getCharacterEncoding();
            writer = Optional.of(PageWriter.over(new GuardedOutput(this), writerCharset));
            fixCharset();
        }
        return writer.get();
    }

    private void fixCharset() {
        if (writer.isPresent() && !super.isCommitted()) {
            super.setCharacterEncoding(writerCharset);
        }
    }

    @Override
    public void setContentType(@Nullable String type) {
        if (!isCommitted()) {
            super.setContentType(type);
            fixCharset();
        }
    }

    @Override
    public void setCharacterEncoding(@Nullable String charset) {
        if (writer.isEmpty() && !isCommitted()) {
            super.setCharacterEncoding(charset);
        }
    }

    /** Servlet 6.1; declared by signature, else the container's wrapper class would go round this one. */
    public void setCharacterEncoding(@Nullable Charset charset) {
        setCharacterEncoding(charset == null ? null : charset.name());
    }

    @Override
    public void setLocale(@Nullable Locale locale) {
        if (!isCommitted()) {
            super.setLocale(locale);
            fixCharset();
        }
    }

    @Override
    public void setStatus(int status) {
        if (!isCommitted()) {
            super.setStatus(status);
        }
    }

    @Override
    public boolean isCommitted() {
        return body.isCommitted() || super.isCommitted();
    }

    /** A page is held back until it is complete, but counts as committed from here on. */
    @Override
    public void flushBuffer() throws IOException {
        writer.ifPresent(PrintWriter::flush);
        body.flush();
    }

    @Override
    public void reset() {
        requireUncommitted();
        super.reset();
        body.reset();
        hold();
        stream = Optional.empty();
        writer = Optional.empty();
    }

    @Override
    public void resetBuffer() {
        requireUncommitted();
        super.resetBuffer();
        writer.ifPresent(body::discard);
        body.reset();
    }

    /**
     * Clears what was written before a forward. The specification says so (9.4); Jetty does it below all wrappers, and
     * lets the target choose between stream and writer anew.
     *
     * @throws IllegalStateException where the response has been committed
     */
    void forwardBegins() {
        requireUncommitted();
        writer.ifPresent(body::discard);
        body.reset();
        stream = Optional.empty();
        writer = Optional.empty();
    }

    @Override
    public void setBufferSize(int size) {
        // The container's buffer stays empty while a page is held back; the rule is the specification's all the same.
        if (body.hasBytes()) {
            throw new IllegalStateException("Content has been written");
        }
        super.setBufferSize(size);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        if (isInterim(status)) {
            sendInterim(status);
            return;
        }
        requireUncommitted();
        body.abandon();
        further(body.unexaminedHeaders());
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    /**
     * Containers take 102 and 103 (Early Hints, RFC 8297) as no error: what headers there are go out at once, the
     * response comes later. Those headers were judged as they were set; so it is with {@code sendEarlyHints()} of
     * Servlet 6.2, which the container's wrapper class passes on.
     */
    private static boolean isInterim(int status) {
        return status == 102 || status == 103;
    }

    private void sendInterim(int status) throws IOException {
        if (!isCommitted()) {
            super.sendError(status);
            if (super.isCommitted()) {
                // This container takes it as an error after all.
                body.abandon();
            }
        }
    }

    @Override
    public void sendRedirect(@Nullable String location) throws IOException {
        requireUncommitted();
        body.abandon();
        super.sendRedirect(location);
    }

    /** Servlet 6.1; its three forms are declared by signature, else the container's wrapper class would go round. */
    public void sendRedirect(String location, int status) throws IOException {
        sendRedirect(location, status, true);
    }

    /** Servlet 6.1. */
    public void sendRedirect(String location, boolean clearBuffer) throws IOException {
        sendRedirect(location, SC_FOUND, clearBuffer);
    }

    /** Servlet 6.1. */
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        requireUncommitted();
        super.setStatus(status);
        setHeader("Location", location);
        if (clearBuffer) {
            resetBuffer();
            body.abandon();
            super.flushBuffer();
        } else {
            flushBuffer();
        }
    }

    private void requireUncommitted() {
        if (isCommitted()) {
            throw new IllegalStateException("The response has been committed");
        }
    }
}
