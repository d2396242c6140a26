package io.github.zweiklick.upstream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * One entry of a ledger as it is written down, with what tells that it is whole.
 *
 * @param number of its change, from 1
 */
record LedgerEntry(String key, long number, byte[] content) {
    /** More than any entry is. */
    static final int LARGEST = 4 << 20;

    /** "ZwL" and the version of the format. */
    private static final int MAGIC = 0x5a774c01;

    private static final int VERSION_BITS = 8;
    /** Magic number, sum of what follows, number, length of the key. */
    private static final int HEAD = Integer.BYTES + Long.BYTES + Long.BYTES + Integer.BYTES;

    private static final int SUMMED = Integer.BYTES + Long.BYTES;

    byte[] written() {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(HEAD + name.length + content.length);
        out.putInt(MAGIC)
                .putLong(0)
                .putLong(number)
                .putInt(name.length)
                .put(name)
                .put(content);
        return out.putLong(Integer.BYTES, sum(out.array())).array();
    }

    /**
     * The entry that was written.
     *
     * @param where it stands, for people
     * @throws Ledger.UnreadableException where it is none, or not whole, or another one's
     */
    static LedgerEntry read(byte[] written, String key, String where) throws Ledger.UnreadableException {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        if (written.length < HEAD + name.length) {
            throw Ledger.UnreadableException.damaged(where);
        }
        ByteBuffer in = ByteBuffer.wrap(written);
        int magic = in.getInt();
        if (magic != MAGIC && magic >>> VERSION_BITS == MAGIC >>> VERSION_BITS) {
            throw Ledger.UnreadableException.ofAnotherVersion(where);
        }
        if (magic != MAGIC
                || in.getLong() != sum(written)
                || in.getLong(SUMMED) < 1
                || in.getInt(SUMMED + Long.BYTES) != name.length
                || !Arrays.equals(written, HEAD, HEAD + name.length, name, 0, name.length)) {
            throw Ledger.UnreadableException.damaged(where);
        }
        return new LedgerEntry(
                key, in.getLong(SUMMED), Arrays.copyOfRange(written, HEAD + name.length, written.length));
    }

    private static long sum(byte[] written) {
        CRC32C sum = new CRC32C();
        sum.update(written, SUMMED, written.length - SUMMED);
        return sum.getValue();
    }
}
