package io.github.zweiklick.url;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986, section 2: UTF-8, a space is {@code %20}, never {@code +}. */
public final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** Encodes everything but the unreserved characters: right in a path segment and in a query value. */
    public static String component(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (isUnreserved(c)) {
                out.append((char) c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || UNRESERVED.indexOf(c) >= 0;
    }
}
