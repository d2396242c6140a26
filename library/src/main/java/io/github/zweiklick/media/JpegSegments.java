package io.github.zweiklick.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is to be known of a JPEG file before it is decoded.
 *
 * <p>Source: <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>.
 *
 * @param whole whether the decoder holds all of the picture at once, since it comes in several scans
 * @param exif what the file holds of it
 */
record JpegSegments(boolean whole, Optional<ByteBuffer> exif) {
    /** Cameras and networks write up to a dozen. */
    private static final int MOST_SCANS = 100;

    private static final int START_OF_SCAN = 0xda;
    private static final int BASELINE = 0xc0;
    private static final int PROGRESSIVE = 0xc2;
    /** Of frames of any kind; three of these are tables. */
    private static final int LAST_FRAME = 0xcf;

    private static final int APP1 = 0xe1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** What was met so far. */
    private static final class Found {
        Optional<ByteBuffer> exif = Optional.empty();
        boolean frame;
    }

    /**
     * Reads up to the first scan, and counts scans.
     *
     * @throws UnshowableException where another reader might find something else than this one, where the frame is of a kind
     *     that browsers do not show, and where there are very many scans: each costs the decoder a walk over the whole picture,
     *     however few bytes it has
     */
    static JpegSegments of(byte[] file) throws UnshowableException {
        ByteBuffer all = ByteBuffer.wrap(file);
        Found found = new Found();
        int at = 2;
        while (at + 4 <= file.length && file[at] == (byte) 0xff) {
            int marker = file[at + 1] & 0xff;
            int length = all.getShort(at + 2) & 0xffff;
            if (marker == 0xff) {
                // Markers may be filled up in front.
                at++;
            } else if (length < 2 || length > file.length - at - 2) {
                break;
            } else if (marker == START_OF_SCAN && found.frame) {
                return new JpegSegments(scans(file, at) > 1, found.exif);
            } else {
                meet(marker, all.slice(at + 4, length - 2), found);
                at += 2 + length;
            }
        }
        throw new UnshowableException("JPEG without a scan");
    }

    private static void meet(int marker, ByteBuffer content, Found found) throws UnshowableException {
        boolean table = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        if (marker == START_OF_SCAN || (marker > PROGRESSIVE && marker <= LAST_FRAME && !table)) {
            throw new UnshowableException("JPEG of a kind that browsers do not show");
        } else if (marker >= BASELINE && marker <= PROGRESSIVE) {
            found.frame = true;
        } else if (marker == APP1 && content.limit() > EXIF.length && found.exif.isEmpty()) {
            byte[] start = new byte[EXIF.length];
            content.get(0, start);
            if (Arrays.equals(start, EXIF)) {
                found.exif = Optional.of(content.slice(EXIF.length, content.limit() - EXIF.length));
            }
        }
    }

    private static int scans(byte[] file, int from) throws UnshowableException {
        int scans = 0;
        for (int i = from; i + 1 < file.length; i++) {
            // Within a scan's data 0xff is never followed by a marker's number.
            if (file[i] == (byte) 0xff && file[i + 1] == (byte) START_OF_SCAN && ++scans > MOST_SCANS) {
                throw new UnshowableException("JPEG of more than " + MOST_SCANS + " scans");
            }
        }
        return scans;
    }
}
