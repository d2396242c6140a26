package io.github.zweiklick.servlet.webapp;

import io.github.zweiklick.servlet.webapp.Scenes.Scene;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** What the application is asked, and downloads of one that would serve ranges, were it asked for them. */
final class RangeScenes {
    static final Map<String, Scene> SCENES = Map.of(
            "/method",
            (request, response) -> {
                response.setHeader("X-Method", request.getMethod());
                response.setHeader("X-Accept-Encoding", String.valueOf(request.getHeader("Accept-Encoding")));
                response.setHeader("X-If-None-Match", String.valueOf(request.getHeader("If-None-Match")));
                response.setHeader("X-Range", request.getHeader("Range") + " " + request.getHeader("If-Range"));
                Scenes.page(response);
            },
            "/download",
            (request, response) -> {
                response.setContentType("application/octet-stream");
                begin(response);
                response.getOutputStream().write(Scenes.noise(5000));
            },
            "/download-in-pieces",
            (request, response) -> {
                response.setContentType("application/octet-stream");
                begin(response);
                byte[] body = Scenes.noise(5000);
                for (int at = 0; at < body.length; at += 7) {
                    response.getOutputStream().write(body, at, Math.min(7, body.length - at));
                    response.flushBuffer();
                }
                response.getOutputStream().close();
            },
            "/download-untyped",
            (request, response) -> {
                begin(response);
                response.getOutputStream().write(Scenes.noise(5000));
            },
            "/download-non-blocking",
            RangeScenes::nonBlocking,
            "/download-anew",
            (request, response) -> {
                response.setContentType("application/octet-stream");
                begin(response);
                response.getOutputStream().write(new byte[5]);
                response.resetBuffer();
                response.getOutputStream().write(Scenes.noise(5000));
            },
            "/download-then-page",
            (request, response) -> {
                response.setContentType("application/octet-stream");
                begin(response);
                response.getOutputStream().write(new byte[5]);
                response.reset();
                Scenes.page(response);
            });

    private RangeScenes() {}

    private static void begin(HttpServletResponse response) {
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", "\"inside\"");
        response.setDateHeader("Last-Modified", 1_000_000_000_000L);
        response.setContentLength(5000);
        response.setHeader("Content-MD5", "Q2hlY2sgSW50ZWdyaXR5IQ==");
        response.setHeader("Cache-Control", "max-age=60");
    }

    private static void nonBlocking(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext context = request.startAsync();
        response.setContentType("application/octet-stream");
        begin(response);
        ServletOutputStream out = response.getOutputStream();
        byte[] bytes = Scenes.noise(5000);
        out.setWriteListener(new PieceWriter(context, out, bytes, 700));
    }
}
