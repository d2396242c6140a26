package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.format.Characters;
import java.util.Locale;

/** Words of pages, fit to be written down: a page may hold anything, and none of it may end or garble a report. */
final class Plain {
    /** UTF-16 units of one text that are written down. */
    static final int LONGEST = 2_000;

    private static final int LONGEST_LINE = 500;

    private Plain() {}

    /** A constant's name as it stands in reports: {@code NOT_AT_REST} is {@code not-at-rest}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Well-formed, which JavaScript's strings need not be and encoders insist on, and not longer than is of use. */
    static String text(String text) {
        return cut(Characters.wellFormed(text), LONGEST);
    }

    /**
     * For a terminal: one line, in which what would move the cursor, change colours or turn the direction of reading is
     * written out.
     */
    static String line(String text) {
        return cut(Characters.line(text), LONGEST_LINE);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
