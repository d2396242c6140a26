package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for many literal strings at once by the pairs of bytes they hold (Wu and Manber, "A fast algorithm for
 * multi-pattern searching", 1994): most positions are jumped over.
 */
final class Literals {
    private static final int TABLE = 1 << 14;

    private final byte[][] literals;
    private final int shortest;
    private final byte[] jumps = new byte[TABLE];
    /** Literals by the pair that ends their first {@code shortest} bytes. */
    private final int[][] ending = new int[TABLE][];

    /** The first eight bytes of each, 0 for shorter ones. */
    private final long[] beginnings;

    private final boolean always;

    private Literals(List<byte[]> literals, boolean always) {
        this.literals = literals.toArray(byte[][]::new);
        this.always = always;
        this.shortest = Math.min(
                Byte.MAX_VALUE, literals.stream().mapToInt(literal -> literal.length).min().orElse(2));
        this.beginnings = literals.stream()
                .mapToLong(literal -> literal.length < 8 ? 0 : Bytes.eightAt(literal, 0))
                .toArray();
        Arrays.fill(jumps, (byte) (shortest - 1));
        for (int number = 0; number < this.literals.length; number++) {
            byte[] literal = this.literals[number];
            for (int last = 1; last < shortest; last++) {
                int pair = pair(literal[last - 1], literal[last]);
                jumps[pair] = (byte) Math.min(jumps[pair], shortest - 1 - last);
            }
            int pair = pair(literal[shortest - 2], literal[shortest - 1]);
            int[] same = ending[pair] == null ? new int[0] : ending[pair];
            ending[pair] = Arrays.copyOf(same, same.length + 1);
            ending[pair][same.length] = number;
        }
    }

    /** A literal of one character, or one that depends on the page's encoding, is taken for found everywhere. */
    static Literals of(List<String> texts) {
        List<byte[]> literals = new ArrayList<>();
        boolean always = false;
        for (String text : texts) {
            boolean searchable = text.length() > 1 && text.chars().allMatch(c -> c < 0x80);
            always |= !searchable;
            if (searchable) {
                literals.add(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return new Literals(literals, always);
    }

    /** Whether a range holds any of them. */
    boolean anyIn(byte[] bytes, int from, int end) {
        if (always || literals.length == 0) {
            return always;
        }
        int at = from + shortest - 1;
        while (at < end) {
            int pair = pair(bytes[at - 1], bytes[at]);
            int jump = jumps[pair];
            if (jump > 0) {
                at += jump;
            } else if (stands(bytes, at - shortest + 1, end, ending[pair])) {
                return true;
            } else {
                at++;
            }
        }
        return false;
    }

    private boolean stands(byte[] bytes, int from, int end, int[] numbers) {
        long eight = from + 8 <= bytes.length ? Bytes.eightAt(bytes, from) : 0;
        for (int number : numbers) {
            byte[] literal = literals[number];
            if ((beginnings[number] == 0 || beginnings[number] == eight)
                    && from + literal.length <= end
                    && Arrays.equals(bytes, from, from + literal.length, literal, 0, literal.length)) {
                return true;
            }
        }
        return false;
    }

    private static int pair(byte one, byte two) {
        return ((one & 0xff) << 7 ^ (two & 0xff)) & (TABLE - 1);
    }
}
