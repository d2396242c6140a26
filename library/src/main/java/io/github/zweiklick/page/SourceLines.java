package io.github.zweiklick.page;

import java.util.Arrays;

/** Lines and columns of a page's text. Asked for one place after the next it reads each line once. */
final class SourceLines {
    private final PageText page;
    private final String text;
    private int[] begins = new int[64];
    private int count = 1;
    /** The place told last, so that the next one in its line is counted from there. */
    private int last;

    private int lastColumn = 1;

    SourceLines(PageText page) {
        this.page = page;
        this.text = page.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                begins = count == begins.length ? Arrays.copyOf(begins, count * 2) : begins;
                begins[count++] = i + 1;
            }
        }
    }

    /** @param start index in the text */
    SourceRange range(int start, int end) {
        int line = line(start);
        int column = column(line, start);
        int endLine = line(end);
        return new SourceRange(
                page.byteAt(start), page.byteAt(end), line + 1, column, endLine + 1, column(endLine, end));
    }

    private int line(int position) {
        int found = Arrays.binarySearch(begins, 0, count, position);
        return found >= 0 ? found : -found - 2;
    }

    private int column(int line, int position) {
        if (last < begins[line] || last > position) {
            last = begins[line];
            lastColumn = 1;
        }
        String between = page.value(text.substring(last, position));
        lastColumn += between.codePointCount(0, between.length());
        last = position;
        return lastColumn;
    }
}
