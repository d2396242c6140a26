package io.github.zweiklick.servlet.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.zweiklick.servlet.webapp.Scenes.Scene;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;

/** What may be done before the commit, and what not any more after it. */
final class CommitScenes {
    static final Map<String, Scene> SCENES = Map.ofEntries(
            Map.entry("/reset-late", (request, response) -> late(response, response::reset)),
            Map.entry("/reset-buffer-late", (request, response) -> late(response, response::resetBuffer)),
            Map.entry("/error-late", (request, response) -> late(response, () -> response.sendError(404))),
            Map.entry("/redirect-late", (request, response) -> late(response, () -> response.sendRedirect("writer"))),
            Map.entry(
                    "/forward-late",
                    (request, response) -> late(
                            response,
                            () -> request.getRequestDispatcher("/scene/stream").forward(request, response))),
            Map.entry("/type-late-ignored", (request, response) -> {
                Scenes.page(response);
                response.flushBuffer();
                response.setContentType("text/plain");
                response.setStatus(404);
                response.setContentLength(3);
            }),
            Map.entry("/buffer-size-late", (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.getOutputStream().write(Scenes.PAGE.getBytes(UTF_8));
                response.getOutputStream().print(refused(() -> response.setBufferSize(100_000)));
            }),
            Map.entry("/stream-then-writer", (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.getOutputStream().write(Scenes.PAGE.getBytes(UTF_8));
                response.getOutputStream().print(refused(response::getWriter));
            }),
            Map.entry("/writer-then-stream", (request, response) -> {
                Scenes.page(response);
                response.getWriter().print(refused(response::getOutputStream));
            }),
            Map.entry("/reset-then-stream", (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.getWriter().write("written-before");
                response.reset();
                response.setContentType("text/html;charset=utf-8");
                response.getOutputStream().write(Scenes.PAGE.getBytes(UTF_8));
            }),
            Map.entry("/closed-then-more", (request, response) -> {
                Scenes.page(response);
                PrintWriter writer = response.getWriter();
                writer.close();
                writer.write("more-than-written-before");
            }),
            Map.entry("/error-after-page", (request, response) -> {
                Scenes.page(response);
                response.sendError(503, "written-before");
            }),
            Map.entry("/error-then-page", (request, response) -> {
                response.sendError(404);
                Scenes.page(response);
                response.getWriter().write("written-before");
            }),
            Map.entry("/empty", (request, response) -> response.setContentType("text/html;charset=utf-8")),
            Map.entry("/no-content", (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }));

    interface Attempt {
        void make() throws IOException, ServletException;
    }

    private CommitScenes() {}

    /** A page held back counts as committed once it was flushed. */
    static void late(HttpServletResponse response, Attempt attempt) throws IOException, ServletException {
        Scenes.page(response);
        response.flushBuffer();
        response.getWriter().write(refused(attempt));
    }

    static String refused(Attempt attempt) throws IOException, ServletException {
        try {
            attempt.make();
            return "<p>nothing thrown</p>";
        } catch (IllegalStateException expected) {
            return "<p>IllegalStateException</p>";
        }
    }
}
