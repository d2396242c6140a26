package io.github.zweiklick.media;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture as it goes out.
 *
 * @param contentType what it is, by its bytes
 * @param tag tells it from others, 16 hexadecimal digits
 * @param bytes not to be changed
 */
public record Picture(String contentType, String tag, byte[] bytes) {
    static Picture of(PictureType type, byte[] bytes) {
        return new Picture(type.contentType(), tag(bytes), bytes);
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().toHexDigits(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
