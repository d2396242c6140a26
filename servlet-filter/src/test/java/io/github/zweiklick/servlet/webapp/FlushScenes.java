package io.github.zweiklick.servlet.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.zweiklick.servlet.webapp.Scenes.Scene;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;

/** Pages flushed before, between and after their bytes. */
final class FlushScenes {
    static final Map<String, Scene> SCENES = Map.of(
            "/flush-first",
            (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.flushBuffer();
                response.getWriter().write(Scenes.PAGE);
            },
            "/flush-first-untyped",
            (request, response) -> {
                response.flushBuffer();
                response.setContentType("text/plain");
                response.getOutputStream().write(Scenes.PAGE.getBytes(UTF_8));
            },
            "/flush-stream-first",
            (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.getOutputStream().flush();
                response.getOutputStream().write(Scenes.PAGE.getBytes(UTF_8));
            },
            "/flush-within-a-tag",
            (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                PrintWriter writer = response.getWriter();
                for (int at = 0; at < Scenes.PAGE.length(); at++) {
                    writer.write(Scenes.PAGE.charAt(at));
                    writer.flush();
                    response.flushBuffer();
                }
            },
            "/flush-and-close",
            (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.getOutputStream().write(Scenes.PAGE.getBytes(UTF_8));
                response.getOutputStream().flush();
                response.getOutputStream().close();
                response.flushBuffer();
            },
            "/include-flushed",
            (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.getWriter().write("<!DOCTYPE html><p>head</p>");
                request.getRequestDispatcher("/scene/flush-first").include(request, response);
                response.getWriter().write("<p>foot</p>");
            },
            "/flush-then-broken",
            (request, response) -> {
                Scenes.page(response);
                response.flushBuffer();
                throw new ServletException("broken on purpose");
            },
            "/non-blocking-flushed",
            (request, response) -> nonBlocking(request, response, false),
            "/non-blocking-failing",
            (request, response) -> nonBlocking(request, response, true),
            "/listener-without-async",
            FlushScenes::listenerWithoutAsync);

    private FlushScenes() {}

    private static void nonBlocking(HttpServletRequest request, HttpServletResponse response, boolean failing)
            throws IOException {
        AsyncContext context = request.startAsync();
        response.setContentType("text/html;charset=utf-8");
        ServletOutputStream out = response.getOutputStream();
        byte[] bytes = Scenes.PAGE.getBytes(UTF_8);
        out.setWriteListener(new WriteListener() {
            private int written;

            @Override
            public void onWritePossible() throws IOException {
                while (out.isReady()) {
                    if (written == bytes.length && failing) {
                        throw new IOException("broken on purpose");
                    }
                    if (written == bytes.length) {
                        context.complete();
                        return;
                    }
                    int count = Math.min(7, bytes.length - written);
                    out.write(bytes, written, count);
                    written += count;
                    if (out.isReady()) {
                        out.flush();
                    }
                }
            }

            @Override
            public void onError(Throwable failed) {
                try {
                    out.print("<p>" + failed.getMessage() + "</p>");
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                } finally {
                    context.complete();
                }
            }
        });
    }

    private static void listenerWithoutAsync(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/html;charset=utf-8");
        ServletOutputStream out = response.getOutputStream();
        String refused = CommitScenes.refused(() -> out.setWriteListener(new WriteListener() {
            @Override
            public void onWritePossible() {}

            @Override
            public void onError(Throwable failed) {}
        }));
        out.write((Scenes.PAGE + refused).getBytes(UTF_8));
    }
}
