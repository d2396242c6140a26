package io.github.zweiklick.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of a {@code srcset}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute">HTML, 4.8.4.3.10</a>
 */
final class SourceSet {
    private SourceSet() {}

    static List<String> addresses(String value) {
        List<String> addresses = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            if (Ascii.isSpace(c) || c == ',') {
                at++;
                continue;
            }
            int start = at;
            while (at < value.length() && !Ascii.isSpace(value.charAt(at))) {
                at++;
            }
            int end = at;
            while (end > start && value.charAt(end - 1) == ',') {
                end--;
            }
            addresses.add(value.substring(start, end));
            if (end == at) {
                at = afterDescriptors(value, at);
            }
        }
        return addresses;
    }

    /** A comma in parentheses does not end the descriptors. */
    private static int afterDescriptors(String value, int from) {
        int i = from;
        boolean parentheses = false;
        while (i < value.length()) {
            char c = value.charAt(i++);
            if (c == '(') {
                parentheses = true;
            } else if (c == ')') {
                parentheses = false;
            } else if (c == ',' && !parentheses) {
                return i;
            }
        }
        return i;
    }
}
