package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys in files (RFC 7468). Messages never quote what a file holds. */
final class Pem {
    private static final int LARGEST = 16_384;
    private static final int LINE = 64;

    private Pem() {}

    static byte[] read(Path file, String label) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is too large for a key");
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (text.contains("BEGIN ENCRYPTED PRIVATE KEY")) {
            throw new IOException(file + " is protected by a password: write it without one (openssl pkey -in "
                    + file.getFileName() + " -out open.pem)");
        }
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*+)-----END " + label + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IOException(file + " holds no block BEGIN " + label);
        }
        try {
            return Base64.getMimeDecoder().decode(block.group(1));
        } catch (IllegalArgumentException noBase64) {
            throw new IOException(file + " is damaged between BEGIN and END");
        }
    }

    static byte[] write(String label, byte[] encoded) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
        return ("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
