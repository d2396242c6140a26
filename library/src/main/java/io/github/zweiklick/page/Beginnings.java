package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Sees by its first four bytes, in any case, that a word is none of those known, before its end is. */
final class Beginnings {
    private static final int LENGTH = Integer.BYTES;
    private static final int BITS = 13;

    private final long[] filter = new long[(1 << BITS) / Long.SIZE];
    /** Whether a word is too short to be told so. */
    private final boolean any;

    Beginnings(Collection<String> words) {
        any = words.stream().anyMatch(word -> word.length() < LENGTH);
        for (String word : words) {
            if (!any) {
                int bit = bit(Bytes.lower(Bytes.fourAt(word.getBytes(StandardCharsets.ISO_8859_1), 0)));
                filter[bit >>> 6] |= 1L << bit;
            }
        }
    }

    /** False where no word stands at a position. */
    boolean mayBeAt(byte[] bytes, int at) {
        if (any || at + LENGTH > bytes.length) {
            return true;
        }
        int bit = bit(Bytes.lower(Bytes.fourAt(bytes, at)));
        return (filter[bit >>> 6] & 1L << bit) != 0;
    }

    private static int bit(long four) {
        return ((int) four * 0x9e3779b1) >>> (Integer.SIZE - BITS);
    }
}
