package io.github.zweiklick.servlet;

import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.endpoint.Unavailable;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** Answers a request to an endpoint, before the chain: no other filter takes part, CSRF filters neither. */
record EndpointExchange(Zweiklick zweiklick, String base) {
    private static final BodyReader BODIES = new BodyReader(System::nanoTime);

    void answer(HttpServletRequest request, HttpServletResponse response, String path, WebUrl address)
            throws IOException {
        Optional<byte[]> body = body(request, path);
        if (body.isEmpty()) {
            tooSlow(request, response);
            return;
        }
        Reply reply = zweiklick.answer(asked(request, path, address, body.get()), request.getContextPath());
        send(reply, response, request.getMethod().equals("HEAD"));
    }

    /** Whoever sends on is not listened to. */
    private static void tooSlow(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
        response.setContentLength(0);
        // HTTP/2 has no such header; there the stream ends.
        if (request.getProtocol().startsWith("HTTP/1.")) {
            response.setHeader("Connection", "close");
        }
    }

    /**
     * Bytes of a request's body that are read before it is answered, at most; 0 where none is.
     *
     * @param path below the context path, decoded
     */
    int mostBody(String method, String path) {
        return Request.mostBody(method.toUpperCase(Locale.ROOT), below(path));
    }

    /** @param admitted whether the visitor may be told */
    Reply administer(HttpServletRequest request, String path, WebUrl address, boolean admitted) {
        return zweiklick.administer(asked(request, path, address, new byte[0]), request.getContextPath(), admitted);
    }

    Reply unavailable(Unavailable why, HttpServletRequest request, WebUrl address) {
        return zweiklick.unavailable(
                why,
                asked(request, OriginalRequest.of(request).path(), address, new byte[0]),
                request.getContextPath());
    }

    private Request asked(HttpServletRequest request, String path, WebUrl address, byte[] body) {
        return new Request(
                request.getMethod().toUpperCase(Locale.ROOT),
                below(path),
                address,
                name -> Optional.ofNullable(request.getHeader(name)),
                body);
    }

    /** Empty where it takes too long. */
    private Optional<byte[]> body(HttpServletRequest request, String path) throws IOException {
        int most = mostBody(request.getMethod(), path);
        if (most == 0) {
            return Optional.of(new byte[0]);
        }
        try (InputStream in = request.getInputStream()) {
            return BODIES.read(in, most + 1);
        }
    }

    private String below(String path) {
        String below = path.startsWith(base) ? path.substring(base.length()) : "";
        return below.isEmpty() ? "/" : below;
    }

    /** Past the filter's own wrapper: the reply is neither judged nor examined, it has its own policy. */
    static void sendPast(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpServletResponse outer = past(response);
        send(reply, outer, request.getMethod().equals("HEAD"));
        // What filters of the application would still write or set is too late.
        outer.flushBuffer();
    }

    /** What the filter's wrapper is put around; the wrapper does nothing more. */
    static HttpServletResponse past(HttpServletResponse response) {
        Optional<HttpServletResponse> protectedOne = GuardedResponse.within(response)
                .map(guarded -> {
                    guarded.leaveAlone();
                    return guarded.outer();
                });
        Optional<HttpServletResponse> observedOne = ObservedResponse.within(response)
                .map(observed -> {
                    observed.leaveAlone();
                    return observed.outer();
                });
        return protectedOne.or(() -> observedOne).orElse(response);
    }

    /** @param head whether the body is left out */
    static void send(Reply reply, HttpServletResponse response, boolean head) throws IOException {
        response.setStatus(reply.status());
        for (HeaderLine header : reply.headers()) {
            if (header.name().equalsIgnoreCase("Content-Type")) {
                response.setContentType(header.value());
            } else if (!header.name().equalsIgnoreCase("Content-Length")
                    && !response.getHeaders(header.name()).contains(header.value())) {
                response.addHeader(header.name(), header.value());
            }
        }
        boolean bodiless = reply.status() == 204 || reply.status() == 304;
        if (!bodiless) {
            response.setContentLength(reply.body().length);
        }
        if (!bodiless && !head) {
            response.getOutputStream().write(reply.body());
        }
    }
}
