package io.github.zweiklick.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The first frame of a WebP file, taken out of its container. The container tells sizes of its own, may hold profiles, places,
 * animations, and other sizes inside; the decoder is given none of it, only a file of one frame whose size is the one that was
 * checked.
 *
 * <p>What is coded without loss, frames or their transparency, is refused: a file of 34 bytes has the decoder at work for
 * minutes, or filling a gigabyte (TwelveMonkeys 3.14.0).
 *
 * <p>Source: <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649</a>, for the frame's head <a
 * href="https://www.rfc-editor.org/rfc/rfc6386#section-9.1">RFC 6386, section 9.1</a>.
 *
 * @param width in pixels, as the frame itself tells
 * @param height in pixels
 * @param file a WebP file with this frame alone
 * @param exif what the container held of it
 */
record WebpFrame(int width, int height, byte[] file, Optional<ByteBuffer> exif) {
    private static final int VP8 = fourCc("VP8 ");
    private static final int VP8L = fourCc("VP8L");
    private static final int VP8X = fourCc("VP8X");
    private static final int ALPH = fourCc("ALPH");
    private static final int ANMF = fourCc("ANMF");
    private static final int EXIF = fourCc("EXIF");
    private static final int RIFF = fourCc("RIFF");
    private static final int WEBP = fourCc("WEBP");
    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    /** Place, size, duration, flags. */
    private static final int ANMF_HEAD = 16;

    private static final int ALPHA_COMPRESSION = 3;
    private static final int HAS_ALPHA = 0x10;
    private static final int SIDE = 0x3fff;

    /** What was met so far. */
    private static final class Found {
        Optional<ByteBuffer> image = Optional.empty();
        Optional<ByteBuffer> alpha = Optional.empty();
        Optional<ByteBuffer> exif = Optional.empty();
        boolean lossless;
    }

    static WebpFrame of(byte[] file) throws UnshowableException {
        Found found = new Found();
        ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        collect(slice(all, RIFF_HEAD, all.limit() - RIFF_HEAD), found, false);
        ByteBuffer image = found.image.orElseThrow(() -> new UnshowableException("WebP without a frame"));
        if (found.lossless) {
            throw new UnshowableException("WebP coded without loss, whose decoder knows no bounds");
        }
        return lossy(image, found);
    }

    private static void collect(ByteBuffer chunks, Found found, boolean inFrame) {
        int at = 0;
        while (at + CHUNK_HEAD <= chunks.limit()) {
            int type = chunks.getInt(at);
            long length = Integer.toUnsignedLong(chunks.getInt(at + Integer.BYTES));
            int there = (int) Math.min(length, chunks.limit() - at - CHUNK_HEAD);
            ByteBuffer content = slice(chunks, at + CHUNK_HEAD, there);
            if ((type == VP8 || type == VP8L) && found.image.isEmpty()) {
                found.image = Optional.of(content);
                found.lossless = type == VP8L;
            } else if (type == ALPH && found.image.isEmpty() && found.alpha.isEmpty()) {
                found.alpha = Optional.of(content);
            } else if (type == EXIF && !inFrame) {
                found.exif = Optional.of(content);
            } else if (type == ANMF && !inFrame && found.image.isEmpty() && there >= ANMF_HEAD) {
                collect(slice(content, ANMF_HEAD, there - ANMF_HEAD), found, true);
            }
            // Odd lengths are filled up; what goes beyond the end ends it.
            at = (int) Math.min(chunks.limit(), at + CHUNK_HEAD + length + (length & 1));
        }
    }

    private static WebpFrame lossy(ByteBuffer image, Found found) throws UnshowableException {
        if (image.limit() < 10) {
            throw new UnshowableException("WebP frame without a head");
        }
        int width = image.getShort(6) & SIDE;
        int height = image.getShort(8) & SIDE;
        if (width == 0 || height == 0) {
            throw new UnshowableException("WebP frame without a size");
        }
        if (found.alpha.isPresent() && !isRaw(found.alpha.get())) {
            throw new UnshowableException("WebP whose transparency is coded without loss: its decoder knows no bounds");
        }
        byte[] file = found.alpha
                .map(alpha -> file(extended(width, height), chunk(ALPH, alpha), chunk(VP8, image)))
                .orElseGet(() -> file(chunk(VP8, image)));
        return new WebpFrame(width, height, file, found.exif);
    }

    /** RFC 9649, section 2.7.1.2: the last two bits tell the compression. */
    private static boolean isRaw(ByteBuffer alpha) {
        return alpha.limit() > 0 && (alpha.get(0) & ALPHA_COMPRESSION) == 0;
    }

    private static ByteBuffer extended(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        // Sides of 24 bits each; the second's three bytes overwrite the first's unused fourth.
        head.putInt(0, HAS_ALPHA).putInt(4, width - 1).putInt(7, height - 1);
        return chunk(VP8X, slice(head, 0, 10));
    }

    private static byte[] file(ByteBuffer... chunks) {
        int length = Integer.BYTES;
        for (ByteBuffer chunk : chunks) {
            length += chunk.limit();
        }
        ByteBuffer file = ByteBuffer.allocate(CHUNK_HEAD + length).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(RIFF).putInt(length).putInt(WEBP);
        for (ByteBuffer chunk : chunks) {
            file.put(chunk);
        }
        return file.array();
    }

    private static ByteBuffer chunk(int type, ByteBuffer content) {
        int length = content.limit();
        ByteBuffer chunk =
                ByteBuffer.allocate(CHUNK_HEAD + length + (length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        chunk.putInt(type).putInt(length).put(content);
        return chunk.rewind();
    }

    private static ByteBuffer slice(ByteBuffer all, int from, int length) {
        return all.slice(from, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
