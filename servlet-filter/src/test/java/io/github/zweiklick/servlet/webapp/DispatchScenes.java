package io.github.zweiklick.servlet.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.zweiklick.servlet.webapp.Scenes.Scene;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Forwards, includes, errors and asynchronous dispatches, one after the other. */
final class DispatchScenes {
    static final Map<String, Scene> SCENES = Map.ofEntries(
            Map.entry("/forward-after-write", (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                response.getWriter().write("written-before");
                request.getRequestDispatcher("/scene/writer").forward(request, response);
                response.getWriter().write("more-than-written-before");
            }),
            Map.entry(
                    "/forward-twice",
                    (request, response) ->
                            request.getRequestDispatcher("/scene/forward").forward(request, response)),
            Map.entry(
                    "/forward-async",
                    (request, response) ->
                            request.getRequestDispatcher("/scene/async").forward(request, response)),
            Map.entry(
                    "/forward-missing",
                    (request, response) ->
                            request.getRequestDispatcher("/scene/missing").forward(request, response)),
            Map.entry("/include-static", (request, response) -> {
                response.setContentType("text/html;charset=utf-8");
                request.getRequestDispatcher("/static.html").include(request, response);
                response.getOutputStream().write("<p>foot</p>".getBytes(UTF_8));
            }),
            Map.entry("/failing", (request, response) -> {
                Scenes.page(response);
                response.sendError(418, "written-before");
            }),
            Map.entry("/throwing", (request, response) -> {
                Scenes.page(response);
                throw new UnsupportedOperationException("on purpose");
            }),
            Map.entry("/error-page", DispatchScenes::errorPage),
            Map.entry(
                    "/async-static", (request, response) -> request.startAsync().dispatch("/static.html")),
            Map.entry("/async-again", DispatchScenes::asyncAgain),
            Map.entry("/async-wrapped", DispatchScenes::asyncWrapped),
            Map.entry("/async-error", DispatchScenes::asyncError),
            Map.entry("/async-broken", DispatchScenes::asyncBroken),
            Map.entry("/async-stream", DispatchScenes::asyncStream),
            Map.entry("/non-blocking-dispatched", DispatchScenes::nonBlockingDispatched),
            Map.entry("/non-blocking-large", DispatchScenes::nonBlockingLarge));

    private DispatchScenes() {}

    private static void errorPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Scenes.page(response);
        response.getWriter()
                .write("<p>" + request.getDispatcherType() + " "
                        + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) + "</p>");
    }

    private static void asyncAgain(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            AsyncScenes.async(request, response);
        } else {
            request.startAsync().dispatch();
        }
    }

    private static void asyncWrapped(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            throw new IllegalStateException("Dispatched to itself");
        }
        AsyncContext context = request.startAsync(request, new HttpServletResponseWrapper(response));
        context.start(() -> context.dispatch("/scene/writer"));
    }

    /**
     * On timeout, for then the thread that began has left for certain. While that is still on its way out, Tomcat answers the
     * error of another one without an error page.
     */
    private static void asyncError(HttpServletRequest request, HttpServletResponse response) {
        AsyncScenes.onTimeout(request, failing -> {
            Scenes.page(failing);
            failing.sendError(404);
        });
    }

    private static void asyncBroken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            Scenes.page(response);
            throw new IllegalStateException("broken on purpose");
        }
        request.startAsync().dispatch();
    }

    private static void asyncStream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext context = request.startAsync();
        response.setContentType("text/html;charset=utf-8");
        response.getOutputStream().write(Scenes.PAGE.getBytes(UTF_8));
        context.start(() -> {
            try {
                context.getResponse().getOutputStream().write("<p>foot</p>".getBytes(UTF_8));
                context.getResponse().getOutputStream().close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } finally {
                context.complete();
            }
        });
    }

    private static void nonBlockingDispatched(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            AsyncScenes.nonBlocking(request, response, "text/html");
        } else {
            request.startAsync().dispatch();
        }
    }

    private static void nonBlockingLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext context = request.startAsync();
        response.setContentType("text/html;charset=utf-8");
        ServletOutputStream out = response.getOutputStream();
        byte[] bytes = (Scenes.PAGE + "<p>Musterstadt</p>".repeat(10_000)).getBytes(UTF_8);
        out.setWriteListener(new PieceWriter(context, out, bytes, 10_000));
    }
}
