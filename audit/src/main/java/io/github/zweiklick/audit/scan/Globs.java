package io.github.zweiklick.audit.scan;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of paths: one without a slash is about the last name of a path, one with a slash about the path below the folder
 * that was named. {@code **}{@code /} at its beginning stands for no folder as well.
 */
public final class Globs {
    private final List<PathMatcher> names = new ArrayList<>();
    private final List<PathMatcher> paths = new ArrayList<>();

    /** @throws PatternSyntaxException where one cannot be read */
    public Globs(List<String> patterns) {
        for (String pattern : patterns) {
            if (!pattern.contains("/")) {
                names.add(matcher(pattern));
                continue;
            }
            paths.add(matcher(pattern));
            if (pattern.startsWith("**/")) {
                paths.add(matcher(pattern.substring("**/".length())));
            }
        }
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    boolean isEmpty() {
        return names.isEmpty() && paths.isEmpty();
    }

    boolean match(Path relative) {
        Path name = relative.getFileName();
        return (name != null && names.stream().anyMatch(glob -> glob.matches(name)))
                || paths.stream().anyMatch(glob -> glob.matches(relative));
    }
}
