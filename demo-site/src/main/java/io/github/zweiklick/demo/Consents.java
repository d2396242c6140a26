package io.github.zweiklick.demo;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes since when each service may be contacted: from the first request to the airlock that was answered with its
 * frame. Stands before the filter, so it sees the answers as the browser gets them.
 */
final class Consents implements Filter {
    private final String airlock;
    private final Clock clock;
    private final Map<String, Instant> since = new ConcurrentHashMap<>();

    /** @param base path of Zweiklick's endpoints */
    Consents(String base, Clock clock) {
        this.airlock = base + "/airlock";
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // The frame may call its network before the chain returns: what counts is when the visitor asked.
        Instant asked = clock.instant();
        chain.doFilter(request, response);
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && http.getMethod().equals("POST")
                && http.getRequestURI().equals(airlock)
                && answer.getStatus() == HttpServletResponse.SC_OK) {
            String service = http.getParameter("service");
            if (service != null) {
                since.putIfAbsent(service, asked);
            }
        }
    }

    /** Whether the visitor had asked for one of these services before this contact. */
    boolean cover(Network network, Contact contact) {
        return network.services().stream().anyMatch(service -> {
            Instant asked = since.get(service);
            return asked != null && !asked.isAfter(contact.time());
        });
    }

    void clear() {
        since.clear();
    }
}
