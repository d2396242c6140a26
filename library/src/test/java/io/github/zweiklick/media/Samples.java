package io.github.zweiklick.media;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures to test with, friendly and hostile, made by the JDK or by hand. */
public final class Samples {
    static final int RED = 0xffff0000;
    static final int BLUE = 0xff0000ff;
    /** Stands in what is beside a picture. */
    static final String SECRET = "51.0504N 13.7373E";

    private Samples() {}

    /** Left half red, right half blue. */
    static BufferedImage halves(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? RED : BLUE);
            }
        }
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return written("jpeg", halves(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] png(int width, int height) {
        return written("png", halves(width, height, BufferedImage.TYPE_INT_RGB));
    }

    static byte[] written(String format, BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] webp(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name + ".webp")) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] progressive(int width, int height) {
        return jpeg(new IIOImage(halves(width, height, BufferedImage.TYPE_INT_RGB), null, null), true);
    }

    private static byte[] jpeg(IIOImage image, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, image, param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /** Four inks, as print shops send them. */
    static byte[] cmyk(int width, int height) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        byte[] jpeg = jpeg(new IIOImage(raster, null, null), false);
        // Else four channels may as well be colours and opacity.
        byte[] adobe = latin1("\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0\0");
        return joined(part(jpeg, 0, 2), adobe, part(jpeg, 2, jpeg.length));
    }

    /** A TIFF structure with the orientation and a place. */
    static byte[] exif(int orientation, ByteOrder order) {
        byte[] place = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(64 + place.length).order(order);
        exif.put((order.equals(ByteOrder.LITTLE_ENDIAN) ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x010e).putShort((short) 2).putInt(place.length).putInt(64);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.position(64).put(place).array();
    }

    static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        byte[] content = joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif);
        ByteBuffer segment = ByteBuffer.allocate(4 + content.length);
        segment.putShort((short) 0xffe1).putShort((short) (2 + content.length)).put(content);
        return joined(part(jpeg, 0, 2), segment.array(), part(jpeg, 2, jpeg.length));
    }

    /** In front of the picture's data. */
    static byte[] pngWith(byte[] png, String type, byte[] content) {
        int afterHead = 8 + 25;
        return joined(part(png, 0, afterHead), chunk(type, content), part(png, afterHead, png.length));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] summed = joined(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(summed);
        return ByteBuffer.allocate(8 + summed.length)
                .putInt(content.length)
                .put(summed)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A PNG that says of itself that it is of this size, with a little data. */
    static byte[] pngOf(int width, int height) {
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined(
                part(png(1, 1), 0, 8),
                chunk("IHDR", head),
                chunk("IDAT", deflated(new byte[10_000])),
                chunk("IEND", new byte[0]));
    }

    static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A WebP file of these chunks. */
    static byte[] riff(byte[]... chunks) {
        byte[] content = joined("WEBP".getBytes(StandardCharsets.US_ASCII), joined(chunks));
        return ByteBuffer.allocate(8 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] riffChunk(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    public static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
