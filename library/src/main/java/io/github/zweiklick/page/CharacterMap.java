package io.github.zweiklick.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text together with the range of bytes of each of its characters. */
final class CharacterMap {
    /** All bytes below 0x80. UTF-16 reads pairs, and ISO-2022-JP takes Escape for the beginning of a sequence. */
    private static final byte[] ASCII = ascii();

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int offset;

    private CharacterMap(String text, int[] starts, int[] ends, int offset) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.offset = offset;
    }

    /** One character a byte. */
    static CharacterMap identity(byte[] body, int start) {
        String text = new String(body, start, body.length - start, StandardCharsets.ISO_8859_1);
        return new CharacterMap(text, new int[0], new int[0], start);
    }

    static CharacterMap decode(byte[] body, int start, Charset charset) {
        return new Decoding(body, start, charset).run();
    }

    String text() {
        return text;
    }

    int byteStart(int character) {
        return starts.length == 0 ? offset + character : starts[character];
    }

    /** Where the character's own bytes end; an escape sequence after it belongs to none. */
    int byteEnd(int character) {
        return starts.length == 0 ? offset + character + 1 : ends[character];
    }

    private static byte[] ascii() {
        byte[] ascii = new byte[0x80];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return ascii;
    }

    /** Feeds the decoder one byte more at a time, but for ASCII, so that each character shows where it begins and ends. */
    private static final class Decoding {
        private final byte[] body;
        private final ByteBuffer in;
        private final int length;
        /** Whether a byte below 0x80 that begins a character is one. */
        private final boolean ascii;

        private final CharsetDecoder decoder;
        private final StringBuilder text = new StringBuilder();
        private int[] starts;
        private int[] ends;
        /** Bytes of the smallest character. */
        private final int units;

        Decoding(byte[] body, int start, Charset charset) {
            this.body = body;
            in = ByteBuffer.wrap(body);
            in.position(start);
            length = body.length;
            units = charset.name().startsWith("UTF-16") ? 2 : 1;
            ascii = new String(ASCII, charset).equals(new String(ASCII, StandardCharsets.ISO_8859_1));
            starts = new int[body.length - start + 1];
            ends = new int[starts.length];
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        CharacterMap run() {
            CharBuffer out = CharBuffer.allocate(8);
            int start = in.position();
            int limit = start;
            while (limit < length) {
                if (ascii && limit == start) {
                    start = passAscii(start);
                    limit = start;
                }
                limit = Math.max(limit, in.position()) + 1;
                if (limit > length) {
                    break;
                }
                in.limit(limit);
                out.clear();
                CoderResult result = decoder.decode(in, out, false);
                out.flip();
                if (out.hasRemaining()) {
                    add(out, start, in.position());
                }
                start = in.position();
                if (result.isError()) {
                    start = skipBroken(result.length(), start);
                    limit = start;
                }
            }
            if (start < length) {
                add(CharBuffer.wrap("\ufffd"), start, length);
            }
            return new CharacterMap(text.toString(), Arrays.copyOf(starts, Math.max(1, text.length())), ends, 0);
        }

        /** Most of a page; gives where it ends. */
        private int passAscii(int from) {
            int end = Bytes.asciiEnd(body, from);
            int first = text.length();
            for (int i = 0; i < end - from; i++) {
                starts[first + i] = from + i;
                ends[first + i] = from + i + 1;
                text.append((char) body[from + i]);
            }
            in.limit(end);
            in.position(end);
            return end;
        }

        /** An ASCII byte in a broken sequence is read again for itself, as browsers do: it may be markup. */
        private int skipBroken(int broken, int start) {
            int end = start + Math.max(1, broken);
            if (units == 2) {
                // A surrogate alone, whatever its bytes are: one byte more or less would shift all that follows.
                end = Math.min(length, start + 2);
            }
            while (units == 1 && end > start + 1 && in.get(end - 1) >= 0) {
                end--;
            }
            add(CharBuffer.wrap("\ufffd"), start, end);
            in.limit(length);
            in.position(end);
            return end;
        }

        private void add(CharBuffer characters, int start, int end) {
            for (int i = 0; i < characters.length(); i++) {
                if (text.length() == starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                    ends = Arrays.copyOf(ends, starts.length);
                }
                starts[text.length()] = start;
                ends[text.length()] = end;
                text.append(characters.get(i));
            }
        }
    }
}
