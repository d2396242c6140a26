package io.github.zweiklick.servlet;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Shows findings to those whom {@code admin} in the configuration lets in, at {@code {base}/admin/*}.
 *
 * <p>A servlet, behind the application's own filters, so that the application's login applies; {@link ZweiklickFilter}
 * must have let the request through. Usually {@link ZweiklickInitializer} registers it. Others are answered as for any
 * address below the base path at which there is nothing (404): a 403 would tell that there is something.
 */
public final class ZweiklickAdmin extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** For the container. */
    public ZweiklickAdmin() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<RunningSite> site = Passage.of(request).map(Passage::site);
        Optional<WebUrl> address = site.flatMap(running -> running.addresses().of(request));
        if (site.isEmpty() || address.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        RunningSite running = site.get();
        boolean admitted =
                running.admission().admits(request, running.addresses().clients(request));
        Reply reply = running.endpoints()
                .administer(request, OriginalRequest.of(request).path(), address.get(), admitted);
        EndpointExchange.sendPast(reply, request, response);
    }
}
