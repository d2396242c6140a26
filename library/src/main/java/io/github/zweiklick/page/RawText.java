package io.github.zweiklick.page;

/** Where text ends in which no tag is read. */
final class RawText {
    private RawText() {}

    /** Index of the end tag of a RAWTEXT or RCDATA element, or the end of the text. */
    static int end(String text, String element, int from) {
        for (int i = text.indexOf("</", from); i >= 0; i = text.indexOf("</", i + 2)) {
            if (isTag(text, i + 2, element)) {
                return i;
            }
        }
        return text.length();
    }

    /**
     * Index of the end tag of a script: a comment in it that holds a script start tag hides the next end tag.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements">
     *     HTML, 4.12.1.3</a>
     */
    static int scriptEnd(String text, int from) {
        boolean comment = false;
        boolean inner = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-' && comment && text.startsWith("-->", i)) {
                comment = false;
                inner = false;
            } else if (!comment && text.startsWith("<!--", i)) {
                comment = true;
                // The two dashes may be those of the end as well: <!--> is a whole comment.
                i++;
            } else if (c == '<' && isEndTag(text, i)) {
                if (!inner) {
                    return i;
                }
                inner = false;
            } else if (c == '<' && comment && isTag(text, i + 1, "script")) {
                inner = true;
            }
        }
        return text.length();
    }

    private static boolean isEndTag(String text, int at) {
        return text.startsWith("</", at) && isTag(text, at + 2, "script");
    }

    private static boolean isTag(String text, int at, String name) {
        int end = at + name.length();
        if (end >= text.length() || !Ascii.startsWith(text, at, name)) {
            return false;
        }
        char c = text.charAt(end);
        return c == '>' || c == '/' || Ascii.isSpace(c);
    }

    /** Index after the end of a comment whose {@code <!--} ends at {@code from}. */
    static int commentEnd(String text, int from) {
        if (text.startsWith(">", from)) {
            return from + 1;
        }
        if (text.startsWith("->", from)) {
            return from + 2;
        }
        for (int i = text.indexOf("--", from); i >= 0; i = text.indexOf("--", i + 1)) {
            if (text.startsWith(">", i + 2)) {
                return i + 3;
            }
            if (text.startsWith("!>", i + 2)) {
                return i + 4;
            }
        }
        return text.length();
    }
}
