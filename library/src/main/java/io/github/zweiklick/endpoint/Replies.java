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

    static Reply with(Reply reply, String name, String value) {
        return new Reply(
                reply.status(),
                Stream.concat(reply.headers().stream(), Stream.of(new HeaderLine(name, value)))
                        .toList(),
                reply.body());
    }
}
