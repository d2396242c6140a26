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
 * @param body at most {@link #mostBody} bytes; one byte more where the client sent more and any is looked at
 */
public record Request(
        String method, String path, WebUrl address, Function<String, Optional<String>> header, byte[] body) {

    /** Of the form that opens the airlock. */
    public static final int MAX_BODY = 8 * 1024;

    /** Browsers put the reports of a minute into one body, each with addresses of up to some kilobytes. */
    public static final int MAX_REPORTS = 64 * 1024;

    static final String AIRLOCK = "/airlock";
    static final String REPORTS = "/reports";

    /**
     * Bytes of the largest body that is looked at; 0 where none is, however long: who reads one waits for whoever sends it.
     *
     * @param method upper case
     * @param path below the base path
     */
    public static int mostBody(String method, String path) {
        if (!method.equals("POST")) {
            return 0;
        }
        return switch (path) {
            case AIRLOCK -> MAX_BODY;
            case REPORTS -> MAX_REPORTS;
            default -> 0;
        };
    }
}
