package io.github.zweiklick.page;

/** Passes over a tag and notes the language it declares. */
final class TagLanguage {
    private final byte[] b;
    private boolean selfClosing;
    private long language;

    TagLanguage(byte[] bytes) {
        this.b = bytes;
    }

    /** Of the tag passed last. */
    boolean selfClosing() {
        return selfClosing;
    }

    /** Where the value of the language stands in the tag passed last, with its end; 0 where none. */
    long language() {
        return language;
    }

    /** The end of a tag whose name ends at a position; notes its language. */
    int after(int from) {
        int i = from;
        selfClosing = false;
        language = 0;
        while (i < b.length && b[i] != '>') {
            byte c = b[i];
            if (c == '/' || Bytes.is(c, Bytes.SPACE)) {
                selfClosing = c == '/' && i + 1 < b.length && b[i + 1] == '>';
                i++;
                continue;
            }
            int name = i;
            i = Bytes.attributeNameEnd(b, name + 1, b.length);
            int nameEnd = i;
            int value = Bytes.skipSpace(b, i, b.length);
            if (value < b.length && b[value] == '=') {
                i = value(Bytes.skipSpace(b, value + 1, b.length), isLanguage(name, nameEnd));
            }
        }
        return Math.min(b.length, i + 1);
    }

    private boolean isLanguage(int name, int nameEnd) {
        return (nameEnd - name == 4 && Bytes.startsWith(b, name, nameEnd, "lang"))
                || (nameEnd - name == 8 && Bytes.startsWith(b, name, nameEnd, "xml:lang"));
    }

    private int value(int from, boolean isLanguage) {
        boolean quoted = from < b.length && (b[from] == '"' || b[from] == '\'');
        int start = quoted ? from + 1 : from;
        int end = start;
        if (quoted) {
            end = Bytes.indexOf(b, start, b.length, (char) b[from]);
        } else {
            while (end < b.length && b[end] != '>' && !Bytes.is(b[end], Bytes.SPACE)) {
                end++;
            }
        }
        if (isLanguage && end > start && language == 0) {
            language = (long) start << 32 | end;
        }
        return quoted ? Math.min(b.length, end + 1) : end;
    }
}
