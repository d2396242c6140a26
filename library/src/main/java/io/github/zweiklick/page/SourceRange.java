package io.github.zweiklick.page;

/**
 * A part of a file, for editors.
 *
 * <p>Lines end with CR LF, LF or CR. Columns count the characters (Unicode code points) that an editor shows; a byte order mark
 * is none.
 *
 * @param start index of the first byte, from 0
 * @param end index after the last byte
 * @param line of the first character, from 1
 * @param column of the first character in its line, from 1
 * @param endLine of the last character
 * @param endColumn after the last character
 */
public record SourceRange(int start, int end, int line, int column, int endLine, int endColumn) {}
