package io.github.zweiklick.media;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Decodes pictures and encodes what is seen of them anew, in each of the widths that they reach: JPEG, or PNG where something is
 * transparent. Of animations the first frame. How large a picture is, is read before it is decoded.
 */
final class Reencoding implements Preparation {
    /** What cameras of today make. */
    static final int MOST_PIXELS = 50_000_000;
    /** Of a JPEG that its decoder holds whole, outside the heap, in some bytes for each pixel. */
    private static final int MOST_PIXELS_OF_WHOLE = 25_000_000;
    /** WebP is decoded without gaps, so that all of it must find room. */
    private static final int MOST_PIXELS_OF_WEBP = DecodingBudget.PIXELS;
    /** Larger ones are decoded with gaps: for usual shapes still finer than the widest that is shown. */
    private static final int MOST_DECODED = 12_000_000;
    /** Pictures may be this many times as high as wide; higher ones are made narrower. */
    private static final int HIGHEST = 4;

    private final DecodingBudget budget = new DecodingBudget();
    private @Nullable Codecs codecs;

    @Override
    public String accepted() {
        // Who can choose had better not send a WebP: some are refused.
        return "image/png,image/jpeg,image/gif,image/webp;q=0.1";
    }

    @Override
    public int version() {
        return 3;
    }

    /** On a thread of ours. */
    private synchronized Codecs codecs() {
        Codecs there = codecs;
        if (there == null) {
            there = Codecs.create();
            codecs = there;
        }
        return there;
    }

    /**
     * A picture that is to be decoded.
     *
     * @param bytes only what the decoder needs
     * @param exif what was beside it
     * @param most pixels that it may have
     * @param whole whether its decoder holds all of them, also where it leaves gaps
     */
    private record Source(PictureType type, byte[] bytes, Optional<ByteBuffer> exif, int most, boolean whole) {
        static Source of(byte[] fetched) throws UnshowableException {
            PictureType type = PictureType.of(fetched).orElseThrow(() -> new UnshowableException("no picture"));
            return switch (type) {
                case JPEG -> {
                    JpegSegments jpeg = JpegSegments.of(fetched);
                    int most = jpeg.whole() ? MOST_PIXELS_OF_WHOLE : MOST_PIXELS;
                    yield new Source(type, fetched, jpeg.exif(), most, jpeg.whole());
                }
                case PNG -> {
                    PngChunks png = PngChunks.of(fetched);
                    yield new Source(type, png.file(), png.exif(), MOST_PIXELS, false);
                }
                case WEBP -> {
                    WebpFrame frame = WebpFrame.of(fetched);
                    check(frame.width(), frame.height(), MOST_PIXELS_OF_WEBP);
                    yield new Source(type, frame.file(), frame.exif(), MOST_PIXELS_OF_WEBP, true);
                }
                case GIF, AVIF -> new Source(type, fetched, Optional.empty(), MOST_PIXELS, false);
            };
        }

        Orientation orientation() {
            return exif.map(Orientation::of).orElse(Orientation.UPRIGHT);
        }
    }

    private static void check(int width, int height, int most) throws UnshowableException {
        if (width < 1 || height < 1 || (long) width * height > most) {
            throw new UnshowableException("picture of " + width + " by " + height + " pixels");
        }
    }

    @Override
    public Pictures of(byte[] fetched) throws UnshowableException, InterruptedException {
        Codecs there = codecs();
        try {
            return read(Source.of(fetched), there);
        } catch (IOException | RuntimeException damaged) {
            // Decoders meet what they did not expect in many ways.
            throw new UnshowableException("picture that cannot be decoded: " + damaged);
        }
    }

    private Pictures read(Source source, Codecs with) throws IOException, UnshowableException, InterruptedException {
        ImageReader reader = with.reader(source.type()).createReaderInstance();
        try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(source.bytes())) {
            reader.setInput(in, false, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(width, height, source.most());
            long pixels = (long) width * height;
            int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_DECODED));
            long held = source.whole() ? pixels : (width / step + 1L) * (height / step + 1L);
            return budget.within(
                    (int) Math.min(held, DecodingBudget.PIXELS),
                    () -> versions(decoded(reader, step), width, height, source.orientation(), with));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decoded(ImageReader reader, int step) throws UnshowableException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        try {
            return SrgbPixels.of(reader.read(0, param));
        } catch (IOException damaged) {
            throw new UnshowableException("picture that cannot be decoded: " + damaged);
        }
    }

    /** The widest first, each made of the one before. */
    private static Pictures versions(BufferedImage image, int width, int height, Orientation orientation, Codecs with)
            throws UnshowableException {
        List<Pictures.Version> versions = new ArrayList<>();
        BufferedImage wider = image;
        List<Integer> widths = reached(orientation.transposed() ? height : width);
        for (int i = widths.size() - 1; i >= 0; i--) {
            wider = scaled(wider, width, height, widths.get(i), orientation.transposed());
            versions.add(new Pictures.Version(widths.get(i), encoded(orientation.turned(wider), with)));
        }
        Collections.reverse(versions);
        return new Pictures(versions);
    }

    /** All widths up to the first that is not smaller than the picture's own. */
    private static List<Integer> reached(int own) {
        int last = Pictures.index(MediaProxy.WIDTHS, own);
        return MediaProxy.WIDTHS.subList(0, last + 1);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height, int shown, boolean transposed) {
        int shownWidth = transposed ? height : width;
        int shownHeight = transposed ? width : height;
        double scale = Math.min(1, Math.min((double) shown / shownWidth, (double) shown * HIGHEST / shownHeight));
        int newWidth = Math.min(image.getWidth(), Math.max(1, (int) Math.round(width * scale)));
        int newHeight = Math.min(image.getHeight(), Math.max(1, (int) Math.round(height * scale)));
        if (newWidth == image.getWidth() && newHeight == image.getHeight()) {
            return image;
        }
        return Scaling.scaled(image, newWidth, newHeight);
    }

    private static Picture encoded(BufferedImage image, Codecs with) throws UnshowableException {
        try {
            return Encoding.encoded(image, with);
        } catch (IOException impossible) {
            throw new UnshowableException("picture that cannot be encoded: " + impossible);
        }
    }
}
