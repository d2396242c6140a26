package io.github.zweiklick.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the chain is asked: the page as a whole, in a coding that can be read. Its asynchronous contexts finish the page
 * before the container completes.
 */
final class PageRequest extends HttpServletRequestWrapper {
    private static final Set<String> CONDITIONS =
            Set.of("if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "if-range", "range");
    private static final String ACCEPT_ENCODING = "accept-encoding";

    private final BrowserRequest asked;
    private final GuardedResponse response;
    private volatile Optional<GuardedAsync> async = Optional.empty();

    PageRequest(HttpServletRequest request, BrowserRequest asked, GuardedResponse response) {
        super(request);
        this.asked = asked;
        this.response = response;
    }

    /** HEAD runs as GET, for the length and the ETag of a page are known only once it is written. */
    @Override
    public String getMethod() {
        return asked.mayBePage() && asked.head() ? "GET" : super.getMethod();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return replaced(name)
                .map(values -> values.isEmpty() ? null : values.get(0))
                .orElseGet(() -> replaced(name).isPresent() ? null : super.getHeader(name));
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return replaced(name).map(Collections::enumeration).orElseGet(() -> super.getHeaders(name));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> getHeader(name) != null)
                .toList());
    }

    @Override
    public long getDateHeader(String name) {
        return replaced(name).isPresent() ? -1 : super.getDateHeader(name);
    }

    @Override
    public int getIntHeader(String name) {
        return replaced(name).isPresent() ? -1 : super.getIntHeader(name);
    }

    /** Values shown in place of the browser's; empty where the browser's are shown. */
    private Optional<List<String>> replaced(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (asked.mayBePage() && CONDITIONS.contains(key)) {
            return Optional.of(List.of());
        }
        // Scripts, styles and pictures keep their brotli; a page cannot be read in it.
        if (key.equals(ACCEPT_ENCODING) && (asked.mayBePage() || !asked.safe())) {
            return Optional.of(asked.acceptsGzip() ? List.of("gzip") : List.of());
        }
        return Optional.empty();
    }

    /** By the specification the container's own response; that would bypass the filter, so it is the filter's. */
    @Override
    public AsyncContext startAsync() {
        return guard(super.startAsync(this, response));
    }

    @Override
    public AsyncContext startAsync(ServletRequest servletRequest, ServletResponse servletResponse) {
        return guard(super.startAsync(servletRequest, servletResponse));
    }

    @Override
    public AsyncContext getAsyncContext() {
        AsyncContext context = super.getAsyncContext();
        return async.map(AsyncContext.class::cast).orElse(context);
    }

    private AsyncContext guard(AsyncContext context) {
        // Nobody may ever complete it but the container, for want of time.
        context.addListener(new AsyncCompletion(response::leaveAlone));
        GuardedAsync guarded = new GuardedAsync(context, response);
        async = Optional.of(guarded);
        response.asyncStarted(guarded);
        return guarded;
    }
}
