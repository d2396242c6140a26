package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Numbers for names of elements, attributes and the like, found without making a string of the name: by its first and
 * last eight bytes in lower case and its length.
 *
 * <p>Names of more than eight bytes may share all of that. What is found is then only a reason to look closer, never to look
 * away.
 */
final class NameTable {
    private static final int FILTER = 1 << 10;

    /** Which lengths go with which last bytes: turns most names away by one look. */
    private final boolean[] filter = new boolean[FILTER];

    /** Keys, each followed by the name's length (upper half) and number. */
    private final long[] entries;

    private final int shift;

    private NameTable(int bits) {
        entries = new long[2 << bits];
        shift = Long.SIZE - bits;
    }

    /** @param names lower case; where two share a key their numbers, which are sets of bits, are joined */
    static NameTable of(Map<String, Integer> names) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(4, names.size()) * 4);
        NameTable table = new NameTable(bits);
        names.forEach(table::put);
        return table;
    }

    private void put(String name, int value) {
        if (name.isEmpty()) {
            return;
        }
        long key = key(name);
        int slot = slot(key, name.length());
        entries[slot] = key;
        entries[slot + 1] |= (long) name.length() << 32 | value;
        filter[place(name.length(), (byte) name.charAt(name.length() - 1))] = true;
    }

    private static int place(int length, byte last) {
        return ((length << 5) ^ (last & 0x1f)) & (FILTER - 1);
    }

    /** The number of a name that stands in a range of bytes; 0 for one not in the table, and for none. */
    int get(byte[] bytes, int from, int end) {
        return end > from && filter[place(end - from, bytes[end - 1])] ? find(key(bytes, from, end), end - from) : 0;
    }

    /** The number of the name with a key. */
    int get(long key, int length) {
        return find(key, length);
    }

    private int find(long key, int length) {
        return (int) entries[slot(key, length) + 1];
    }

    private int slot(long key, int length) {
        int slot = ((int) (((key ^ length) * 0x9e3779b97f4a7c15L) >>> shift)) << 1;
        while (entries[slot + 1] != 0 && (entries[slot] != key || (int) (entries[slot + 1] >>> 32) != length)) {
            slot = (slot + 2) & (entries.length - 1);
        }
        return slot;
    }

    /** Whether a host that stands in a range, or one of its parents, is in the table. */
    boolean hasHostOrParent(byte[] bytes, int from, int end) {
        for (int i = end - 1; i >= from; i--) {
            if ((i == from || bytes[i - 1] == '.') && get(bytes, i, end) != 0) {
                return true;
            }
        }
        return false;
    }

    static long key(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        return key(bytes, 0, bytes.length);
    }

    /** The key of the first of eight bytes, of which fewer than eight are the name. */
    static long shortKey(long eight, int length) {
        return Bytes.lower(eight & ((1L << (8 * length)) - 1));
    }

    /** Up to eight bytes in lower case, the first of them lowest; of longer names the first and the last eight mixed. */
    static long key(byte[] bytes, int from, int end) {
        int length = Math.min(8, end - from);
        if (end - from > 8) {
            return Bytes.lower(Bytes.eightAt(bytes, end - 8))
                    ^ Long.rotateLeft(Bytes.lower(Bytes.eightAt(bytes, from)), 29);
        }
        if (end >= 8) {
            return Bytes.lower(Bytes.eightAt(bytes, end - 8) >>> (8 * (8 - length)));
        }
        long key = 0;
        for (int i = 1; i <= length; i++) {
            key = (key << 8) | (Bytes.lower(bytes[end - i]) & 0xff);
        }
        return key;
    }
}
