package io.github.zweiklick.servlet.webapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.zweiklick.servlet.webapp.Scenes.Scene;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Pages in codings and charsets, right and wrong ones; and two that change. */
final class CodingScenes {
    /** {@link Scenes#PAGE} in brotli, which Java does not write: {@code zlib.brotliCompressSync} of Node. */
    private static final byte[] BROTLI = Base64.getDecoder()
            .decode(
                    "G24A4CwOeNMnxDh1x78KimivOqyMblj6fPIWD1y+kMmVwhHU5EAfkH87+aXQWgIp5SlLQUQxvn0RAMC9hZIf6nLg6X8Skw0NBR8o"
                            + "YpFCWZcpAA==");

    static final Map<String, Scene> SCENES = Map.ofEntries(
            Map.entry("/gzip", (request, response) -> send(response, "gzip", gzip(Scenes.PAGE))),
            Map.entry("/x-gzip", (request, response) -> send(response, "x-gzip", gzip(Scenes.PAGE))),
            Map.entry(
                    "/gzip-plain", (request, response) -> send(response, "gzip", gzip("<!DOCTYPE html><p>Gruss</p>"))),
            Map.entry("/gzip-twice", (request, response) -> send(response, "gzip, gzip", gzip(Scenes.PAGE))),
            Map.entry("/gzip-broken", (request, response) -> send(response, "gzip", Scenes.noise(1000))),
            Map.entry("/gzip-cut", (request, response) -> {
                byte[] whole = gzip(Scenes.PAGE);
                send(response, "gzip", Arrays.copyOf(whole, whole.length - 20));
            }),
            Map.entry("/deflate", (request, response) -> send(response, "deflate", deflate(false))),
            Map.entry("/deflate-raw", (request, response) -> send(response, "deflate", deflate(true))),
            Map.entry("/br", (request, response) -> send(response, "br", BROTLI)),
            Map.entry(
                    "/br-plain",
                    (request, response) ->
                            send(response, "br", Base64.getDecoder().decode("GxoA+I2ULu5SH8HJzSmfupJlmGLGn95U9A0="))),
            Map.entry("/br-broken", (request, response) -> send(response, "br", Scenes.noise(1000))),
            Map.entry(
                    "/br-cut", (request, response) -> send(response, "br", Arrays.copyOf(BROTLI, BROTLI.length - 20))),
            Map.entry("/unknown-coding", (request, response) -> send(response, "zstd", Scenes.noise(1000))),
            Map.entry("/charset-late", CodingScenes::charsetLate),
            Map.entry("/charset-too-late", CodingScenes::charsetTooLate),
            Map.entry("/changing", CodingScenes::changing),
            Map.entry("/posts", CodingScenes::posts),
            Map.entry("/partial", CodingScenes::partial));

    private CodingScenes() {}

    /** Its posts are not the application's: it says that caches may keep the page for a day. */
    private static void posts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "public, max-age=86400");
        response.getWriter()
                .write(
                        "<!DOCTYPE html><html lang=de><body><zweiklick-feed source=rathaus>Beim Netzwerk lesen</zweiklick-feed>");
    }

    private static void send(HttpServletResponse response, String coding, byte[] body) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Encoding", coding);
        response.getOutputStream().write(body);
    }

    private static byte[] gzip(String page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(page.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(boolean raw) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(Scenes.PAGE.getBytes(UTF_8));
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** What was written to the stream before has that charset as well. */
    private static void charsetLate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.getOutputStream().write(Scenes.PAGE.getBytes(ISO_8859_1));
        response.setCharacterEncoding("ISO-8859-1");
    }

    /** A writer's charset is fixed. */
    private static void charsetTooLate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(Scenes.PAGE);
        response.setCharacterEncoding("ISO-8859-1");
        response.setContentType("text/html;charset=ISO-8859-1");
        response.getWriter().write("<p>Grüße</p>");
    }

    private static void changing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", "\"always\"");
        response.setDateHeader("Last-Modified", 1_000_000_000_000L);
        Scenes.page(response);
        response.getWriter().write("<p>" + Integer.parseInt(request.getParameter("n")) + "</p>");
    }

    /** Whatever it was asked for. */
    private static void partial(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader("Content-Range", "bytes 0-" + (Scenes.PAGE.getBytes(UTF_8).length - 1) + "/5000");
        Scenes.page(response);
    }
}
