package io.github.zweiklick.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the encoding a browser would read a page in: byte order mark, Content-Type, {@code meta}; without any of them
 * valid UTF-8 is UTF-8 and the rest windows-1252.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding">HTML, 13.2.3.2</a>
 */
final class EncodingSniffer {
    /** How the encoding became known. */
    enum Source {
        BYTE_ORDER_MARK,
        HEADER,
        DECLARATION,
        GUESS
    }

    /** @param start index of the first byte after a byte order mark */
    record Sniffed(Encoding encoding, int start, Source source) {}

    /** Characters decoded at a time. */
    private static final int PIECE = 4096;

    private EncodingSniffer() {}

    static Sniffed sniff(byte[] body, MediaType type) {
        if (startsWith(body, 0xef, 0xbb, 0xbf)) {
            return new Sniffed(EncodingLabels.named("UTF-8"), 3, Source.BYTE_ORDER_MARK);
        }
        if (startsWith(body, 0xfe, 0xff)) {
            return new Sniffed(EncodingLabels.named("UTF-16BE"), 2, Source.BYTE_ORDER_MARK);
        }
        if (startsWith(body, 0xff, 0xfe)) {
            return new Sniffed(EncodingLabels.named("UTF-16LE"), 2, Source.BYTE_ORDER_MARK);
        }
        Optional<Encoding> declared = type.charset().flatMap(EncodingLabels::find);
        if (declared.isPresent()) {
            return new Sniffed(declared.get(), 0, Source.HEADER);
        }
        declared = type.isXml() ? XmlDeclaration.encoding(body) : inHtml(body);
        if (declared.isPresent()) {
            return new Sniffed(declared.get(), 0, Source.DECLARATION);
        }
        String guess = type.isXml() || isUtf8(body) ? "UTF-8" : "windows-1252";
        return new Sniffed(EncodingLabels.named(guess), 0, Source.GUESS);
    }

    private static Optional<Encoding> inHtml(byte[] body) {
        return MetaPrescan.encoding(body)
                .or(() -> body.length > MetaPrescan.WINDOW ? MetaContent.late(body) : Optional.empty());
    }

    private static boolean startsWith(byte[] body, int... bytes) {
        if (body.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((body[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] body) {
        int ascii = Bytes.asciiEnd(body, 0);
        ByteBuffer in = ByteBuffer.wrap(body, ascii, body.length - ascii);
        CharBuffer out = CharBuffer.allocate(Math.min(in.remaining(), PIECE) + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return !result.isError();
    }
}
