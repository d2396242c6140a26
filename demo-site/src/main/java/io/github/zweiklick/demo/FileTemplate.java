package io.github.zweiklick.demo;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the {@code {{names}}} of a file. What a name stands for comes escaped from the caller. */
record FileTemplate(String text) {
    private static final Pattern NAME = Pattern.compile("\\{\\{([^{}]+)}}");

    String fill(UnaryOperator<String> values) {
        return NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }
}
