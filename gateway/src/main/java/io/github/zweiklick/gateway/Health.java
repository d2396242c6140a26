package io.github.zweiklick.gateway;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.client.Result;

/**
 * For whoever watches the process: {@code {base}/health} tells that it serves, {@code {base}/health/upstream} whether the server
 * behind answers, whatever it answers. Nothing else is told, for anybody may ask.
 */
final class Health extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int SECONDS = 2;

    private final transient Supplier<GatewaySettings> settings;
    private final transient UpstreamClient client;

    Health(Supplier<GatewaySettings> settings, UpstreamClient client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        GatewaySettings current = settings.get();
        String path = request.getRequestURI();
        if (path.equals(current.base() + "/health")) {
            answer(response, HttpServletResponse.SC_OK, "up");
        } else if (path.equals(current.base() + "/health/upstream")) {
            upstream(current, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void upstream(GatewaySettings current, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Upstream> upstream = current.upstream();
        if (upstream.isEmpty()) {
            answer(response, HttpServletResponse.SC_OK, "none");
            return;
        }
        AsyncContext context = request.startAsync();
        client.http()
                .newRequest(upstream.get().origin() + "/")
                .method("HEAD")
                .timeout(SECONDS, TimeUnit.SECONDS)
                .send(result -> complete(context, response, result));
    }

    private static void complete(AsyncContext context, HttpServletResponse response, Result result) {
        try {
            if (result.isFailed()) {
                answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "down");
            } else {
                answer(response, HttpServletResponse.SC_OK, "up");
            }
        } catch (IOException gone) {
            System.getLogger("io.github.zweiklick.gateway")
                    .log(System.Logger.Level.DEBUG, "Nobody waits for the answer any more", gone);
        } finally {
            context.complete();
        }
    }

    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().println(text);
    }
}
