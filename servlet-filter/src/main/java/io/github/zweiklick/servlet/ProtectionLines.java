package io.github.zweiklick.servlet;

import io.github.zweiklick.policy.HeaderLine;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The header lines Zweiklick adds to a response. They are there from the start, so that what the container sends by
 * itself carries them, and hidden from the application: many set a header only where there is none yet.
 */
record ProtectionLines(List<HeaderLine> lines) {

    /** Adds what is missing; after a reset, or a dispatch that reuses the response, some may be there. */
    void addTo(HttpServletResponse response) {
        for (HeaderLine line : lines) {
            if (!isIn(response, line)) {
                response.addHeader(line.name(), line.value());
            }
        }
    }

    private static boolean isIn(HttpServletResponse response, HeaderLine line) {
        return response.containsHeader(line.name())
                && response.getHeaders(line.name()).contains(line.value());
    }

    boolean covers(String name) {
        for (HeaderLine line : lines) {
            if (line.name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The application's own values among those of a header. */
    List<String> hide(String name, Collection<String> values) {
        List<String> own = new ArrayList<>(values);
        for (HeaderLine line : lines) {
            if (!own.isEmpty() && line.name().equalsIgnoreCase(name)) {
                own.remove(line.value());
            }
        }
        return own;
    }
}
