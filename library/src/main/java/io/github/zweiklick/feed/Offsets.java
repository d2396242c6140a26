package io.github.zweiklick.feed;

import java.nio.charset.StandardCharsets;

/**
 * Where a network's offsets into a text lie in Java's, which counts in UTF-16. Some count Unicode code points, some bytes of
 * UTF-8; an offset beyond the text's end, or within a character, has no place: -1.
 */
final class Offsets {
    private Offsets() {}

    /** Marks of one text that are looked at: to find each the text is gone through once. */
    static final int MOST = 500;

    /** Of a text what is looked at; of that again no more is kept than {@link RichText#LONGEST}. */
    static String within(String text) {
        return text.substring(0, Math.min(text.length(), 2 * RichText.LONGEST));
    }

    static int ofCodePoint(String text, int offset) {
        return offset < 0 || offset > text.codePointCount(0, text.length()) ? -1 : text.offsetByCodePoints(0, offset);
    }

    static int ofUtf8(String text, int offset) {
        int bytes = 0;
        int at = 0;
        while (bytes < offset && at < text.length()) {
            int c = text.codePointAt(at);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            at += Character.charCount(c);
        }
        return bytes == offset ? at : -1;
    }

    /** Bytes of a text in UTF-8. */
    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
