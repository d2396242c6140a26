package io.github.zweiklick.page;

import io.github.zweiklick.policy.OwnHosts;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sees of an address as it stands in the page that it is certainly the site's own, without reading it. Whatever is
 * written in an unusual way is left to {@link Addresses}.
 *
 * <p>To be asked only where the page itself is at an own host, so that everything relative is own.
 */
final class AddressProbe {
    private static final int LONGEST_HOST = 253;

    private final byte[][] exact;
    private final byte[][] suffixes;

    AddressProbe(OwnHosts own) {
        exact = bytes(own.patterns().stream().filter(p -> !p.startsWith("*.")).toList(), 0);
        suffixes = bytes(own.patterns().stream().filter(p -> p.startsWith("*.")).toList(), 1);
    }

    private static byte[][] bytes(List<String> patterns, int from) {
        return patterns.stream()
                .map(pattern -> pattern.substring(from).getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
    }

    /**
     * Whether the browser, asked to load the address, contacts own hosts or nobody.
     *
     * @param inline whether an address that holds what it names is harmless: a picture is, a document or a style sheet
     *     may refer to others
     */
    boolean isOwn(byte[] b, int from, int end, boolean inline) {
        int at = from;
        while (at < end && b[at] == ' ') {
            at++;
        }
        if (at == end) {
            return true;
        }
        byte first = b[at];
        if (first == '/') {
            return at + 1 == end || (b[at + 1] == '/' ? isOwnAuthority(b, at + 2, end) : isPlain(b[at + 1]));
        }
        if (!isPlain(first)) {
            return false;
        }
        if (!Bytes.is(first, Bytes.LETTER)) {
            // No scheme begins so: relative, unless a dropped tab or line feed stood here.
            return first != ':';
        }
        int i = at + 1;
        while (i < end && Bytes.is(b[i], Bytes.SCHEME)) {
            i++;
        }
        if (i == end) {
            return true;
        }
        return b[i] == ':' ? isOwnScheme(b, at, i, end, inline) : isPlain(b[i]);
    }

    /** Not one of the characters that are dropped, mean a slash or stand for others. */
    private static boolean isPlain(byte c) {
        return c != '&' && c != '\\' && (c < 0 || c > ' ' || c == ' ');
    }

    private boolean isOwnScheme(byte[] b, int at, int colon, int end, boolean inline) {
        int length = colon - at;
        if (length == 4 || length == 5) {
            if (Bytes.startsWith(b, at, colon, "http") && (length == 4 || Bytes.lower(b[at + 4]) == 's')) {
                return end - colon > 3
                        && b[colon + 1] == '/'
                        && b[colon + 2] == '/'
                        && isOwnAuthority(b, colon + 3, end);
            }
            if (colon + 1 < end && (b[colon + 1] == '/' || !isPlain(b[colon + 1]))) {
                // With an authority, which may be one that cannot be read.
                return false;
            }
            if (length == 4) {
                return inline && (Bytes.startsWith(b, at, colon, "data") || Bytes.startsWith(b, at, colon, "blob"));
            }
            return inline && Bytes.startsWith(b, at, colon, "about");
        }
        return false;
    }

    private boolean isOwnAuthority(byte[] b, int from, int end) {
        int i = from;
        while (i < end && Bytes.is(b[i], Bytes.HOST)) {
            i++;
        }
        int host = i;
        if (i < end && b[i] == ':') {
            i++;
            int digits = i;
            while (i < end && b[i] >= '0' && b[i] <= '9') {
                i++;
            }
            if (i - digits > 4) {
                return false;
            }
        }
        boolean ends = i == end || b[i] == '/' || b[i] == '?' || b[i] == '#';
        return ends && isOwnHost(b, from, host);
    }

    private boolean isOwnHost(byte[] b, int from, int end) {
        int length = end - from;
        if (length == 0 || length > LONGEST_HOST) {
            return false;
        }
        for (byte[] own : exact) {
            if (own.length == length && endsWith(b, end, own)) {
                return true;
            }
        }
        for (byte[] suffix : suffixes) {
            if (length > suffix.length && endsWith(b, end, suffix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(byte[] b, int end, byte[] lower) {
        int start = end - lower.length;
        for (int i = 0; i < lower.length; i++) {
            if (Bytes.lower(b[start + i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where the host stands in an absolute http address written in the usual way, its end in the lower half; -1 for any
     * other address. To be asked for addresses that are not own.
     */
    static long plainHost(byte[] b, int from, int end) {
        int at = from;
        while (at < end && b[at] == ' ') {
            at++;
        }
        if (Bytes.startsWith(b, at, end, "http")) {
            at += 4;
            at += at < end && Bytes.lower(b[at]) == 's' ? 1 : 0;
            if (at == end || b[at++] != ':') {
                return -1;
            }
        }
        if (end - at < 3 || b[at] != '/' || b[at + 1] != '/') {
            return -1;
        }
        int host = at + 2;
        int label = host;
        at = host;
        while (at < end && Bytes.is(b[at], Bytes.HOST)) {
            label = b[at] == '.' ? at + 1 : label;
            at++;
        }
        boolean ends = at == end || b[at] == '/' || b[at] == '?' || b[at] == '#';
        // A last label that begins with a letter is no number, and there is no trailing dot.
        boolean plain = ends && label < at && Bytes.is(b[label], Bytes.LETTER) && at - host <= LONGEST_HOST;
        return plain ? (long) host << 32 | at : -1;
    }

    /** Whether a list of addresses, between whatever separators, certainly names no foreign one. */
    static boolean isRelative(byte[] b, int from, int end) {
        for (int i = from; i < end; i++) {
            byte c = b[i];
            if (c == ':' || c == '\\' || c == '&' || (c == '/' && i + 1 < end && b[i + 1] == '/')) {
                return false;
            }
            if (c >= 0 && c < ' ') {
                return false;
            }
        }
        return true;
    }
}
