package io.github.zweiklick.endpoint;

import io.github.zweiklick.url.WebUrl;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request to one of the endpoints, free of any server's API.
 *
 * @param method upper case
 * @param path below the base path, with its slash, decoded: {@code /airlock}
 * @param address public address of the request as the browser has it, with its query
 * @param header first value of a header by name, whatever the case; empty where absent
 * @param body at most {@link #mostBody} bytes; one byte more where the client sent more
 */
public record Request(
        String method, String path, WebUrl address, Function<String, Optional<String>> header, byte[] body) {

    /** No endpoint but one takes a larger body. */
    public static final int MAX_BODY = 8 * 1024;

    /** Browsers put the reports of a minute into one body, each with addresses of up to some kilobytes. */
    public static final int MAX_REPORTS = 64 * 1024;

    static final String REPORTS = "/reports";

    /** Bytes of the largest body an endpoint takes. */
    public static int mostBody(String path) {
        return path.equals(REPORTS) ? MAX_REPORTS : MAX_BODY;
    }
}
