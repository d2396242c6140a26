package io.github.zweiklick.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.spi.ServiceRegistry;

/**
 * What reads and writes the formats. The JDK's global registry is only looked into, for what is the JDK's own: what else is
 * registered there may be anybody's, and what we put there would outlive us, with our class loader.
 *
 * @param jpeg reads also CMYK and files with faulty profiles, by means of the JDK's reader
 */
record Codecs(
        ImageReaderSpi jpeg,
        ImageReaderSpi png,
        ImageReaderSpi gif,
        ImageReaderSpi webp,
        ImageWriterSpi jpegWriter,
        ImageWriterSpi pngWriter) {

    /** Made on a thread whose context class loader may stay: the registry keeps what it finds by it. */
    static Codecs create() {
        return new Codecs(
                jpeg(ofJdk(ImageReaderSpi.class, "jpeg")),
                ofJdk(ImageReaderSpi.class, "png"),
                ofJdk(ImageReaderSpi.class, "gif"),
                new WebPImageReaderSpi(),
                ofJdk(ImageWriterSpi.class, "jpeg"),
                ofJdk(ImageWriterSpi.class, "png"));
    }

    private static <T extends ImageReaderWriterSpi> T ofJdk(Class<T> category, String format) {
        Iterator<T> all = IIORegistry.getDefaultInstance().getServiceProviders(category, true);
        while (all.hasNext()) {
            T one = all.next();
            if (one.getClass().getModule().equals(ImageIO.class.getModule())
                    && Arrays.asList(one.getFormatNames()).contains(format)) {
                return one;
            }
        }
        throw new IllegalStateException("This Java has no " + category.getSimpleName() + " for " + format);
    }

    /** It looks for the JDK's reader where it is registered, so it is, in a registry of its own. */
    private static ImageReaderSpi jpeg(ImageReaderSpi ofJdk) {
        ServiceRegistry own =
                new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
        own.registerServiceProvider(ofJdk, ImageReaderSpi.class);
        JPEGImageReaderSpi jpeg = new JPEGImageReaderSpi();
        own.registerServiceProvider(jpeg, ImageReaderSpi.class);
        return jpeg;
    }

    ImageReaderSpi reader(PictureType type) throws UnshowableException {
        return switch (type) {
            case JPEG -> jpeg;
            case PNG -> png;
            case GIF -> gif;
            case WEBP -> webp;
            case AVIF -> throw new UnshowableException("AVIF, which nothing here decodes");
        };
    }
}
