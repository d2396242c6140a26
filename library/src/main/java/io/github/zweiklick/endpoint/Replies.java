package io.github.zweiklick.endpoint;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.policy.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Makes replies. */
final class Replies {
    private Replies() {}

    static Reply html(int status, List<HeaderLine> headers, Html document) {
        return new Reply(status, headers, document.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Data for scripts of the site's own pages, or programs; nothing in it can be made to run. */
    static Reply json(int status, List<HeaderLine> caching, byte[] body) {
        return new Reply(
                status,
                Stream.concat(
                                Stream.of(
                                        new HeaderLine("Content-Type", "application/json; charset=utf-8"),
                                        new HeaderLine(
                                                "Content-Security-Policy",
                                                "default-src 'none'; frame-ancestors 'none'"),
                                        new HeaderLine("Cross-Origin-Resource-Policy", "same-origin"),
                                        new HeaderLine("X-Content-Type-Options", "nosniff")),
                                caching.stream())
                        .toList(),
                body);
    }

    static Reply with(Reply reply, String name, String value) {
        return new Reply(
                reply.status(),
                Stream.concat(reply.headers().stream(), Stream.of(new HeaderLine(name, value)))
                        .toList(),
                reply.body());
    }
}
