package io.github.zweiklick;

/**
 * Segments {@code .} and {@code ..} that a container has left in a path, as in {@code /alt/..%2fneu}. Whether {@code /neu} is what
 * such a path means is for whoever serves it to say; so it is not known below which prefix it is.
 */
final class DotSegments {
    private DotSegments() {}

    /** @param path decoded */
    static boolean areIn(String path) {
        // Most paths have none, and each request asks.
        if (path.indexOf('.') < 0) {
            return false;
        }
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || isSeparator(path.charAt(i))) {
                if (isDots(path, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /** Some servers take the backslash for a slash. */
    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }

    /** Parameters, as in {@code ..;a=b}, are no part of a segment's name. */
    private static boolean isDots(String path, int start, int end) {
        int dots = start;
        while (dots < end && path.charAt(dots) == '.') {
            dots++;
        }
        boolean few = dots - start == 1 || dots - start == 2;
        return few && (dots == end || path.charAt(dots) == ';');
    }
}
