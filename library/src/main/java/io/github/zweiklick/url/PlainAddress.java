package io.github.zweiklick.url;

import java.util.Optional;

/**
 * The common case of the URL parser: an http or https address in lower case with a plain host, no port and nothing that
 * would have to be encoded or resolved. Everything else is left to {@link UrlParser}, which says the same of these.
 */
final class PlainAddress {
    private static final int IN_PATH = 1;
    private static final int IN_QUERY = 2;
    private static final int IN_FRAGMENT = 4;
    private static final int IN_HOST = 8;
    private static final byte[] CLASSES = classes();

    private final String text;
    private int at;

    private PlainAddress(String text, int at) {
        this.text = text;
        this.at = at;
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        for (char c = 0x21; c < 0x7f; c++) {
            int bits = PathParser.PATH.indexOf(c) < 0 && c != '\\' ? IN_PATH : 0;
            bits |= PathParser.QUERY.indexOf(c) < 0 ? IN_QUERY : 0;
            bits |= PathParser.FRAGMENT.indexOf(c) < 0 ? IN_FRAGMENT : 0;
            boolean host = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
            classes[c] = (byte) (bits | (host ? IN_HOST : 0));
        }
        return classes;
    }

    /** The address, if it is one of these; empty says nothing about others. */
    static Optional<WebUrl> read(String text, Optional<WebUrl> base) {
        if (text.startsWith("https://")) {
            return new PlainAddress(text, 8).read("https");
        }
        if (text.startsWith("http://")) {
            return new PlainAddress(text, 7).read("http");
        }
        return text.startsWith("//")
                ? base.map(WebUrl::scheme)
                        .filter(scheme -> scheme.equals("https") || scheme.equals("http"))
                        .flatMap(scheme -> new PlainAddress(text, 2).read(scheme))
                : Optional.empty();
    }

    private Optional<WebUrl> read(String scheme) {
        int start = at;
        String host = text.substring(start, skip(IN_HOST));
        if (!isName(host)) {
            return Optional.empty();
        }
        int pathStart = at;
        if (at < text.length() && text.charAt(at) == '/') {
            skip(IN_PATH);
        }
        String path = text.substring(pathStart, at);
        Optional<String> query = part('?', IN_QUERY);
        Optional<String> fragment = part('#', IN_FRAGMENT);
        if (at < text.length() || mayHoldDots(path)) {
            return Optional.empty();
        }
        return Optional.of(new WebUrl(scheme, host, -1, path.isEmpty() ? "/" : path, query, fragment));
    }

    private Optional<String> part(char mark, int kind) {
        if (at >= text.length() || text.charAt(at) != mark) {
            return Optional.empty();
        }
        int start = ++at;
        return Optional.of(text.substring(start, skip(kind)));
    }

    private int skip(int kind) {
        while (at < text.length() && text.charAt(at) < 0x80 && (CLASSES[text.charAt(at)] & kind) != 0) {
            at++;
        }
        return at;
    }

    /** A host whose last label begins with a letter is no number. */
    private static boolean isName(String host) {
        int last = host.lastIndexOf('.') + 1;
        return last < host.length() && host.charAt(last) >= 'a' && host.charAt(last) <= 'z';
    }

    private static boolean mayHoldDots(String path) {
        return path.contains("/.") || path.contains("%2e") || path.contains("%2E");
    }
}
