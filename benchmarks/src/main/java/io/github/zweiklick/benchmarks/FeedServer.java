package io.github.zweiklick.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Serves the page with 50 posts through the filter, in embedded Jetty. For {@code benchmarks/feeds}; ends when it is ended. */
public final class FeedServer extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private FeedServer() {}

    /** @param arguments none; the port is told */
    public static void main(String[] arguments) throws Exception {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        int port =
                Container.JETTY.start(new FeedServer(), Map.of(ServedPage.Path.FILTERED, PostedSite.open().zweiklick));
        System.out.println("ready " + port);
        System.out.flush();
        Thread.currentThread().join();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] page = PostedSite.source();
        response.setContentType("text/html; charset=utf-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
