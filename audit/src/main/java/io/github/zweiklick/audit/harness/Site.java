package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.net.InetSocketAddress;

/** What stands behind a host name in the namespace. */
@FunctionalInterface
public interface Site {

    /**
     * Answers one request. Called from many threads.
     *
     * @throws IOException when there is no answer: the connection is closed without one
     */
    SiteResponse answer(SiteRequest request) throws IOException;

    /** The same answer to everything. */
    static Site always(SiteResponse response) {
        return request -> response;
    }

    /** A host nobody set up: an empty page that any page may read. Its contact is what counts. */
    static Site unknown() {
        return always(SiteResponse.page("").with("Access-Control-Allow-Origin", "*"));
    }

    /**
     * A plain-http server elsewhere on this machine. It sees the Host the browser sent and {@code X-Forwarded-Proto};
     * its answer goes back as it is, but whole: flushes on the way are not passed on.
     */
    static Site proxyTo(InetSocketAddress address) {
        return new ProxiedSite(address);
    }
}
