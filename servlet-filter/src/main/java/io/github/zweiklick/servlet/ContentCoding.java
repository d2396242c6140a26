package io.github.zweiklick.servlet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Content codings a page may have from inside (RFC 9110, section 8.4; brotli: RFC 7932). */
enum ContentCoding {
    IDENTITY,
    GZIP,
    DEFLATE,
    BROTLI;

    private static final int PIECE = 8 * 1024;

    /** @param values of Content-Encoding; empty where the coding, or a sequence of them, cannot be read */
    static Optional<ContentCoding> of(List<String> values) {
        return switch (String.join(",", values).trim().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> Optional.of(IDENTITY);
            // "A recipient SHOULD consider 'x-gzip' to be equivalent to 'gzip'" (8.4.1.3).
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "deflate" -> Optional.of(DEFLATE);
            case "br" -> Optional.of(BROTLI);
            default -> Optional.empty();
        };
    }

    /**
     * Decodes a whole body. Beside what is decoded brotli takes its window, at most 16 MB and never much more than the
     * decoded bytes so far.
     *
     * @param most bytes the decoded body may have; empty where it has more
     * @param memory to be taken for it; stays the caller's to close
     * @throws PageMemory.Exhausted where there is no memory for it
     * @throws IOException where the body is not of this coding
     */
    Optional<byte[]> decode(byte[] body, int most, PageMemory.Share memory) throws IOException {
        if (this == IDENTITY || body.length == 0) {
            return Optional.of(body);
        }
        try (InputStream in = open(new ByteArrayInputStream(body), body)) {
            PageBuffer decoded = new PageBuffer(memory);
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (read > most - decoded.length()) {
                    return Optional.empty();
                }
                decoded.append(piece, 0, read);
            }
            return Optional.of(decoded.toBytes());
        }
    }

    private InputStream open(InputStream in, byte[] body) throws IOException {
        if (this == GZIP) {
            return new GZIPInputStream(in, 8192);
        }
        if (this == BROTLI) {
            // Every fault of the body, windows larger than RFC 7932 allows included, is an IOException (tested by
            // mutations).
            return new BrotliInputStream(in, 8192);
        }
        // "Some non-conformant implementations send the 'deflate' compressed data without the zlib wrapper" (8.4.1.2):
        // the wrapper's first two bytes are a multiple of 31 with method 8.
        boolean wrapped =
                body.length > 1 && (body[0] & 0x0f) == 8 && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
        return new InflaterInputStream(in, new Inflater(!wrapped), 8192) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end();
            }
        };
    }

    static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, 8192)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }
}
