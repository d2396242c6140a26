package io.github.zweiklick.servlet;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of a page as they are written, in segments: what is there is never copied to make room. Segments double up to
 * {@value #LARGEST} bytes, or the first has the announced length if that is no more.
 */
final class PageBuffer {
    private static final int FIRST = 8 * 1024;
    private static final int LARGEST = 64 * 1024;
    private static final byte[] NONE = new byte[0];

    private final PageMemory.Share memory;
    private final List<byte[]> full = new ArrayList<>(0);
    private final int first;
    private byte[] last = NONE;
    private int used;
    private int length;

    /** @param memory what the segments are taken from; stays the caller's to close */
    PageBuffer(PageMemory.Share memory) {
        this(memory, 0);
    }

    /** @param announced bytes the application says it will write; 0 where it does not say */
    PageBuffer(PageMemory.Share memory, long announced) {
        this.memory = memory;
        this.first = announced > 0 && announced <= LARGEST ? (int) announced : FIRST;
    }

    /**
     * What somebody else keeps anyway; more may be appended.
     *
     * @throws PageMemory.Exhausted where there is no memory for what is made of it
     */
    static PageBuffer of(byte[] kept, PageMemory.Share memory) throws PageMemory.Exhausted {
        memory.take(kept.length);
        PageBuffer buffer = new PageBuffer(memory);
        buffer.last = kept;
        buffer.used = kept.length;
        buffer.length = kept.length;
        return buffer;
    }

    int length() {
        return length;
    }

    /** @throws PageMemory.Exhausted where there is no memory for all of it; as much as there was for is appended */
    void append(byte[] source, int offset, int count) throws PageMemory.Exhausted {
        int from = offset;
        int left = count;
        while (left > 0) {
            if (used == last.length) {
                next();
            }
            int fitting = Math.min(left, last.length - used);
            System.arraycopy(source, from, last, used, fitting);
            used += fitting;
            length += fitting;
            from += fitting;
            left -= fitting;
        }
    }

    private void next() throws PageMemory.Exhausted {
        int size = length == 0 ? first : Math.max(Math.min(length, LARGEST), FIRST);
        memory.take(size);
        if (last.length > 0) {
            full.add(last);
        }
        last = new byte[size];
        used = 0;
    }

    /** The bytes written, not to be changed; not a copy where the announced length was right. */
    byte[] toBytes() {
        if (full.isEmpty() && used == last.length) {
            return last;
        }
        byte[] bytes = new byte[length];
        int at = 0;
        for (byte[] segment : full) {
            System.arraycopy(segment, 0, bytes, at, segment.length);
            at += segment.length;
        }
        System.arraycopy(last, 0, bytes, at, used);
        return bytes;
    }
}
