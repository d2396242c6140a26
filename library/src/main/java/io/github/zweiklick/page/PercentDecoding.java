package io.github.zweiklick.page;

/** Percent-encoded bytes of a path as ISO-8859-1: enough to compare it with an ASCII path. */
record PercentDecoding(String path) {
    String text() {
        StringBuilder out = new StringBuilder(path.length());
        int at = 0;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '%'
                    && at + 2 < path.length()
                    && Ascii.isHex(path.charAt(at + 1))
                    && Ascii.isHex(path.charAt(at + 2))) {
                out.append((char) Integer.parseInt(path.substring(at + 1, at + 3), 16));
                at += 3;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }
}
