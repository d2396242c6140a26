package io.github.zweiklick.servlet;

/**
 * A part of a body.
 *
 * @param first its first byte, from 0
 * @param last its last byte
 * @param whole bytes of the whole body
 */
record BytePart(long first, long last, long whole) {
    /** Whether the body has no byte of it: 416 is the answer. */
    boolean isUnsatisfiable() {
        return first >= whole;
    }

    long length() {
        return isUnsatisfiable() ? 0 : last - first + 1;
    }

    /** RFC 9110, section 14.4. */
    String contentRange() {
        return "bytes " + (isUnsatisfiable() ? "*" : first + "-" + last) + "/" + whole;
    }
}
