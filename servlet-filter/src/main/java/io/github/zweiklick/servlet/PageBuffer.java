package io.github.zweiklick.servlet;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of a page as they are written, in segments: what is there is never copied to make room. Segments double up to
 * {@value #LARGEST} bytes, or the first has the announced length.
 */
final class PageBuffer {
    private static final int FIRST = 8 * 1024;
    private static final int LARGEST = 64 * 1024;

    private final List<byte[]> full = new ArrayList<>(0);
    private byte[] last;
    private int used;
    private int length;

    /** @param announced bytes the application says it will write; 0 where it does not say */
    PageBuffer(int announced) {
        last = new byte[announced > 0 ? announced : FIRST];
    }

    int length() {
        return length;
    }

    void append(byte[] source, int offset, int count) {
        length = Math.addExact(length, count);
        int from = offset;
        int left = count;
        while (left > 0) {
            if (used == last.length) {
                full.add(last);
                last = new byte[Math.max(Math.min(length, LARGEST), FIRST)];
                used = 0;
            }
            int fitting = Math.min(left, last.length - used);
            System.arraycopy(source, from, last, used, fitting);
            used += fitting;
            from += fitting;
            left -= fitting;
        }
    }

    /** The bytes written; not a copy where the announced length was right. */
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
