package io.github.zweiklick.page;

import java.util.Arrays;

/** The names of elements open in SVG, the outermost first. */
final class SvgNesting {
    private static final int DEEPEST = 64;

    private final byte[] b;
    /** Where the names stand, with their ends. */
    private long[] names = new long[0];

    private int depth;

    SvgNesting(byte[] bytes) {
        this.b = bytes;
    }

    int depth() {
        return depth;
    }

    /** Opens an element whose name stands in a range; false where that is too deep. */
    boolean open(int name, int nameEnd) {
        if (depth == names.length) {
            if (depth >= DEEPEST) {
                return false;
            }
            names = Arrays.copyOf(names, Math.max(16, depth * 2));
        }
        names[depth++] = (long) name << 32 | nameEnd;
        return true;
    }

    /** Closes the innermost element of a name with all inside it; false where none is open. */
    boolean close(int name, int nameEnd) {
        int found = depth - 1;
        while (found >= 0 && !RawBytes.isSame(b, (int) (names[found] >>> 32), (int) names[found], name, nameEnd)) {
            found--;
        }
        depth = Math.max(0, found);
        return found >= 0;
    }
}
