package io.github.zweiklick.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a picture is to be turned. The camera writes it beside the picture, in EXIF; since that is left out, the picture itself is
 * turned.
 *
 * <p>Source: EXIF 2.32, tag 0x0112.
 *
 * @param transposed whether rows become columns
 * @param mirrored whether, after that, left and right change places
 * @param upended whether, after that, top and bottom change places
 */
record Orientation(boolean transposed, boolean mirrored, boolean upended) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    /** @param exif a TIFF structure, perhaps damaged */
    static Orientation of(ByteBuffer exif) {
        try {
            ByteBuffer tiff = exif.duplicate();
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int count = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < count; i++) {
                int entry = directory + 2 + i * ENTRY;
                if ((tiff.getShort(entry) & 0xffff) == TAG && tiff.getShort(entry + 2) == SHORT) {
                    return numbered(tiff.getShort(entry + 8));
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException damaged) {
            return UPRIGHT;
        }
    }

    private static Orientation numbered(int number) {
        return switch (number) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    /** @param image of integer pixels */
    BufferedImage turned(BufferedImage image) {
        if (equals(UPRIGHT)) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        int newWidth = transposed ? height : width;
        int newHeight = transposed ? width : height;
        BufferedImage turned = new BufferedImage(newWidth, newHeight, image.getType());
        int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] to = ((DataBufferInt) turned.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < newHeight; y++) {
            int row = upended ? newHeight - 1 - y : y;
            for (int x = 0; x < newWidth; x++) {
                int column = mirrored ? newWidth - 1 - x : x;
                to[y * newWidth + x] = transposed ? from[column * width + row] : from[row * width + column];
            }
        }
        return turned;
    }
}
