package io.github.zweiklick.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in which {@code ⟦KIND hosts⟧} stands before each part that is to be told, and where these are then, counted the
 * slow way.
 */
record Marked(String text, List<String> expected) {
    private static final Pattern MARK = Pattern.compile("\u27e6([^\u27e7]*)\u27e7");

    static Marked of(String marked) {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        Matcher marks = MARK.matcher(marked);
        int done = 0;
        while (marks.find()) {
            text.append(marked, done, marks.start());
            expected.add(place(text) + " " + marks.group(1));
            done = marks.end();
        }
        text.append(marked.substring(done));
        return new Marked(text.toString(), expected);
    }

    private static String place(CharSequence before) {
        String[] lines = before.toString().split("\r\n|\n|\r", -1);
        return lines.length + ":" + (lines[lines.length - 1].codePoints().count() + 1);
    }

    static List<String> told(List<ForeignPart> parts) {
        return parts.stream()
                .map(part -> part.range().line() + ":" + part.range().column() + " " + part.kind() + " "
                        + String.join(" ", part.hosts()))
                .map(String::strip)
                .toList();
    }
}
