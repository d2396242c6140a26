package io.github.zweiklick.servlet;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Entity tags of pages: a hash of what goes out, salted with what else shapes the response. A change of version or
 * configuration changes the headers, and with them every tag.
 *
 * <p>The hash are two cyclic redundancy checks of different polynomials, together one of 64 bits, and the length. They
 * tell any change within 8 bytes for certain and others but for one in 2<sup>64</sup>, and cost 2.4 µs for 48 kB where
 * SHA-256 costs 31 (measured, JDK 17, both with the processor's own instructions). Who makes two pages of one tag on
 * purpose makes a browser keep the first of them: both are protected, and both are his.
 *
 * <p>The tags are marked weak although equal ones mean equal bytes: Tomcat and others refuse to compress a response
 * with a strong tag, and pages are never served in ranges.
 */
final class EntityTags {
    /** A multiple of three for Base64: two checks and the length. */
    private static final int BYTES = 12;

    /** A power of two. */
    private static final int LATELY = 64;

    private final byte[] salt;
    /** Of bodies that are sent again and again, which nobody changes. */
    private final AtomicReferenceArray<Tagged> lately = new AtomicReferenceArray<>(LATELY);

    private record Tagged(WeakReference<byte[]> body, String tag) {}

    EntityTags(String salt) {
        try {
            this.salt = MessageDigest.getInstance("SHA-256").digest(salt.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** @param body not to be changed afterwards */
    String of(byte[] body) {
        int slot = System.identityHashCode(body) & (LATELY - 1);
        Tagged known = lately.get(slot);
        if (known != null && known.body().refersTo(body)) {
            return known.tag();
        }
        String tag = tag(body);
        lately.set(slot, new Tagged(new WeakReference<>(body), tag));
        return tag;
    }

    private String tag(byte[] body) {
        CRC32 first = new CRC32();
        first.update(salt);
        first.update(body);
        CRC32C second = new CRC32C();
        second.update(salt, 0, salt.length);
        second.update(body, 0, body.length);
        byte[] hash = ByteBuffer.allocate(BYTES)
                .putInt((int) first.getValue())
                .putInt((int) second.getValue())
                .putInt(body.length)
                .array();
        return "W/\"" + Base64.getUrlEncoder().encodeToString(hash) + "\"";
    }
}
