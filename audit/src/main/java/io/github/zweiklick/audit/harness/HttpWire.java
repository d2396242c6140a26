package io.github.zweiklick.audit.harness;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads and writes HTTP/1.1 messages (RFC 9112), with bounds. */
final class HttpWire {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_FIELDS = 200;
    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    /** What a message without Content-Length and chunks holds: nothing in requests, the rest in responses (RFC 9112, 6.3). */
    enum Unsized {
        EMPTY,
        UNTIL_CLOSE
    }

    private HttpWire() {}

    /** One line without its end. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("connection ended within a line");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("line longer than " + LONGEST_LINE + " bytes");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    static HttpFields fields(InputStream in) throws IOException {
        List<HttpFields.Field> fields = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon <= 0 || fields.size() >= MOST_FIELDS) {
                throw new IOException("no header field, or more than " + MOST_FIELDS + ": \"" + line + "\"");
            }
            fields.add(new HttpFields.Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new HttpFields(fields);
    }

    static byte[] body(InputStream in, HttpFields fields, Unsized unsized) throws IOException {
        if (fields.first("Transfer-Encoding")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            return chunks(in);
        }
        int length = fields.first("Content-Length").map(Integer::parseInt).orElse(-1);
        if (length > LARGEST_BODY) {
            throw new IOException("body of " + length + " bytes is larger than " + LARGEST_BODY);
        }
        if (length >= 0) {
            return exactly(in, length);
        }
        return unsized == Unsized.EMPTY ? new byte[0] : in.readNBytes(LARGEST_BODY);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            if (size < 0 || body.size() + (long) size > LARGEST_BODY) {
                throw new IOException("chunked body larger than " + LARGEST_BODY + " bytes");
            }
            if (size > 0) {
                body.write(exactly(in, size));
                line(in);
            }
        } while (size > 0);
        fields(in); // trailers
        return body.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    /** Writes a response; {@code headOnly} for answers to HEAD. */
    static void write(OutputStream out, SiteResponse response, boolean headOnly) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " \r\n");
        for (HttpFields.Field field : response.fields().fields()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        if (response.status() != 204 && response.status() != 304) {
            head.append("Content-Length: ").append(response.body().length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!headOnly) {
            out.write(response.body());
        }
        out.flush();
    }
}
