package io.github.zweiklick.media;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The names pictures have in the site's own addresses: 22 characters, base64url of the first 128 bits of the SHA-256 of the
 * picture's address. A name tells nothing of the address, but whoever has the address can tell the name: it protects nothing.
 */
public final class PictureName {
    private static final int BYTES = 16;
    /** Of the last character's six bits two are of the digest. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    private PictureName() {}

    /** The name of the picture at an address. */
    public static String of(String address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return name(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Some file systems take names for equal that differ in case, so files have others. */
    static String toHex(String name) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(name));
    }

    static String ofHex(String hex) {
        return name(HexFormat.of().parseHex(hex));
    }

    private static String name(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
