package io.github.zweiklick.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Looks for many literal strings at once: of a text only each so many-th group of four bytes is looked at, and of each
 * literal as many groups beside one another are known, so that one of them is met wherever it stands. Steps of one length do not wait
 * for what the one before has found, so that processors take several at a time.
 */
public final class Literals {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** What scripts are made of, the most frequent first. */
    private static final String FREQUENT = "etaonirsclduptmfhg.,v\"(){};:=by'/w_k0x1-j";

    private static final int GROUP = Integer.BYTES;
    /** So many bits of the filter for a group: then it turns all but a few of those not known away. */
    private static final int BITS_FOR_GROUP = 32;

    /** So many bits of the filter for a head, as a power of two. */
    private static final int BITS_FOR_HEAD = 4;

    /**
     * The shorter the shortest, the shorter the steps: where only a few are shorter than this these are looked for by
     * themselves; else only those are that hold no group.
     */
    private static final int USUAL = 8;

    private static final int FEW = 2;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private final byte[][] literals;
    private final boolean always;
    /** Those that are looked for by themselves. */
    private final int[] alone;
    /** Where in each of these the rarest pair of bytes stands. */
    private final int[] pairs;

    private final int step;
    /** Whether a group may be known. */
    private final long[] filter;

    private final int filterShift;
    /** Of the groups that share a place, the one noted last, counted from 1. */
    private final int[] heads;

    private final int headShift;
    private final int[] groups;
    private final int[] numbers;
    /** Where in its literal a group stands. */
    private final int[] offsets;
    /** The group noted before at the same place. */
    private final int[] others;

    private Literals(List<byte[]> literals, boolean always) {
        this.literals = literals.toArray(byte[][]::new);
        this.always = always;
        long few = literals.stream().filter(literal -> literal.length < USUAL).count();
        int sought = few <= FEW && few < literals.size() ? USUAL : GROUP;
        int[] all = new int[literals.size()];
        Arrays.setAll(all, number -> number);
        this.alone = Arrays.stream(all)
                .filter(number -> this.literals[number].length < sought)
                .toArray();
        this.pairs = Arrays.stream(alone)
                .map(number -> rarest(this.literals[number], 2))
                .toArray();
        int[] together = Arrays.stream(all)
                .filter(number -> this.literals[number].length >= sought)
                .toArray();
        this.step = Arrays.stream(together)
                        .map(number -> this.literals[number].length)
                        .min()
                        .orElse(GROUP)
                - (GROUP - 1);
        this.groups = new int[together.length * step];
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(groups.length * BITS_FOR_GROUP | (Long.SIZE - 1));
        this.filterShift = Integer.SIZE - bits;
        this.filter = new long[(1 << bits) / Long.SIZE];
        this.headShift = filterShift + BITS_FOR_HEAD;
        this.heads = new int[1 << (bits - BITS_FOR_HEAD)];
        this.numbers = new int[groups.length];
        this.offsets = new int[groups.length];
        this.others = new int[groups.length];
        int count = 0;
        for (int number : together) {
            int from = rarest(this.literals[number], step + GROUP - 1);
            for (int offset = from; offset < from + step; offset++) {
                note(count++, number, offset);
            }
        }
    }

    private void note(int entry, int number, int offset) {
        int group = groupAt(literals[number], offset);
        groups[entry] = group;
        numbers[entry] = number;
        offsets[entry] = offset;
        int mixed = mixed(group);
        filter[mixed >>> filterShift >>> 6] |= 1L << (mixed >>> filterShift);
        others[entry] = heads[mixed >>> headShift];
        heads[mixed >>> headShift] = entry + 1;
    }

    /** Where the part of a length stands whose characters are the rarest. */
    private static int rarest(byte[] literal, int length) {
        int best = 0;
        int rarity = -1;
        for (int from = 0; from + length <= literal.length; from++) {
            int found = 0;
            for (int i = from; i < from + length; i++) {
                found += rarity(literal[i]);
            }
            if (found > rarity) {
                rarity = found;
                best = from;
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
        if (always) {
            return true;
        }
        for (int at = first(from, end); at <= end - GROUP; at += step) {
            int mixed = mixed(groupAt(bytes, at));
            if (isKnown(mixed) && next(heads[mixed >>> headShift], bytes, at, from, end) != 0) {
                return true;
            }
        }
        for (int i = 0; i < alone.length; i++) {
            if (indexOf(literals[alone[i]], pairs[i], bytes, from, end) < end) {
                return true;
            }
        }
        return false;
    }

    /** Gives the number of each literal, counted from 0 among those that can be looked for, each time it stands in a range. */
    public void allIn(byte[] bytes, int from, int end, IntConsumer found) {
        for (int at = first(from, end); at <= end - GROUP; at += step) {
            int mixed = mixed(groupAt(bytes, at));
            if (isKnown(mixed)) {
                for (int entry = next(heads[mixed >>> headShift], bytes, at, from, end);
                        entry != 0;
                        entry = next(others[entry - 1], bytes, at, from, end)) {
                    found.accept(numbers[entry - 1]);
                }
            }
        }
        for (int i = 0; i < alone.length; i++) {
            byte[] literal = literals[alone[i]];
            for (int start = indexOf(literal, pairs[i], bytes, from, end);
                    start < end;
                    start = indexOf(literal, pairs[i], bytes, start + 1, end)) {
                found.accept(alone[i]);
            }
        }
    }

    private int first(int from, int end) {
        return groups.length == 0 ? end : from;
    }

    /** Of an entry and those at its place the first whose literal stands around a position; 0 where none does. */
    private int next(int first, byte[] bytes, int at, int from, int end) {
        int group = groupAt(bytes, at);
        int entry = first;
        while (entry != 0 && !(groups[entry - 1] == group && stands(entry - 1, bytes, at, from, end))) {
            entry = others[entry - 1];
        }
        return entry;
    }

    private boolean stands(int entry, byte[] bytes, int at, int from, int end) {
        byte[] literal = literals[numbers[entry]];
        int start = at - offsets[entry];
        return start >= from
                && start + literal.length <= end
                && Arrays.equals(bytes, start, start + literal.length, literal, 0, literal.length);
    }

    /** Where a literal stands next, or the end; by its rarest pair of bytes. */
    private static int indexOf(byte[] literal, int pair, byte[] bytes, int from, int end) {
        long one = ONES * literal[pair];
        long two = ONES * literal[pair + 1];
        int last = end - literal.length;
        int at = from;
        while (at <= last) {
            int place = at + pair;
            if (place + Long.BYTES < bytes.length) {
                long found = zeros(eightAt(bytes, place) ^ one) & zeros(eightAt(bytes, place + 1) ^ two);
                if (found == 0) {
                    at += Long.BYTES;
                    continue;
                }
                at += Long.numberOfTrailingZeros(found) >>> 3;
            }
            if (at <= last && Arrays.equals(bytes, at, at + literal.length, literal, 0, literal.length)) {
                return at;
            }
            at++;
        }
        return end;
    }

    /** The high bit of each byte that is zero, and perhaps of some above the lowest of these. */
    private static long zeros(long eight) {
        return eight - ONES & ~eight & HIGH;
    }

    private boolean isKnown(int mixed) {
        return (filter[mixed >>> filterShift >>> 6] & 1L << (mixed >>> filterShift)) != 0;
    }

    private static int mixed(int group) {
        return group * 0x9e3779b1;
    }

    private static long eightAt(byte[] bytes, int index) {
        return (long) LONG.get(bytes, index);
    }

    private static int groupAt(byte[] bytes, int index) {
        return (int) INT.get(bytes, index);
    }
}
