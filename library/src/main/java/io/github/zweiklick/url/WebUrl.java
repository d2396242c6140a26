package io.github.zweiklick.url;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An address as a browser reads it (WHATWG URL Standard). CONTRACT STUB: the implementation follows. */
public final class WebUrl {
    private WebUrl() {}

    /** Reads an absolute address; empty where a browser would report failure. */
    public static Optional<WebUrl> parse(String input) {
        throw new UnsupportedOperationException();
    }

    /** Reads an address, absolute or relative to {@code base}; empty where a browser would report failure. */
    public static Optional<WebUrl> parse(String input, WebUrl base) {
        throw new UnsupportedOperationException();
    }

    /** Lower case, without the colon. */
    public String scheme() {
        throw new UnsupportedOperationException();
    }

    /** ASCII lower case (Punycode), IPv6 in brackets; empty where the scheme has no host. Trailing dot kept. */
    public String host() {
        throw new UnsupportedOperationException();
    }

    /** The port, or the scheme's default port, or -1. */
    public int port() {
        throw new UnsupportedOperationException();
    }

    /** Percent-encoded path, beginning with a slash for http and https. */
    public String path() {
        throw new UnsupportedOperationException();
    }

    /** Without the question mark. */
    public Optional<String> query() {
        throw new UnsupportedOperationException();
    }

    /** Without the hash. */
    public Optional<String> fragment() {
        throw new UnsupportedOperationException();
    }

    /** The query as {@code application/x-www-form-urlencoded} pairs, decoded, in their order. */
    public List<Map.Entry<String, String>> parameters() {
        throw new UnsupportedOperationException();
    }

    /** First value of a query parameter. */
    public Optional<String> parameter(String name) {
        throw new UnsupportedOperationException();
    }

    /** {@code scheme://host[:port]} without a default port. */
    public String origin() {
        throw new UnsupportedOperationException();
    }

    /** Whether the scheme is http, https, ws or wss. */
    public boolean isNetwork() {
        throw new UnsupportedOperationException();
    }

    /** The serialised address; user name and password are never part of it. */
    public String href() {
        throw new UnsupportedOperationException();
    }
}
