package io.github.zweiklick.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searching in markup as bytes, in any encoding in which bytes below 0x80 always mean ASCII. */
final class Bytes {
    /** Tab, line feed, form feed, carriage return, space. */
    static final byte SPACE = 1;
    /** What ends the name of a tag: space, slash, greater-than. */
    static final byte ENDS_TAG_NAME = 2;
    /** What ends the name of an attribute: the same and the equals sign. */
    static final byte ENDS_ATTRIBUTE_NAME = 4;
    /** ASCII letters. */
    static final byte LETTER = 8;
    /** Letters, digits, hyphen, underscore, everything beyond ASCII and NUL: characters of names in CSS. */
    static final byte CSS_NAME = 16;
    /** Letters, digits, hyphen, dot: characters of plain host names. */
    static final byte HOST = 32;
    /** Letters, digits, plus, hyphen, dot: characters of schemes. */
    static final byte SCHEME = 64;
    /** What begins something in a style sheet that may load, hide or end what does. */
    static final byte CSS_MARK = -128;

    private static final byte[] CLASSES = classes();
    private static final byte[] LOWER = lower();

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Bytes() {}

    static boolean is(byte b, int classes) {
        return (CLASSES[b & 0xff] & classes) != 0;
    }

    /** ASCII letters in lower case, all else as it is. */
    static int lower(byte b) {
        return LOWER[b & 0xff];
    }

    static long eightAt(byte[] bytes, int index) {
        return (long) LONG.get(bytes, index);
    }

    static int fourAt(byte[] bytes, int index) {
        return (int) INT.get(bytes, index);
    }

    /** The high bit of each byte that is below a bound of at most 0x80; right for the lowest of them. */
    private static long below(long eight, int bound) {
        return eight - ONES * bound & ~eight & HIGH;
    }

    /** The high bit of each byte that equals one; right for the lowest of them. */
    private static long equal(long eight, int wanted) {
        return below(eight ^ ONES * wanted, 1);
    }

    /** Index of the first byte of a range that ends the name of a tag, or its end. */
    static int tagNameEnd(byte[] bytes, int from, int end) {
        int i = from;
        while (i + 8 <= end) {
            long eight = eightAt(bytes, i);
            long found = below(eight, ' ' + 1) | equal(eight, '/') | equal(eight, '>');
            if (found != 0) {
                i += Long.numberOfTrailingZeros(found) >>> 3;
                if (is(bytes[i], ENDS_TAG_NAME)) {
                    return i;
                }
                // A control character is a part of the name.
                i++;
            } else {
                i += 8;
            }
        }
        while (i < end && !is(bytes[i], ENDS_TAG_NAME)) {
            i++;
        }
        return i;
    }

    /** Index of the first byte of a range that ends the name of an attribute, or its end. */
    static int attributeNameEnd(byte[] bytes, int from, int end) {
        int i = from;
        while (i + 8 <= end) {
            long eight = eightAt(bytes, i);
            long found = nameEnds(eight);
            if (found != 0) {
                i += Long.numberOfTrailingZeros(found) >>> 3;
                if (is(bytes[i], ENDS_ATTRIBUTE_NAME)) {
                    return i;
                }
                i++;
            } else {
                i += 8;
            }
        }
        while (i < end && !is(bytes[i], ENDS_ATTRIBUTE_NAME)) {
            i++;
        }
        return i;
    }

    /** Where in eight bytes that begin a name of an attribute something stands that may end it, as a bit; 0 for nowhere. */
    static long nameEnds(long eight) {
        // The equals sign and greater-than, with less-than and question mark, differ in two bits only.
        return below(eight, ' ' + 1) | equal(eight, '/') | equal(eight & ONES * 0xfc, '<');
    }

    static long colons(long eight) {
        return equal(eight, ':');
    }

    /** Index of the first space of a range, or its end. */
    static int tokenEnd(byte[] bytes, int from, int end) {
        int i = from;
        int last = Math.min(bytes.length - 8, end - 1);
        while (i <= last) {
            long found = below(eightAt(bytes, i), ' ' + 1);
            if (found != 0) {
                i += Long.numberOfTrailingZeros(found) >>> 3;
                if (i >= end || is(bytes[i], SPACE)) {
                    return Math.min(i, end);
                }
                i++;
            } else {
                i += 8;
            }
        }
        while (i < end && !is(bytes[i], SPACE)) {
            i++;
        }
        return Math.min(i, end);
    }

    /** Eight bytes at once. */
    static long lower(long eight) {
        long low = eight & ~HIGH;
        long letter = low + ONES * (0x80 - 'A') ^ low + ONES * (0x7f - 'Z');
        return eight | (letter & HIGH & ~eight) >>> 2;
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int c = 0; c < 256; c++) {
            boolean space = Ascii.isSpace(c);
            boolean word = Ascii.isLetter(c) || Ascii.isDigit(c);
            int bits = space ? SPACE : 0;
            bits |= space || c == '/' || c == '>' ? ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME : 0;
            bits |= c == '=' ? ENDS_ATTRIBUTE_NAME : 0;
            bits |= Ascii.isLetter(c) ? LETTER : 0;
            bits |= word || c == '-' || c == '_' || c >= 0x80 || c == 0 ? CSS_NAME : 0;
            bits |= word || c == '-' || c == '.' ? HOST | SCHEME : 0;
            bits |= c == '+' ? SCHEME : 0;
            bits |= "}(@\"'\\/".indexOf(c) >= 0 ? CSS_MARK : 0;
            classes[c] = (byte) bits;
        }
        return classes;
    }

    private static byte[] lower() {
        byte[] lower = new byte[256];
        for (int c = 0; c < 256; c++) {
            lower[c] = (byte) (c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        return lower;
    }

    /** Index of the first such byte (below 0x80) in a range, or its end. Eight bytes at a time, also beyond the range. */
    static int indexOf(byte[] bytes, int from, int end, char wanted) {
        long pattern = ONES * wanted;
        int i = from;
        for (int last = Math.min(bytes.length - 8, end - 1); i <= last; i += 8) {
            long found = below(eightAt(bytes, i) ^ pattern, 1);
            if (found != 0) {
                return Math.min(end, i + (Long.numberOfTrailingZeros(found) >>> 3));
            }
        }
        while (i < end && bytes[i] != wanted) {
            i++;
        }
        return Math.min(i, end);
    }

    /** Index of the first byte from 0x80 on, or the end. */
    static int asciiEnd(byte[] bytes, int from) {
        int i = from;
        for (; i + 8 <= bytes.length; i += 8) {
            long found = eightAt(bytes, i) & HIGH;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    static boolean isAscii(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] >= 0) {
            i++;
        }
        return i >= end;
    }

    /** Whether ASCII text in lower case stands at a position, in any case. */
    static boolean startsWith(byte[] bytes, int from, int end, String lower) {
        if (end - from < lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if (lower(bytes[from + i]) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Index after a tag's end or a bogus comment's, or the end. */
    static int after(byte[] bytes, int from, int end, char wanted) {
        int found = indexOf(bytes, from, end, wanted);
        return found < end ? found + 1 : end;
    }

    static boolean contains(byte[] bytes, int from, int end, char wanted) {
        return indexOf(bytes, from, end, wanted) < end;
    }

    static int skipSpace(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && is(bytes[i], SPACE)) {
            i++;
        }
        return i;
    }
}
