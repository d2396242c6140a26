package io.github.zweiklick.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A PNG file without what is not needed to decode it: texts and profiles can be small and yet inflate to gigabytes.
 *
 * <p>Source: <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, third edition, section 5</a>.
 *
 * @param file with the head, palette, transparency and image data alone
 * @param exif what the file held of it
 */
record PngChunks(byte[] file, Optional<ByteBuffer> exif) {
    private static final int SIGNATURE = 8;
    /** Length, type and sum. */
    private static final int FRAME = 12;

    private static final int CONTENT = 8;

    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    static PngChunks of(byte[] file) {
        ByteBuffer all = ByteBuffer.wrap(file);
        ByteBuffer needed = ByteBuffer.allocate(file.length);
        needed.put(file, 0, SIGNATURE);
        Optional<ByteBuffer> exif = Optional.empty();
        int at = SIGNATURE;
        while (at + FRAME <= file.length) {
            int length = all.getInt(at);
            if (length < 0 || length > file.length - at - FRAME) {
                // Cut off: what there is of it is for the decoder to judge.
                needed.put(file, at, file.length - at);
                break;
            }
            String type = new String(file, at + Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1);
            if (NEEDED.contains(type)) {
                needed.put(file, at, length + FRAME);
            } else if (type.equals("eXIf")) {
                exif = Optional.of(all.slice(at + CONTENT, length));
            }
            at += length + FRAME;
        }
        return new PngChunks(Arrays.copyOf(needed.array(), needed.position()), exif);
    }
}
