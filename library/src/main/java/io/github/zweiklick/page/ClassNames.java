package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Classes, and beginnings of classes, that are a reason to look closer. */
final class ClassNames {
    private static final int LENGTH = Integer.BYTES;
    private static final int BITS = 13;

    private final NameTable names;
    private final Prefixes beginnings;
    /** By their first four bytes, in any case: spares nearly all others a look-up. */
    private final long[] filter = new long[(1 << BITS) / Long.SIZE];
    /** Whether there is one that is too short to be told so. */
    private final boolean anyShort;

    /** @param names lower case; they count in any case, the beginnings as they are written */
    ClassNames(Set<String> names, List<String> beginnings) {
        this.names = NameTable.of(names.stream().collect(Collectors.toMap(Function.identity(), name -> 1)));
        this.beginnings = new Prefixes(beginnings);
        List<byte[]> words = Stream.concat(names.stream(), beginnings.stream())
                .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        this.anyShort = words.stream().anyMatch(word -> word.length < LENGTH);
        words.stream().filter(word -> word.length >= LENGTH).forEach(word -> {
            int bit = bit(word, 0);
            filter[bit >>> 6] |= 1L << bit;
        });
    }

    /** Whether the value of a {@code class} may hold one of them. */
    boolean mayBeIn(byte[] b, int from, int to) {
        int i = from;
        while (i < to) {
            int token = i;
            i = Bytes.tokenEnd(b, i, to);
            if (mayBeAt(b, token) && (names.get(b, token, i) != 0 || beginnings.isAt(b, token, i))) {
                return true;
            }
            i++;
        }
        return Bytes.contains(b, from, to, '&');
    }

    private boolean mayBeAt(byte[] b, int at) {
        if (anyShort || at + LENGTH > b.length) {
            return true;
        }
        int bit = bit(b, at);
        return (filter[bit >>> 6] & 1L << bit) != 0;
    }

    private static int bit(byte[] b, int at) {
        return ((int) Bytes.lower(Bytes.fourAt(b, at)) * 0x9e3779b1) >>> (Integer.SIZE - BITS);
    }
}
