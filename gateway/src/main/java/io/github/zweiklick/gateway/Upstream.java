package io.github.zweiklick.gateway;

import io.github.zweiklick.url.WebUrl;
import java.util.Optional;

/**
 * The server behind the gateway.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or an address; IPv6 in brackets
 */
record Upstream(String scheme, String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** @return empty where the text is more, or less, than scheme, host and port */
    static Optional<Upstream> parse(String text) {
        return WebUrl.parse(text)
                .filter(url -> url.scheme().equals("http") || url.scheme().equals("https"))
                .filter(url -> url.href().equals(url.origin() + "/"))
                .map(url -> new Upstream(url.scheme(), url.host(), url.port()));
    }

    /** As a Host header names it. */
    String authority() {
        return port == (isSecure() ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    String origin() {
        return scheme + "://" + authority();
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /**
     * Whether an address is this server's. Sites name themselves by either scheme, whichever they are asked by; another port is
     * another server.
     */
    boolean owns(WebUrl address) {
        return address.host().equals(host) && (address.port() == port || (isUsual(address.port()) && isUsual(port)));
    }

    boolean hasUsualPort() {
        return isUsual(port);
    }

    private static boolean isUsual(int port) {
        return port == HTTP || port == HTTPS;
    }

    @Override
    public String toString() {
        return origin();
    }
}
