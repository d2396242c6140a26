package io.github.zweiklick.servlet;

import io.github.zweiklick.url.WebUrl;
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
}
