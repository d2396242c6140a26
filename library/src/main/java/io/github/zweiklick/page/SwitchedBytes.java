package io.github.zweiklick.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Puts together a page in ISO-2022-JP, where an escape sequence says what the bytes after it mean until the next one: what is cut
 * out or put in must change that for no other byte.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#iso-2022-jp-decoder">Encoding Standard, 12.2.1</a>
 */
final class SwitchedBytes {
    private static final byte ESCAPE = 0x1b;
    private static final int LENGTH = 3;
    private static final byte[] ASCII = {ESCAPE, '(', 'B'};

    private final byte[] body;
    /** Where its escape sequences begin. */
    private final int[] escapes;

    private final ByteArrayOutputStream out;
    /** The sequence that counts at the end of what is put out. */
    private byte[] state = ASCII;

    SwitchedBytes(byte[] body) {
        this.body = body;
        this.escapes =
                IntStream.range(0, body.length).filter(i -> body[i] == ESCAPE).toArray();
        this.out = new ByteArrayOutputStream(body.length + 1024);
    }

    /** The author's own bytes. */
    void copy(int from, int to) {
        switchTo(stateAt(from));
        out.write(body, from, to - from);
        state = stateAt(to);
    }

    /** Markup of ours. */
    void write(String text, Charset charset) {
        switchTo(ASCII);
        // An encoder ends as it began.
        out.writeBytes(text.getBytes(charset));
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void switchTo(byte[] wanted) {
        if (!Arrays.equals(state, wanted)) {
            out.writeBytes(wanted);
            state = wanted;
        }
    }

    private byte[] stateAt(int position) {
        int found = Arrays.binarySearch(escapes, position);
        int last = (found < 0 ? -found - 1 : found) - 1;
        return last < 0 ? ASCII : Arrays.copyOfRange(body, escapes[last], escapes[last] + LENGTH);
    }
}
