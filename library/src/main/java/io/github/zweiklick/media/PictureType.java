package io.github.zweiklick.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a picture is by its first bytes; what a server says that it is counts for nothing. SVG is a document that can hold
 * scripts, so it is none of them.
 *
 * <p>Source: <a href="https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm">WHATWG MIME Sniffing</a>.
 */
enum PictureType {
    JPEG(1, "image/jpeg"),
    PNG(2, "image/png"),
    GIF(3, "image/gif"),
    WEBP(4, "image/webp"),
    /** Nothing in Java reads it. */
    AVIF(5, "image/avif");

    private final int code;
    private final String contentType;

    PictureType(int code, String contentType) {
        this.code = code;
        this.contentType = contentType;
    }

    /** Stands for it in files; never changes. */
    int code() {
        return code;
    }

    static Optional<PictureType> coded(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    String contentType() {
        return contentType;
    }

    static Optional<PictureType> named(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(contentType))
                .findFirst();
    }

    static Optional<PictureType> of(byte[] bytes) {
        if (starts(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        } else if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        } else if (starts(bytes, 0, "GIF87a") || starts(bytes, 0, "GIF89a")) {
            return Optional.of(GIF);
        } else if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBPVP8")) {
            return Optional.of(WEBP);
        } else if (starts(bytes, 4, "ftypavif") || starts(bytes, 4, "ftypavis")) {
            return Optional.of(AVIF);
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int offset, String latin1) {
        byte[] magic = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= offset + magic.length
                && Arrays.equals(bytes, offset, offset + magic.length, magic, 0, magic.length);
    }
}
