package io.github.zweiklick.page;

import java.util.Arrays;
import java.util.Map;

/**
 * Numbers for names of elements and attributes, found without making a string of the name: by its last eight bytes in
 * lower case and its length.
 *
 * <p>Two names may share both. What is found is therefore only a reason to look closer, never to look away.
 */
final class NameTable {
    private final long[] keys;
    private final int[] lengths;
    private final int[] values;
    private final int mask;

    private NameTable(int capacity) {
        keys = new long[capacity];
        lengths = new int[capacity];
        values = new int[capacity];
        mask = capacity - 1;
    }

    /** @param names lower case; where two share a key their numbers, which are sets of bits, are joined */
    static NameTable of(Map<String, Integer> names) {
        int capacity = Integer.highestOneBit(Math.max(16, names.size() * 4)) * 2;
        NameTable table = new NameTable(capacity);
        names.forEach(table::put);
        return table;
    }

    private void put(String name, int value) {
        int slot = slot(key(name), name.length());
        keys[slot] = key(name);
        lengths[slot] = name.length();
        values[slot] |= value;
    }

    /** The number of a name, 0 for one not in the table. */
    int get(long key, int length) {
        return values[slot(key, length)];
    }

    private int slot(long key, int length) {
        int slot = (int) (((key ^ length) * 0x9e3779b97f4a7c15L) >>> 40) & mask;
        while (lengths[slot] != 0 && (keys[slot] != key || lengths[slot] != length)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Whether a name that ends where a range ends, or one of its parents by dots, is in the table. */
    boolean hasHostOrParent(byte[] bytes, int from, int end) {
        long key = 0;
        for (int i = Math.max(from, end - 8); i < end; i++) {
            key = next(key, bytes[i]);
        }
        long part = 0;
        for (int i = end - 1; i >= from; i--) {
            int length = end - i;
            // Up to eight bytes a parent's key is a part of the whole one's.
            part = length <= 8 ? part | (long) (Bytes.lower(bytes[i]) & 0xff) << (8 * (length - 1)) : key;
            if ((i == from || bytes[i - 1] == '.') && get(part, length) != 0) {
                return true;
            }
        }
        return false;
    }

    static long key(String name) {
        long key = 0;
        for (int i = 0; i < name.length(); i++) {
            key = next(key, (byte) name.charAt(i));
        }
        return key;
    }

    /** The key with one byte more of the name. */
    static long next(long key, byte b) {
        return key << 8 | Bytes.lower(b) & 0xff;
    }

    @Override
    public String toString() {
        return "names " + Arrays.toString(values);
    }
}
