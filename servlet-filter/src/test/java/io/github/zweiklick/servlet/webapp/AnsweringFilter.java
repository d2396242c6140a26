package io.github.zweiklick.servlet.webapp;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** A filter of the application that never calls the chain. */
public final class AnsweringFilter implements Filter {
    /** For the container. */
    public AnsweringFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write("<!DOCTYPE html><iframe src=\"https://foreign.example/widget\"></iframe>");
    }
}
