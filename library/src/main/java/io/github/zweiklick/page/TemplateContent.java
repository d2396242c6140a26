package io.github.zweiklick.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * What becomes of tags in {@code template}: after {@code col} as the first all but a few are ignored, and an ignored
 * {@code style} begins no text (HTML, 13.2.6.4.12 and 13.2.6.4.22).
 */
final class TemplateContent {
    private enum Mode {
        /** Nothing yet that tells what the template is about. */
        OPEN,
        COLUMNS,
        OTHER
    }

    /** What says nothing about the rest of a template. */
    private static final Set<String> OF_HEAD =
            Set.of("base", "basefont", "bgsound", "link", "meta", "noframes", "script", "style", "title");

    /** The innermost first. */
    private final Deque<Mode> modes = new ArrayDeque<>();

    /** Whether a start tag of HTML is ignored; takes note of it. */
    boolean ignores(String name) {
        if (name.equals("template")) {
            modes.push(Mode.OPEN);
            return false;
        }
        if (modes.isEmpty() || modes.peek() == Mode.OTHER) {
            return false;
        }
        if (modes.peek() == Mode.COLUMNS) {
            return !name.equals("col") && !name.equals("html");
        }
        if (!OF_HEAD.contains(name)) {
            modes.pop();
            modes.push(name.equals("col") ? Mode.COLUMNS : Mode.OTHER);
        }
        return false;
    }

    void end(String name) {
        if (name.equals("template")) {
            modes.poll();
        }
    }
}
