package io.github.zweiklick.servlet.webapp;

import io.github.zweiklick.servlet.webapp.Scenes.Scene;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bodies whose second half is written only after the first has arrived: held back they would never be complete. */
final class StreamedScenes {
    static final int HALF = 1 << 20;

    static final Map<String, Scene> SCENES = Map.of(
            "/halves", StreamedScenes::halves,
            "/headers-first", StreamedScenes::headersFirst,
            "/second-half", StreamedScenes::secondHalf);

    private static final Semaphore ARRIVED = new Semaphore(0);

    private StreamedScenes() {}

    private static void halves(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String type = request.getParameter("type");
        if (type != null) {
            response.setContentType(type);
        }
        if (request.getParameter("length") != null) {
            response.setContentLength(2 * HALF);
        }
        byte[] half = new byte[HALF];
        Arrays.fill(half, (byte) '.');
        response.getOutputStream().write(half);
        awaitArrival();
        response.getOutputStream().write(half);
    }

    private static void headersFirst(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/event-stream");
        response.flushBuffer();
        awaitArrival();
        response.getOutputStream().print("data: zwei\n\n");
    }

    private static void awaitArrival() throws ServletException {
        try {
            if (!ARRIVED.tryAcquire(20, TimeUnit.SECONDS)) {
                throw new ServletException("The first half did not arrive");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ServletException(stopping);
        }
    }

    private static void secondHalf(HttpServletRequest request, HttpServletResponse response) {
        ARRIVED.release();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
