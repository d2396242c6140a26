package io.github.zweiklick.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures, with nothing in them but pixels. */
final class Encoding {
    private static final float QUALITY = 0.82f;

    private Encoding() {}

    /** @param image of type RGB or ARGB */
    static Picture encoded(BufferedImage image, Codecs codecs) throws IOException {
        return image.getColorModel().hasAlpha()
                ? Picture.of(PictureType.PNG, written(codecs.pngWriter().createWriterInstance(), image, false))
                : Picture.of(PictureType.JPEG, written(codecs.jpegWriter().createWriterInstance(), image, true));
    }

    private static byte[] written(ImageWriter writer, BufferedImage image, boolean lossy) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (lossy) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
