package io.github.zweiklick.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request of which the chain sees everything; only its asynchronous contexts are followed. */
final class ObservedRequest extends HttpServletRequestWrapper {
    private final ObservedResponse response;

    ObservedRequest(HttpServletRequest request, ObservedResponse response) {
        super(request);
        this.response = response;
    }

    /** By the specification the container's own response, which would be written to unobserved. */
    @Override
    public AsyncContext startAsync() {
        return response.follow(super.startAsync(this, response));
    }

    @Override
    public AsyncContext startAsync(ServletRequest servletRequest, ServletResponse servletResponse) {
        return response.follow(super.startAsync(servletRequest, servletResponse));
    }
}
