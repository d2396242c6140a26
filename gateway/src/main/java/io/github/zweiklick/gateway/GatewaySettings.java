package io.github.zweiklick.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the gateway is told of the server behind it; can change while it runs.
 *
 * @param base path of Zweiklick's endpoints
 * @param upstream empty: nobody is asked, and there are the endpoints only
 * @param host which host that server is asked for
 * @param connections to it at once; further requests wait
 * @param connectTimeout for a connection to it
 * @param timeout of its silence, while an answer or its next part is waited for, or it takes no more of a request
 * @param trust certificates of authorities in PEM form, in place of those the Java runtime trusts
 */
record GatewaySettings(
        String base,
        Optional<Upstream> upstream,
        HostHeader host,
        int connections,
        Duration connectTimeout,
        Duration timeout,
        Optional<Path> trust) {

    /** The {@code Host} the server behind is asked for. */
    enum HostHeader {
        /** The one the visitor asked for: the server is set up for it, and makes addresses of it. */
        VISITOR,
        /** Its own: it knows no other. */
        UPSTREAM
    }
}
