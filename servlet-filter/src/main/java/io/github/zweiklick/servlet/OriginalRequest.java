package io.github.zweiklick.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The request as the browser made it: after a forward, an error or asynchronous dispatch the request names the
 * resource dispatched to, the attributes the original one.
 *
 * @param path below the context path, decoded
 * @param uri raw, with the context path
 * @param query raw, or null
 */
record OriginalRequest(String path, String uri, @Nullable String query) {

    static OriginalRequest of(HttpServletRequest request) {
        return switch (request.getDispatcherType()) {
            case FORWARD ->
                attributes(
                        request,
                        RequestDispatcher.FORWARD_REQUEST_URI,
                        RequestDispatcher.FORWARD_SERVLET_PATH,
                        RequestDispatcher.FORWARD_PATH_INFO,
                        RequestDispatcher.FORWARD_QUERY_STRING);
            case ASYNC ->
                attributes(
                        request,
                        AsyncContext.ASYNC_REQUEST_URI,
                        AsyncContext.ASYNC_SERVLET_PATH,
                        AsyncContext.ASYNC_PATH_INFO,
                        AsyncContext.ASYNC_QUERY_STRING);
            // Servlet 6.0 keeps the URI only; nothing else is asked of an error dispatch.
            case ERROR ->
                new OriginalRequest(
                        path(request),
                        text(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI()),
                        request.getQueryString());
            case REQUEST, INCLUDE -> plain(request);
        };
    }

    private static OriginalRequest attributes(
            HttpServletRequest request, String uri, String servletPath, String pathInfo, String query) {
        if (request.getAttribute(uri) == null) {
            return plain(request);
        }
        return new OriginalRequest(
                text(request, servletPath, "") + text(request, pathInfo, ""), text(request, uri, ""), (String)
                        request.getAttribute(query));
    }

    private static OriginalRequest plain(HttpServletRequest request) {
        return new OriginalRequest(path(request), request.getRequestURI(), request.getQueryString());
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    private static String text(HttpServletRequest request, String attribute, String otherwise) {
        return request.getAttribute(attribute) instanceof String value ? value : otherwise;
    }
}
