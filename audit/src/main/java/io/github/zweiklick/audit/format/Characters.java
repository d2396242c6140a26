package io.github.zweiklick.audit.format;

import java.util.function.IntPredicate;

/** Characters of foreign texts, which may be any and must not end or garble what they are written into. */
public final class Characters {
    private static final int REPLACEMENT = 0xfffd;

    private Characters() {}

    /** A text in which {@code U+FFFD} stands for halves of pairs, which encoders refuse. */
    public static String wellFormed(String text) {
        return only(text, point -> !isHalf(point));
    }

    /**
     * A text in which {@code U+FFFD} stands for what XML cannot hold, not even as a reference: most controls, halves of pairs,
     * and two that are no characters.
     *
     * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2</a>
     */
    static String inXml(String text) {
        return only(
                text,
                point -> point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || (point >= 0x20 && point < 0xfffe && !isHalf(point))
                        || point >= 0x10000);
    }

    /**
     * For a terminal: one line, in which what would move the cursor, change colours or turn the direction of reading is
     * written out.
     */
    public static String line(String text) {
        StringBuilder line = new StringBuilder();
        wellFormed(text).codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED ->
                    line.append("\\u{").append(Integer.toHexString(point)).append('}');
                default -> line.appendCodePoint(point);
            }
        });
        return line.toString();
    }

    private static String only(String text, IntPredicate legal) {
        return text.codePoints().allMatch(legal)
                ? text
                : text.codePoints()
                        .map(point -> legal.test(point) ? point : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
