package io.github.zweiklick.servlet.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Pages written in every way the servlet API knows; each by the name of its path. */
public final class Scenes extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String PAGE = """
            <!DOCTYPE html><title>Musterstadt</title><p>Grüße</p>
            <iframe src="https://foreign.example/widget"></iframe>
            """;

    interface Scene {
        void play(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    /** Its elements are data, whatever they are called. */
    public static final String FEED = "<?xml version='1.0'?><rss><channel><link>https://foreign.test/</link>"
            + "<iframe src='https://foreign.test/'/><image><url>https://foreign.test/a.png</url></image></channel></rss>";

    private static final Map<String, Scene> SCENES = new HashMap<>(Map.ofEntries(
            Map.entry("/writer", (request, response) -> page(response)),
            Map.entry("/stream", Scenes::stream),
            Map.entry("/stream-closed", (request, response) -> {
                stream(request, response);
                response.getOutputStream().close();
            }),
            Map.entry("/type-late", Scenes::typeLate),
            Map.entry("/picture-late", Scenes::pictureLate),
            Map.entry("/latin", Scenes::latin),
            Map.entry("/flush-early", Scenes::flushEarly),
            Map.entry("/length", Scenes::length),
            Map.entry("/prints", Scenes::prints),
            Map.entry("/prints-stream", Scenes::printsToStream),
            Map.entry("/own-report-only", Scenes::ownReportOnly),
            Map.entry("/reset", Scenes::reset),
            Map.entry("/reset-buffer", Scenes::resetBuffer),
            Map.entry("/own-policy", Scenes::ownPolicy),
            Map.entry("/foreign-header", Scenes::foreignHeader),
            Map.entry("/early-hints", HintScenes::earlyHints),
            Map.entry("/early-hints-twice", HintScenes::twice),
            Map.entry("/early-hints-late", HintScenes::late),
            Map.entry("/early-hints-unwrapped", HintScenes::unwrapped),
            Map.entry("/forward", (request, response) -> forward(request, response, "/scene/writer")),
            Map.entry("/forward-static", (request, response) -> forward(request, response, "/static.html")),
            Map.entry("/include", Scenes::include),
            Map.entry("/large", (request, response) -> large(response, false)),
            Map.entry("/large-announced", (request, response) -> large(response, true)),
            Map.entry("/missing", (request, response) -> response.sendError(404, "gone")),
            Map.entry("/broken", (request, response) -> {
                page(response);
                throw new ServletException("broken on purpose");
            }),
            Map.entry("/redirect", (request, response) -> {
                page(response);
                response.sendRedirect("writer");
            }),
            Map.entry("/binary", Scenes::binary),
            Map.entry(
                    "/untyped",
                    (request, response) -> response.getOutputStream().write(noise(100_000))),
            Map.entry("/events", Scenes::events),
            Map.entry("/json", (request, response) -> {
                response.setContentType("application/json");
                response.setCharacterEncoding("UTF-8");
                response.getWriter().write("{\"stadt\":\"Grüße\"}");
            }),
            Map.entry("/feed", (request, response) -> {
                response.setContentType("application/rss+xml");
                response.getOutputStream().write(FEED.getBytes(UTF_8));
            }),
            Map.entry("/feed-with-page", (request, response) -> {
                response.setContentType("application/atom+xml");
                response.getOutputStream()
                        .write("<feed><img xmlns='http://www.w3.org/1999/xhtml' src='//foreign.test/a.png'/></feed>"
                                .getBytes(UTF_8));
            }),
            Map.entry("/site-map", (request, response) -> {
                response.setContentType("text/xml");
                response.getOutputStream().write("<url/>".repeat(200_000).getBytes(UTF_8));
            }),
            Map.entry(
                    "/untyped-feed",
                    (request, response) -> response.getOutputStream().write(FEED.getBytes(UTF_8))),
            Map.entry("/async", AsyncScenes::async),
            Map.entry("/async-dispatch", AsyncScenes::asyncDispatch),
            Map.entry("/async-timeout", AsyncScenes::asyncTimeout),
            Map.entry("/async-unheeded", (request, response) -> {
                page(response);
                request.startAsync().setTimeout(50);
            }),
            Map.entry("/non-blocking", (request, response) -> AsyncScenes.nonBlocking(request, response, "text/html")),
            Map.entry(
                    "/non-blocking-text",
                    (request, response) -> AsyncScenes.nonBlocking(request, response, "text/plain"))));

    static {
        SCENES.putAll(CommitScenes.SCENES);
        SCENES.putAll(CodingScenes.SCENES);
        SCENES.putAll(DispatchScenes.SCENES);
        SCENES.putAll(FlushScenes.SCENES);
        SCENES.putAll(RangeScenes.SCENES);
        SCENES.putAll(Servlet61Scenes.SCENES);
        SCENES.putAll(StreamedScenes.SCENES);
        SCENES.putAll(MassScenes.SCENES);
    }

    /** For the container. */
    public Scenes() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
        Scene scene = SCENES.get(String.valueOf(included == null ? request.getPathInfo() : included));
        if (scene == null) {
            response.sendError(404);
        } else {
            scene.play(request, response);
        }
    }

    /** A megabyte no compression and no charset leaves alone. */
    public static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(4711).nextBytes(noise);
        return noise;
    }

    static void page(HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(PAGE);
    }

    private static void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.getOutputStream().write(PAGE.getBytes(UTF_8));
    }

    private static void typeLate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter writer = response.getWriter();
        response.setContentType("text/html;charset=utf-8");
        writer.write(PAGE);
    }

    private static void pictureLate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletOutputStream out = response.getOutputStream();
        response.setContentType("image/png");
        out.write(PAGE.getBytes(UTF_8));
    }

    private static void large(HttpServletResponse response, boolean announced) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        byte[] page = (PAGE + "<p>Musterstadt</p>".repeat(5000)).getBytes(UTF_8);
        if (announced) {
            response.setContentLength(page.length);
        }
        response.getOutputStream().write(page, 0, 3000);
        response.getOutputStream().write(page, 3000, page.length - 3000);
    }

    private static void latin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("ISO-8859-1");
        response.getWriter().write(PAGE);
    }

    private static void flushEarly(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        PrintWriter writer = response.getWriter();
        writer.write(PAGE);
        writer.flush();
        response.flushBuffer();
        writer.write("committed=" + response.isCommitted());
        response.setHeader("X-Late", "ignored");
    }

    private static void length(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = PAGE.getBytes(UTF_8);
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(bytes.length);
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", "\"inside\"");
        response.setDateHeader("Last-Modified", 1_000_000_000_000L);
        response.setHeader("Content-MD5", "Q2hlY2sgSW50ZWdyaXR5IQ==");
        response.getOutputStream().write(bytes);
    }

    private static void prints(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.setLocale(Locale.GERMANY);
        PrintWriter writer = response.getWriter();
        writer.println("<!DOCTYPE html><title>Grüße</title>");
        writer.printf("<p>%.2f %s</p>%n", 1234.5, "Euro");
        writer.printf(Locale.US, "<p>%.2f</p>", 1234.5);
        writer.append("<p>").append('ß').append(null).append("abc", 1, 2);
        writer.print(4711);
        writer.println(true);
        writer.println();
        writer.write('ü');
        writer.write(new char[] {'<', 'p', '>'});
        writer.println(PAGE.substring(PAGE.indexOf("<iframe")));
    }

    private static void printsToStream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=iso-8859-1");
        ServletOutputStream out = response.getOutputStream();
        out.println("<!DOCTYPE html><title>Grüße</title>");
        out.print(4711);
        out.println(true);
        out.println();
        out.write('<');
        out.print("p>");
        out.println(PAGE.substring(PAGE.indexOf("<iframe")));
    }

    private static void ownReportOnly(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = "Content-Security-Policy-Report-Only";
        response.setHeader(
                "X-Seen",
                String.valueOf(response.containsHeader(name)
                        || response.getHeader(name) != null
                        || response.getHeaderNames().contains(name)));
        response.setHeader(name, "object-src 'none'");
        page(response);
    }

    private static void reset(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Before", "gone");
        response.setContentType("text/plain");
        response.getOutputStream().write("written-before".getBytes(UTF_8));
        response.reset();
        page(response);
    }

    private static void resetBuffer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write("written-before");
        response.resetBuffer();
        response.getWriter().write(PAGE);
    }

    private static void ownPolicy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.containsHeader("Content-Security-Policy")) {
            response.setHeader("Content-Security-Policy", "object-src 'none'");
        }
        page(response);
    }

    private static void foreignHeader(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Refresh", "5;url=https://foreign.example/");
        response.setHeader("X-Own", "kept");
        page(response);
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException, ServletException {
        request.getRequestDispatcher(path).forward(request, response);
    }

    private static void include(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write("<!DOCTYPE html><p>head</p>");
        request.getRequestDispatcher("/scene/writer").include(request, response);
        response.getWriter().write("<p>foot</p>");
    }

    private static void binary(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        response.setHeader("ETag", "\"inside\"");
        response.getOutputStream().write(noise(1 << 20));
    }

    private static void events(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write("data: eins\n\n");
        response.flushBuffer();
        response.getWriter().write("data: zwei\n\n");
    }
}
