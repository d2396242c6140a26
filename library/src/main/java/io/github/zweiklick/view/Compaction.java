package io.github.zweiklick.view;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes comments and indentation off our own scripts and styles. Only whole-line comments of scripts are known, so
 * that nothing inside strings or expressions is ever touched.
 */
final class Compaction {
    private static final Pattern CSS_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CSS_SPACE = Pattern.compile("\\s+");
    private static final Pattern CSS_AROUND = Pattern.compile(" ?([{};,>]) ?");
    private static final Pattern CSS_COLON = Pattern.compile(": ");

    private Compaction() {}

    /** For style sheets without strings that hold braces or runs of spaces. */
    static String css(String source) {
        String text = CSS_COMMENT.matcher(source).replaceAll("");
        text = CSS_SPACE.matcher(text).replaceAll(" ");
        text = CSS_AROUND.matcher(text).replaceAll("$1");
        text = CSS_COLON.matcher(text).replaceAll(":");
        return text.replace(";}", "}").strip();
    }

    /** For scripts without template literals; comments stand on lines of their own and begin with {@code //}. */
    static String script(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
    }
}
