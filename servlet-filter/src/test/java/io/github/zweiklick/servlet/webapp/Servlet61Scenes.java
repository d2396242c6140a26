package io.github.zweiklick.servlet.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.zweiklick.servlet.webapp.Scenes.Scene;
import java.nio.ByteBuffer;
import java.util.Map;

/** Calls that Servlet 6.0 does not have. */
final class Servlet61Scenes {
    static final Map<String, Scene> SCENES = Map.of(
            "/see-other",
            (request, response) -> {
                Scenes.page(response);
                response.sendRedirect("writer", 303, true);
            },
            "/moved",
            (request, response) -> {
                Scenes.page(response);
                response.sendRedirect("writer", 301);
            },
            "/found",
            (request, response) -> {
                Scenes.page(response);
                response.sendRedirect("writer", true);
            },
            "/see-other-with-page",
            (request, response) -> {
                Scenes.page(response);
                response.sendRedirect("writer", 303, false);
            },
            "/found-with-page",
            (request, response) -> {
                Scenes.page(response);
                response.sendRedirect("writer", false);
            },
            "/see-other-late",
            (request, response) -> CommitScenes.late(response, () -> response.sendRedirect("writer", 303, true)),
            "/moved-late",
            (request, response) -> CommitScenes.late(response, () -> response.sendRedirect("writer", 301)),
            "/found-late",
            (request, response) -> CommitScenes.late(response, () -> response.sendRedirect("writer", false)),
            "/byte-buffer",
            (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.getOutputStream().write(ByteBuffer.wrap(Scenes.PAGE.getBytes(UTF_8)));
            },
            "/charset-object",
            (request, response) -> {
                response.setContentType("text/html");
                response.setCharacterEncoding(UTF_8);
                response.getWriter().write(Scenes.PAGE);
            });

    private Servlet61Scenes() {}
}
