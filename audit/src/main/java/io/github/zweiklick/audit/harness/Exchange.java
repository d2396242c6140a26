package io.github.zweiklick.audit.harness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request that was sent, and what was answered, as the browser's log has it. Values of cookies are not kept.
 *
 * @param time when it was sent
 * @param url with its query, which may hold personal data
 * @param initiator origin that caused it; {@code not an origin} for what the visitor or the browser did
 * @param type {@code main frame}, {@code subframe} or {@code other}
 * @param status 0 where none was read
 * @param answer header fields of documents; empty for all else
 * @param cookies names of the cookies that went along
 * @param sent bytes of the request's head and body
 * @param received bytes of the answer's body, decoded
 */
public record Exchange(
        Instant time,
        Step step,
        String method,
        String url,
        String host,
        String initiator,
        String type,
        int status,
        List<Field> answer,
        Optional<String> referer,
        List<String> cookies,
        long sent,
        long received) {

    public Exchange {
        answer = List.copyOf(answer);
        cookies = List.copyOf(cookies);
    }

    /**
     * A header field.
     *
     * @param name lower case
     */
    public record Field(String name, String value) {}

    /** Whether it asked for the page itself or a frame in it. */
    public boolean isDocument() {
        return type.endsWith("frame");
    }

    /** Whether it asked for the page itself. */
    public boolean isPage() {
        return type.equals("main frame");
    }
}
