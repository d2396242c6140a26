package io.github.zweiklick.url;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An address as a browser reads it.
 *
 * <p>Source: <a href="https://url.spec.whatwg.org/">WHATWG URL Standard</a>. Where that and RFC 3986 differ the
 * browser is right: {@code \\host}, {@code https:host}, {@code http:/host}, tabs and newlines inside, userinfo, odd
 * IPv4 spellings. User name and password are read and dropped.
 */
public final class WebUrl {
    private final String scheme;
    private final String host;
    private final int port;
    private final String path;
    private final Optional<String> query;
    private final Optional<String> fragment;

    WebUrl(String scheme, String host, int port, String path, Optional<String> query, Optional<String> fragment) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.path = path;
        this.query = query;
        this.fragment = fragment;
    }

    /** Reads an absolute address; empty where a browser would report failure. */
    public static Optional<WebUrl> parse(String input) {
        return parse(input, Optional.empty());
    }

    /** Reads an address, absolute or relative to {@code base}; empty where a browser would report failure. */
    public static Optional<WebUrl> parse(String input, WebUrl base) {
        return parse(input, Optional.of(base));
    }

    private static Optional<WebUrl> parse(String input, Optional<WebUrl> base) {
        Optional<WebUrl> plain = PlainAddress.read(input, base);
        return plain.isPresent() ? plain : new UrlParser(input, base).parse();
    }

    /** Lower case, without the colon. */
    public String scheme() {
        return scheme;
    }

    /** ASCII lower case (Punycode), IPv6 in brackets; empty where the address has no host. A trailing dot is kept. */
    public String host() {
        return host;
    }

    /** The port, or the scheme's default port, or -1. */
    public int port() {
        return port >= 0 ? port : Scheme.defaultPort(scheme);
    }

    /** Percent-encoded; begins with a slash for http and https, opaque for the like of {@code mailto}. */
    public String path() {
        return path;
    }

    /** Without the question mark, percent-encoded. */
    public Optional<String> query() {
        return query;
    }

    /** Without the hash, percent-encoded. */
    public Optional<String> fragment() {
        return fragment;
    }

    /** The query as {@code application/x-www-form-urlencoded} pairs, decoded, in their order. */
    public List<Map.Entry<String, String>> parameters() {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : query.orElse("").split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                pairs.add(Map.entry(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    /** First value of a query parameter. */
    public Optional<String> parameter(String name) {
        return parameters().stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** {@code scheme://host[:port]} without a default port; meaningful for addresses with a host only. */
    public String origin() {
        return scheme + "://" + host + (port >= 0 ? ":" + port : "");
    }

    /** Whether fetching it asks a network: http, https, ws, wss or ftp. */
    public boolean isNetwork() {
        return Scheme.isSpecial(scheme) && !scheme.equals("file");
    }

    /** The serialised address, without user name and password. */
    public String href() {
        return beforePath()
                + path
                + query.map(q -> "?" + q).orElse("")
                + fragment.map(f -> "#" + f).orElse("");
    }

    /** A path that begins with two slashes must not be read as a host. */
    private String beforePath() {
        if (!host.isEmpty() || scheme.equals("file")) {
            return origin();
        }
        return path.startsWith("//") ? scheme + "://" : scheme + ":";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebUrl that && href().equals(that.href());
    }

    @Override
    public int hashCode() {
        return href().hashCode();
    }

    @Override
    public String toString() {
        return href();
    }

    Optional<Integer> explicitPort() {
        return port >= 0 ? Optional.of(port) : Optional.empty();
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercent) {
            // URLDecoder refuses what the standard passes through: a percent sign that begins no escape.
            return URLDecoder.decode(encoded.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
        }
    }
}
