package io.github.zweiklick.servlet;

import io.github.zweiklick.Mode;
import io.github.zweiklick.Zweiklick;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a request passes, decided when it comes in: what it forwards to, or shows as its error or after waiting, is treated
 * the same way, and by the same configuration, whatever has changed meanwhile.
 *
 * @param mode empty where it is left alone altogether
 */
record Passage(RunningSite site, Optional<Mode> mode) {
    private static final String ATTRIBUTE = "io.github.zweiklick.servlet.passage";

    /** The passage of a request that has passed the filter of this application. */
    static Optional<Passage> of(HttpServletRequest request) {
        // Another application's is of another class loader's class.
        return request.getAttribute(ATTRIBUTE) instanceof Passage passage ? Optional.of(passage) : Optional.empty();
    }

    /** @param current asked for where the request passes for the first time */
    static Passage begin(HttpServletRequest request, Supplier<RunningSite> current) {
        return of(request).orElseGet(() -> {
            Passage passage = new Passage(request, current.get());
            request.setAttribute(ATTRIBUTE, passage);
            return passage;
        });
    }

    private Passage(HttpServletRequest request, RunningSite site) {
        this(site, mode(request, site));
    }

    private static Optional<Mode> mode(HttpServletRequest request, RunningSite site) {
        Zweiklick zweiklick = site.zweiklick();
        String path = OriginalRequest.of(request).path();
        String host = site.addresses().requestedHost(request);
        // An error without a request before it is the container's: nobody has normalised its address.
        boolean excluded = request.getDispatcherType() != DispatcherType.ERROR
                && (zweiklick.isExcluded(path) || zweiklick.isExcludedHost(host));
        return excluded ? Optional.empty() : Optional.of(zweiklick.mode(path, host));
    }
}
