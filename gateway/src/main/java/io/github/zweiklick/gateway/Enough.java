package io.github.zweiklick.gateway;

import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpHeader;

/** Gives up the rest of an answer that makes no difference to the visitor: nothing has failed. */
final class Enough extends Exception {
    private static final long serialVersionUID = 1L;
    /** To the end of an answer no longer than this the connection is worth more than what it takes. */
    private static final long SHORT = 256 << 10;

    Enough() {
        super("The visitor needs no more of it", null, false, false);
    }

    /** Whether the rest may be long. */
    static boolean isWorthIt(Response answer) {
        long length = answer.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        return length < 0 || length > SHORT;
    }
}
