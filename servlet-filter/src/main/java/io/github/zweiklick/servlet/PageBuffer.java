package io.github.zweiklick.servlet;

import java.util.Arrays;

/** Bytes of a page as they are written. Grows by half, or to the announced length at once. */
final class PageBuffer {
    private static final int FIRST = 8 * 1024;

    private byte[] bytes;
    private int length;

    /** @param announced bytes the application says it will write; 0 where it does not say */
    PageBuffer(int announced) {
        bytes = new byte[announced > 0 ? announced : FIRST];
    }

    int length() {
        return length;
    }

    void append(byte[] source, int offset, int count) {
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1)));
        }
        System.arraycopy(source, offset, bytes, length, count);
        length = needed;
    }

    /** The bytes written; not a copy where the announced length was right. */
    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
