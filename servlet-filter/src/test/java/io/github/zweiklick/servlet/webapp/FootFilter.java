package io.github.zweiklick.servlet.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.PrintWriter;

/** Takes what the servlet writes, as decorating filters do, and writes it with a frame below and a length. */
public final class FootFilter implements Filter {
    /** For the container. */
    public FootFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CharArrayWriter taken = new CharArrayWriter();
        chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {
            @Override
            public PrintWriter getWriter() {
                return new PrintWriter(taken);
            }
        });
        byte[] page = (taken + "<iframe src=\"https://foreign.example/widget\"></iframe><p>foot</p>").getBytes(UTF_8);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
