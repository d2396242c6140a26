package io.github.zweiklick.page;

/** Where text ends in which no tag is read; {@link RawText} over bytes. */
final class RawBytes {
    private RawBytes() {}

    /** Index of the end tag of a RAWTEXT or RCDATA element, or the end. */
    static int end(byte[] bytes, int from, int end, String element) {
        int i = Bytes.indexOf(bytes, from, end, '<');
        while (i < end) {
            if (i + 1 < end && bytes[i + 1] == '/' && isTag(bytes, i + 2, end, element)) {
                return i;
            }
            i = Bytes.indexOf(bytes, i + 1, end, '<');
        }
        return end;
    }

    /** The same for an element named by a range of bytes. */
    static int end(byte[] bytes, int from, int end, int name, int nameEnd) {
        int length = nameEnd - name;
        int i = Bytes.indexOf(bytes, from, end, '<');
        while (i + 2 + length < end) {
            if (bytes[i + 1] == '/'
                    && isSame(bytes, i + 2, name, length)
                    && Bytes.is(bytes[i + 2 + length], Bytes.ENDS_TAG_NAME)) {
                return i;
            }
            i = Bytes.indexOf(bytes, i + 1, end, '<');
        }
        return end;
    }

    /** Whether two ranges hold the same name, in any case. */
    static boolean isSame(byte[] bytes, int one, int oneEnd, int other, int otherEnd) {
        return oneEnd - one == otherEnd - other && isSame(bytes, one, other, oneEnd - one);
    }

    private static boolean isSame(byte[] bytes, int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            if (Bytes.lower(bytes[one + i]) != Bytes.lower(bytes[other + i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Index of the end tag of a script: a comment in it that holds a script start tag hides the next end tag.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements">
     *     HTML, 4.12.1.3</a>
     */
    static int scriptEnd(byte[] bytes, int from, int end) {
        int i = Bytes.indexOf(bytes, from, end, '<');
        while (i < end) {
            if (i + 1 < end && bytes[i + 1] == '/') {
                if (isTag(bytes, i + 2, end, "script")) {
                    return i;
                }
            } else if (Bytes.startsWith(bytes, i, end, "<!--")) {
                return commentedScriptEnd(bytes, i, end);
            }
            i = Bytes.indexOf(bytes, i + 1, end, '<');
        }
        return end;
    }

    /** The same from the first comment on, where every dash counts. */
    private static int commentedScriptEnd(byte[] bytes, int from, int end) {
        boolean comment = false;
        boolean inner = false;
        for (int i = from; i < end; i++) {
            if (bytes[i] == '-' && comment && Bytes.startsWith(bytes, i, end, "-->")) {
                comment = false;
                inner = false;
            } else if (bytes[i] == '<') {
                if (!comment && Bytes.startsWith(bytes, i, end, "<!--")) {
                    comment = true;
                    // The two dashes may be those of the end as well: <!--> is a whole comment.
                    i++;
                } else if (i + 1 < end && bytes[i + 1] == '/' && isTag(bytes, i + 2, end, "script")) {
                    if (!inner) {
                        return i;
                    }
                    inner = false;
                } else if (comment && isTag(bytes, i + 1, end, "script")) {
                    inner = true;
                }
            }
        }
        return end;
    }

    private static boolean isTag(byte[] bytes, int at, int end, String name) {
        int after = at + name.length();
        return after < end && Bytes.startsWith(bytes, at, end, name) && Bytes.is(bytes[after], Bytes.ENDS_TAG_NAME);
    }

    /** Index after the end of a comment whose {@code <!--} ends at {@code from}. */
    static int commentEnd(byte[] bytes, int from, int end) {
        if (Bytes.startsWith(bytes, from, end, ">")) {
            return from + 1;
        }
        if (Bytes.startsWith(bytes, from, end, "->")) {
            return from + 2;
        }
        // Looks for what is rarer than a dash; the dashes may not be those of the beginning.
        int close = Bytes.indexOf(bytes, from, end, '>');
        while (close < end) {
            boolean bang = close > from && bytes[close - 1] == '!';
            int dashes = bang ? close - 3 : close - 2;
            if (dashes >= from && bytes[dashes] == '-' && bytes[dashes + 1] == '-') {
                return close + 1;
            }
            close = Bytes.indexOf(bytes, close + 1, end, '>');
        }
        return end;
    }
}
