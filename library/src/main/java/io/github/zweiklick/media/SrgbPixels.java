package io.github.zweiklick.media;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Brings pictures of all kinds to integer pixels in sRGB, without AWT's graphics: these would start a toolkit, with threads and, on
 * some machines, a display.
 */
final class SrgbPixels {
    private SrgbPixels() {}

    /** @return of type RGB where no pixel is transparent, else ARGB */
    static BufferedImage of(BufferedImage image) {
        ColorModel model = image.getColorModel();
        BufferedImage pixels = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                model.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        ColorSpace space = model.getColorSpace();
        if (model instanceof IndexColorModel || space.isCS_sRGB()) {
            copy(image, pixels);
        } else if (space.getType() == ColorSpace.TYPE_GRAY) {
            copyGray(image, pixels);
        } else {
            // Slow pixel by pixel, quick at once.
            new ColorConvertOp(null).filter(image, pixels);
        }
        return model.hasAlpha() && isOpaque(pixels) ? withoutAlpha(pixels) : pixels;
    }

    /** Many pictures could be transparent, by their format or a colour of their palette, and are not. */
    private static boolean isOpaque(BufferedImage pixels) {
        for (int pixel : data(pixels)) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    /** The same pixels, not copied. */
    private static BufferedImage withoutAlpha(BufferedImage pixels) {
        DirectColorModel rgb = (DirectColorModel) ColorModel.getRGBdefault();
        int[] masks = {rgb.getRedMask(), rgb.getGreenMask(), rgb.getBlueMask()};
        int width = pixels.getWidth();
        WritableRaster raster = Raster.createPackedRaster(
                pixels.getRaster().getDataBuffer(), width, pixels.getHeight(), width, masks, null);
        return new BufferedImage(new DirectColorModel(24, masks[0], masks[1], masks[2]), raster, false, null);
    }

    private static int[] data(BufferedImage pixels) {
        return ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
    }

    private static void copy(BufferedImage image, BufferedImage pixels) {
        int width = image.getWidth();
        int[] to = data(pixels);
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, to, y * width, width);
        }
    }

    /** Grey is written with the curve of sRGB, but Java takes it for linear, and would brighten it. */
    private static void copyGray(BufferedImage image, BufferedImage pixels) {
        int width = image.getWidth();
        Raster raster = image.getRaster();
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        int[] to = data(pixels);
        int[] gray = new int[width];
        int[] alpha = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, gray);
            if (image.getColorModel().hasAlpha()) {
                raster.getSamples(0, y, width, 1, raster.getNumBands() - 1, alpha);
            }
            for (int x = 0; x < width; x++) {
                to[y * width + x] = (alpha[x] * 255 / most) << 24 | (gray[x] * 255 / most) * 0x010101;
            }
        }
    }
}
