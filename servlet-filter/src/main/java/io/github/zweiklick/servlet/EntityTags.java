package io.github.zweiklick.servlet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Entity tags of pages: a hash of what goes out, salted with what else shapes the response. A change of version or
 * configuration changes the headers, and with them every tag.
 *
 * <p>The tags are marked weak although equal ones mean equal bytes: Tomcat and others refuse to compress a response
 * with a strong tag, and pages are never served in ranges.
 */
final class EntityTags {
    /** 120 bits: more than enough against chance, a multiple of three for Base64. */
    private static final int BYTES = 15;

    private final byte[] salt;

    EntityTags(String salt) {
        this.salt = salt.getBytes(StandardCharsets.UTF_8);
    }

    String of(byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            byte[] hash = Arrays.copyOf(sha256.digest(body), BYTES);
            return "W/\"" + Base64.getUrlEncoder().encodeToString(hash) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
