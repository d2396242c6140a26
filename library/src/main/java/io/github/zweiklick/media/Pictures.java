package io.github.zweiklick.media;

import java.util.List;

/**
 * One picture in all its widths.
 *
 * @param versions the narrowest first, at least one
 */
record Pictures(List<Version> versions) {
    Pictures {
        versions = List.copyOf(versions);
    }

    /**
     * One of them.
     *
     * @param width for which it was made, in pixels; its own may be smaller, since none is made larger than it came
     */
    record Version(int width, Picture picture) {}

    /** The one that was made for a width; where the picture is not that wide, the widest. */
    Picture at(int width) {
        return versions.get(index(versions.stream().map(Version::width).toList(), width))
                .picture();
    }

    /** @param widths ascending */
    static int index(List<Integer> widths, int width) {
        for (int i = 0; i < widths.size(); i++) {
            if (widths.get(i) >= width) {
                return i;
            }
        }
        return widths.size() - 1;
    }

    long bytes() {
        return versions.stream()
                .mapToLong(version -> version.picture().bytes().length)
                .sum();
    }
}
