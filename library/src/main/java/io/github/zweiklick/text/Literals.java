package io.github.zweiklick.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Looks for many literal strings at once by the pairs of bytes they hold (Wu and Manber, "A fast algorithm for
 * multi-pattern searching", 1994): most positions are jumped over.
 */
public final class Literals {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** What scripts are made of, the most frequent first. */
    private static final String FREQUENT = "etaonirsclduptmfhg.,v\"(){};:=by'/w_k0x1-j";

    private static final int TABLE = 1 << 14;

    /** The shorter the shortest, the shorter all jumps: a few that are shorter than this are looked for by themselves. */
    private static final int USUAL = 8;

    private static final int FEW = 2;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private final byte[][] literals;
    private final int shortest;
    /** Where in each literal the part stands that is looked for: the one with the rarest end. */
    private final int[] offsets;

    private final byte[] jumps = new byte[TABLE];
    /** Literals by the pair that ends their first {@code shortest} bytes. */
    private final int[][] ending = new int[TABLE][];

    /** The first eight bytes of the part, 0 where it is shorter. */
    private final long[] parts;

    /** Those that are looked for by themselves. */
    private final int[] alone;

    private final boolean always;

    private Literals(List<byte[]> literals, boolean always) {
        this.literals = literals.toArray(byte[][]::new);
        this.always = always;
        this.alone = alone(literals);
        this.shortest = Math.min(
                Byte.MAX_VALUE,
                literals.stream()
                        .mapToInt(literal -> literal.length)
                        .filter(length -> alone.length == 0 || length >= USUAL)
                        .min()
                        .orElse(2));
        this.offsets = literals.stream().mapToInt(this::rarest).toArray();
        this.parts = new long[this.literals.length];
        Arrays.fill(jumps, (byte) (shortest - 1));
        for (int number = 0; number < this.literals.length; number++) {
            if (this.literals[number].length < shortest) {
                continue;
            }
            byte[] literal = this.literals[number];
            int offset = offsets[number];
            parts[number] = shortest < 8 ? 0 : eightAt(literal, offset);
            for (int last = 1; last < shortest; last++) {
                int pair = pair(literal[offset + last - 1], literal[offset + last]);
                jumps[pair] = (byte) Math.min(jumps[pair], shortest - 1 - last);
            }
            int pair = pair(literal[offset + shortest - 2], literal[offset + shortest - 1]);
            int[] same = ending[pair] == null ? new int[0] : ending[pair];
            ending[pair] = Arrays.copyOf(same, same.length + 1);
            ending[pair][same.length] = number;
        }
    }

    private static int[] alone(List<byte[]> literals) {
        int[] few = IntStream.range(0, literals.size())
                .filter(number -> literals.get(number).length < USUAL)
                .toArray();
        return few.length <= FEW && few.length < literals.size() ? few : new int[0];
    }

    private int rarest(byte[] literal) {
        int best = 0;
        int rarity = -1;
        for (int offset = 0; offset + shortest <= literal.length; offset++) {
            int end = offset + shortest;
            int found = rarity(literal[end - 2]) + rarity(literal[end - 1]);
            if (found > rarity) {
                rarity = found;
                best = offset;
            }
        }
        return best;
    }

    private static int rarity(byte b) {
        int place = FREQUENT.indexOf(b >= 'A' && b <= 'Z' ? b + 32 : b);
        return place < 0 ? FREQUENT.length() : place;
    }

    /** Whether a text can be looked for. */
    public static boolean isSearchable(String text) {
        return text.length() > 1 && text.chars().allMatch(c -> c < 0x80);
    }

    /** A literal of one character, or one that depends on the page's encoding, is taken for found everywhere. */
    public static Literals of(List<String> texts) {
        List<byte[]> literals = new ArrayList<>();
        boolean always = false;
        for (String text : texts) {
            always |= !isSearchable(text);
            if (isSearchable(text)) {
                literals.add(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return new Literals(literals, always);
    }

    /** Whether a range holds any of them. */
    public boolean anyIn(byte[] bytes, int from, int end) {
        if (always || literals.length == 0) {
            return always;
        }
        int at = from + shortest - 1;
        while (at < end) {
            int jump = jumps[pair(bytes[at - 1], bytes[at])];
            if (jump == 0) {
                for (int number : ending[pair(bytes[at - 1], bytes[at])]) {
                    if (stands(number, bytes, at - shortest + 1, from, end)) {
                        return true;
                    }
                }
                jump = 1;
            }
            at += jump;
        }
        for (int number : alone) {
            if (indexOf(literals[number], bytes, from, end) < end) {
                return true;
            }
        }
        return false;
    }

    /** Gives the number of each literal, counted from 0 among those that can be looked for, each time it stands in a range. */
    public void allIn(byte[] bytes, int from, int end, IntConsumer found) {
        int at = literals.length == 0 ? end : from + shortest - 1;
        while (at < end) {
            int jump = jumps[pair(bytes[at - 1], bytes[at])];
            if (jump == 0) {
                for (int number : ending[pair(bytes[at - 1], bytes[at])]) {
                    if (stands(number, bytes, at - shortest + 1, from, end)) {
                        found.accept(number);
                    }
                }
                jump = 1;
            }
            at += jump;
        }
        for (int number : alone) {
            byte[] literal = literals[number];
            for (int start = indexOf(literal, bytes, from, end);
                    start < end;
                    start = indexOf(literal, bytes, start + 1, end)) {
                found.accept(number);
            }
        }
    }

    /** Where a literal stands next, or the end; by its first byte. */
    private static int indexOf(byte[] literal, byte[] bytes, int from, int end) {
        long pattern = ONES * literal[0];
        int last = end - literal.length;
        int at = from;
        while (at <= last) {
            if (at + Long.BYTES <= bytes.length) {
                long other = eightAt(bytes, at) ^ pattern;
                long first = other - ONES & ~other & HIGH;
                if (first == 0) {
                    at += Long.BYTES;
                    continue;
                }
                at += Long.numberOfTrailingZeros(first) >>> 3;
            }
            if (at <= last && Arrays.equals(bytes, at, at + literal.length, literal, 0, literal.length)) {
                return at;
            }
            at++;
        }
        return end;
    }

    /** Whether a literal stands where its part does. */
    private boolean stands(int number, byte[] bytes, int part, int from, int end) {
        if (parts[number] != 0 && part + 8 <= bytes.length && parts[number] != eightAt(bytes, part)) {
            return false;
        }
        byte[] literal = literals[number];
        int start = part - offsets[number];
        return start >= from
                && start + literal.length <= end
                && Arrays.equals(bytes, start, start + literal.length, literal, 0, literal.length);
    }

    private static long eightAt(byte[] bytes, int index) {
        return (long) LONG.get(bytes, index);
    }

    private static int pair(byte one, byte two) {
        return ((one & 0xff) << 7 ^ (two & 0xff)) & (TABLE - 1);
    }
}
