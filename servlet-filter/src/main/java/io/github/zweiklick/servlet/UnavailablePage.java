package io.github.zweiklick.servlet;

import io.github.zweiklick.endpoint.Unavailable;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** What a proxy behind the filter shows in place of an answer it did not get. */
public final class UnavailablePage {
    private UnavailablePage() {}

    /**
     * Answers with a plain page in the visitor's language, with a policy of its own.
     *
     * @param request one that has passed the filter
     * @param response not committed; whatever was set or written is dropped
     * @throws IllegalStateException where it has been committed
     */
    public static void send(Unavailable why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw new IllegalStateException("The response has been committed");
        }
        HttpServletResponse outer = EndpointExchange.past(response);
        outer.reset();
        Optional<RunningSite> site = Passage.of(request).map(Passage::site);
        Optional<WebUrl> address = site.flatMap(running -> running.addresses().of(request));
        if (site.isEmpty() || address.isEmpty()) {
            outer.sendError(why.status());
            return;
        }
        EndpointExchange.sendPast(site.get().endpoints().unavailable(why, request, address.get()), request, outer);
    }
}
