package io.github.zweiklick.upstream;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What an upstream answered, whatever the status.
 *
 * @param headers by name in lower case; of several of one name the first
 * @param body decoded from any content coding
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** First value of a header. */
    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** The body as UTF-8, which all interfaces use. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Says how much, not what: headers may hold credentials. */
    @Override
    public String toString() {
        return status + ", " + body.length + " bytes";
    }
}
