package io.github.zweiklick.page;

/** Sees of a {@code srcset} as it stands in the page that all its addresses are certainly own; {@link SourceSet}. */
final class SourceSetProbe {
    private SourceSetProbe() {}

    static boolean isOwn(byte[] b, int from, int end, AddressProbe addresses) {
        if (hidesSeparators(b, from, end)) {
            return false;
        }
        int at = from;
        while (at < end) {
            if (Bytes.is(b[at], Bytes.SPACE) || b[at] == ',') {
                at++;
                continue;
            }
            int start = at;
            at = Bytes.tokenEnd(b, at, end);
            int stop = at;
            while (stop > start && b[stop - 1] == ',') {
                stop--;
            }
            if (!addresses.isOwn(b, start, stop, true)) {
                return false;
            }
            if (stop == at) {
                at = afterDescriptors(b, at, end);
            }
        }
        return true;
    }

    /** References may stand for commas and spaces; that for the ampersand does not. */
    private static boolean hidesSeparators(byte[] b, int from, int end) {
        int at = Bytes.indexOf(b, from, end, '&');
        while (at < end) {
            // As people write it, and as WordPress does.
            if (!Bytes.startsWith(b, at, end, "&amp;") && !Bytes.startsWith(b, at, end, "&#038;")) {
                return true;
            }
            at = Bytes.indexOf(b, at + 1, end, '&');
        }
        return false;
    }

    private static int afterDescriptors(byte[] b, int from, int end) {
        boolean parentheses = false;
        for (int i = from; i < end; i++) {
            byte c = b[i];
            if (c == '(') {
                parentheses = true;
            } else if (c == ')') {
                parentheses = false;
            } else if (c == ',' && !parentheses) {
                return i + 1;
            }
        }
        return end;
    }
}
