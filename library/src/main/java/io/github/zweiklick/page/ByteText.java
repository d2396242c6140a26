package io.github.zweiklick.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A page's bytes, in which those below 0x80 always mean ASCII. */
final class ByteText extends SourceText {
    private final byte[] b;
    private final Charset charset;

    ByteText(byte[] bytes, Charset charset) {
        this.b = bytes;
        this.charset = charset;
    }

    @Override
    String raw(int start, int end) {
        return new String(b, start, end - start, StandardCharsets.ISO_8859_1);
    }

    @Override
    String decoded(int start, int end) {
        return new String(b, start, end - start, charset);
    }

    @Override
    boolean isBlank(int start, int end) {
        return Bytes.skipSpace(b, start, end) >= end;
    }

    @Override
    boolean stands(String ascii, int at) {
        byte[] bytes = ascii.getBytes(StandardCharsets.ISO_8859_1);
        int end = at + bytes.length;
        return end <= b.length && Arrays.equals(b, at, end, bytes, 0, bytes.length);
    }
}
