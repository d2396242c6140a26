package io.github.zweiklick.servlet.webapp;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Pages announced by Early Hints, own and foreign ones. */
final class HintScenes {
    private static final int EARLY_HINTS = 103;

    private HintScenes() {}

    static void earlyHints(HttpServletRequest request, HttpServletResponse response) throws IOException {
        addHints(response);
        response.sendError(EARLY_HINTS);
        Scenes.page(response);
    }

    static void twice(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write("<!DOCTYPE html><p>begun</p>");
        addHints(response);
        response.sendError(EARLY_HINTS, "hints");
        response.addHeader("Link", "</more.css>; rel=preload; as=style");
        response.addHeader("Link", "<//more.foreign.example>; rel=dns-prefetch");
        response.sendError(EARLY_HINTS);
        response.getWriter().write(Scenes.PAGE);
    }

    /** After the application's commit hints are ignored. */
    static void late(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Scenes.page(response);
        response.flushBuffer();
        addHints(response);
        response.sendError(EARLY_HINTS);
    }

    /** Asks the container's own response, as the wrapper class of Servlet 6.2 does for {@code sendEarlyHints()}. */
    static void unwrapped(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        addHints(response);
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        try {
            inner.getClass().getMethod("sendEarlyHints").invoke(inner);
        } catch (NoSuchMethodException notTomcat) {
            ((HttpServletResponse) inner).sendError(EARLY_HINTS);
        } catch (ReflectiveOperationException failed) {
            throw new ServletException(failed);
        }
        Scenes.page(response);
    }

    private static void addHints(HttpServletResponse response) {
        response.addHeader("Link", "</own.css>; rel=preload; as=style");
        response.addHeader("Link", "<https://cdn.foreign.example>; rel=preconnect");
        response.addHeader(
                "Link",
                "<https://fonts.foreign.example/a.woff2>; rel=preload; as=font, </own.js>; rel=preload; as=script");
        response.setHeader("Reporting-Endpoints", "all=\"https://reports.foreign.example/\"");
        response.setHeader("ETag", "\"inside\"");
    }
}
