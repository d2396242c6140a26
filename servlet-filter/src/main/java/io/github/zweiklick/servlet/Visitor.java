package io.github.zweiklick.servlet;

import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who asks, and for which address, as the filter has understood it: from what trusted proxies tell, and from nobody else.
 *
 * @param address as the browser has it
 * @param client where the request comes from; empty where proxies do not tell, or tell two places
 */
public record Visitor(WebUrl address, Optional<String> client) {
    /** @return empty for a request that has not passed the filter */
    public static Optional<Visitor> of(HttpServletRequest request) {
        return Passage.of(request)
                .map(Passage::site)
                .flatMap(running -> running.addresses()
                        .of(request)
                        .map(address -> new Visitor(address, running.addresses().client(request))));
    }

    /**
     * Whether more of a body makes a difference. It does not where the visitor asked for its headers or a part of it only, has it
     * already, or is sent something else: a page that may not be held as a whole, say. An answer that may be a page is fetched whole
     * all the same, for nothing else tells what becomes of it.
     */
    public static boolean takesMore(ServletResponse response) {
        return GuardedResponse.within(response)
                .map(guarded -> guarded.body.takesMore())
                .orElse(true);
    }
}
