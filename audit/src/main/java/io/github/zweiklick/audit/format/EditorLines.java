package io.github.zweiklick.audit.format;

import java.util.Locale;

/** One line for each problem, as editors and compilers have agreed on: {@code path:line:column: message}. */
public final class EditorLines {
    private EditorLines() {}

    /** Without a line break, whatever a file is called or holds. */
    public static String line(Checked checked, Problem problem) {
        String place = problem.region()
                .map(region -> ":" + region.line() + ":" + region.column())
                .orElse("");
        String level = problem.isFailure() ? "" : problem.level().name().toLowerCase(Locale.ROOT) + ": ";
        return Characters.line(checked.name()) + place + ": " + level + Characters.line(problem.message()) + " ["
                + problem.rule() + "]";
    }
}
