package io.github.zweiklick.audit.format;

import java.util.Optional;

/**
 * Something found in a file or on a page.
 *
 * @param rule its id
 * @param message one line
 * @param region where in the file; empty where it is about the file or page as such
 * @param identity by which it is known again when it has moved: the same for the same thing at another line
 */
public record Problem(String rule, Level level, String message, Optional<Region> region, String identity) {

    /** How much it matters. */
    public enum Level {
        ERROR,
        WARNING,
        /** Good to know; nothing fails for it. */
        NOTE
    }

    /** Lines and columns from 1, columns in characters (Unicode code points); the end is after the last character. */
    public record Region(int line, int column, int endLine, int endColumn) {}

    /** Whether something fails for it. */
    public boolean isFailure() {
        return level != Level.NOTE;
    }
}
