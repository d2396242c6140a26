package io.github.zweiklick.page;

/** Scripts that stand outside of script elements: in attributes that handle events, and in addresses. */
final class EventHandlers {
    private static final String SCHEME = "javascript";
    private static final int SHORTEST_NAME = "on".length() + 1;

    private EventHandlers() {}

    /** Whether a page's text may hold some; it is not read as markup, so prose may look like one. */
    static boolean mayStandIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == '=' && isHandler(text, beforeSpace(text, at))) || (c == ':' && isScript(text, at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name ends here that begins with "on" after what may stand before an attribute. */
    private static boolean isHandler(String text, int end) {
        int start = end;
        while (start > 0 && isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start > 0
                && end - start >= SHORTEST_NAME
                && Ascii.startsWith(text, start, "on")
                && (isSpace(text.charAt(start - 1)) || "\"'/".indexOf(text.charAt(start - 1)) >= 0);
    }

    private static boolean isScript(String text, int colon) {
        int start = beforeSpace(text, colon) - SCHEME.length();
        return start >= 0 && Ascii.startsWith(text, start, SCHEME);
    }

    private static int beforeSpace(String text, int at) {
        int end = at;
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
