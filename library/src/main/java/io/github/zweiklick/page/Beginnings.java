package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Sees by its first four bytes, in any case, that a word is none of those known, which spares most words a look-up. */
final class Beginnings {
    private static final int LENGTH = Integer.BYTES;
    private static final int BITS = 13;

    private final long[] filter = new long[(1 << BITS) / Long.SIZE];
    /** Whether a word is too short to be told so. */
    private final boolean any;

    Beginnings(Collection<String> words) {
        boolean tooShort = false;
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
            if (bytes.length < LENGTH) {
                tooShort = true;
            } else {
                int bit = bit(bytes, 0);
                filter[bit >>> 6] |= 1L << bit;
            }
        }
        any = tooShort;
    }

    /** False only where none of the words stands at a position. */
    boolean mayBeAt(byte[] bytes, int at) {
        if (any || at + LENGTH > bytes.length) {
            return true;
        }
        int bit = bit(bytes, at);
        return (filter[bit >>> 6] & 1L << bit) != 0;
    }

    private static int bit(byte[] bytes, int at) {
        return ((int) Bytes.lower(Bytes.fourAt(bytes, at)) * 0x9e3779b1) >>> (Integer.SIZE - BITS);
    }
}
