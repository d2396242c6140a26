package io.github.zweiklick.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of pictures that are decoded and encoded anew. */
@Timeout(60)
class ReencodingTest {
    private static final Reencoding REENCODING = new Reencoding();

    static Pictures of(byte[] bytes) throws InterruptedException {
        try {
            return REENCODING.of(bytes);
        } catch (UnshowableException dead) {
            throw new AssertionError(dead.getMessage(), dead);
        }
    }

    static List<String> sizes(Pictures pictures) {
        return pictures.versions().stream()
                .map(version -> {
                    BufferedImage image = Samples.read(version.picture().bytes());
                    return version.width() + ": " + image.getWidth() + "x" + image.getHeight();
                })
                .toList();
    }

    private static void assertColour(int actual, int expected) {
        for (int shift = 0; shift < 32; shift += 8) {
            assertThat(actual >>> shift & 0xff)
                    .as("%08x is about %08x", actual, expected)
                    .isCloseTo(expected >>> shift & 0xff, within(12));
        }
    }

    private static String latin1(Picture picture) {
        return new String(picture.bytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void comesInAllWidthsItReaches() throws InterruptedException {
        assertThat(sizes(of(Samples.jpeg(2000, 1000))))
                .containsExactly("320: 320x160", "640: 640x320", "1280: 1280x640");
        assertThat(sizes(of(Samples.png(640, 480)))).containsExactly("320: 320x240", "640: 640x480");
        assertThat(sizes(of(Samples.png(500, 1000)))).containsExactly("320: 320x640", "640: 500x1000");
        assertThat(sizes(of(Samples.png(1, 1)))).containsExactly("320: 1x1");
    }

    @Test
    void veryHighOnesAreMadeNarrower() throws InterruptedException {
        assertThat(sizes(of(Samples.png(400, 10_000)))).containsExactly("320: 51x1280", "640: 102x2560");
    }

    @Test
    void largeOnesAreDecodedWithGaps() throws InterruptedException {
        byte[] large = Samples.written("png", Samples.halves(6000, 5000, BufferedImage.TYPE_BYTE_INDEXED));
        Pictures pictures = of(large);
        assertThat(sizes(pictures)).containsExactly("320: 320x267", "640: 640x533", "1280: 1280x1067");
        BufferedImage shown = Samples.read(pictures.at(1280).bytes());
        assertColour(shown.getRGB(100, 500), Samples.RED);
        assertColour(shown.getRGB(1200, 500), Samples.BLUE);
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("jpeg", Samples.jpeg(48, 32)),
                Arguments.of("png", Samples.png(48, 32)),
                Arguments.of(
                        "png of a palette",
                        Samples.written("png", Samples.halves(48, 32, BufferedImage.TYPE_BYTE_INDEXED))),
                Arguments.of(
                        "png, not transparent anywhere",
                        Samples.written("png", Samples.halves(48, 32, BufferedImage.TYPE_INT_ARGB))),
                Arguments.of("gif", Samples.written("gif", Samples.halves(48, 32, BufferedImage.TYPE_BYTE_INDEXED))),
                Arguments.of("gif whose palette knows a transparent colour", gifWithTransparentColour()),
                Arguments.of("webp, lossy", Samples.webp("lossy")));
    }

    /** As most animations, whose first frame uses it nowhere. */
    private static byte[] gifWithTransparentColour() {
        byte[] palette = {(byte) 255, 0, 0, 0, 0, (byte) 255, 0, (byte) 255, 0};
        IndexColorModel model = new IndexColorModel(8, 3, palette, 0, false, 2);
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < 32; y++) {
            for (int x = 24; x < 48; x++) {
                image.getRaster().setSample(x, y, 0, 1);
            }
        }
        return Samples.written("gif", image);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void opaqueOnesBecomeJpeg(String format, byte[] bytes) throws InterruptedException {
        Picture picture = of(bytes).at(320);
        assertThat(picture.contentType()).isEqualTo("image/jpeg");
        BufferedImage shown = Samples.read(picture.bytes());
        assertThat(shown.getWidth()).isEqualTo(48);
        assertThat(shown.getHeight()).isEqualTo(32);
        assertColour(shown.getRGB(2, 16), Samples.RED);
        assertColour(shown.getRGB(46, 16), Samples.BLUE);
    }

    @Test
    void transparentOnesBecomePng() throws InterruptedException {
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 32; y++) {
            for (int x = 24; x < 48; x++) {
                image.setRGB(x, y, 0xff00ff00);
            }
        }
        Picture picture = of(Samples.written("png", image)).at(320);
        assertThat(picture.contentType()).isEqualTo("image/png");
        BufferedImage shown = Samples.read(picture.bytes());
        assertThat(shown.getRGB(0, 16) >>> 24).isLessThan(20);
        assertThat(shown.getRGB(47, 16) >>> 24).isGreaterThan(235);
    }

    @Test
    void whatIsTransparentDoesNotShineThrough() throws InterruptedException {
        BufferedImage image = new BufferedImage(1000, 100, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 1000; x++) {
                image.setRGB(x, y, x < 501 ? 0x00ffffff : 0xff000000);
            }
        }
        BufferedImage shown =
                Samples.read(of(Samples.written("png", image)).at(320).bytes());
        for (int x = 0; x < shown.getWidth(); x++) {
            int pixel = shown.getRGB(x, 16);
            assertThat(pixel >>> 24 == 0 || (pixel & 0xff) < 10)
                    .as("%08x", pixel)
                    .isTrue();
        }
        assertThat(shown.getRGB(10, 16) >>> 24).isZero();
        assertThat(shown.getRGB(310, 16) >>> 24).isEqualTo(255);
    }

    @Test
    void progressiveOnesAreShown() throws InterruptedException {
        assertThat(sizes(of(Samples.progressive(400, 300)))).containsExactly("320: 320x240", "640: 400x300");
    }

    @Test
    void greyKeepsItsBrightness() throws InterruptedException {
        BufferedImage grey = new BufferedImage(400, 40, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 400, 40, 0, filled(400 * 40, 100));
        for (String format : List.of("png", "jpeg")) {
            BufferedImage shown =
                    Samples.read(of(Samples.written(format, grey)).at(320).bytes());
            assertColour(shown.getRGB(10, 10), 0xff646464);
        }
    }

    private static int[] filled(int length, int value) {
        int[] filled = new int[length];
        Arrays.fill(filled, value);
        return filled;
    }

    @Test
    void coloursOfOtherSpacesAreConverted() throws Exception {
        ICC_Profile linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
        ICC_ColorSpace space = new ICC_ColorSpace(linear);
        BufferedImage image = new BufferedImage(
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 48, 32, 144, 3, new int[] {0, 1, 2}, null),
                false,
                null);
        image.getRaster().setSamples(0, 0, 48, 32, 0, filled(48 * 32, 55));
        BufferedImage converted = SrgbPixels.of(image);
        assertColour(converted.getRGB(5, 5), 0xff800000);
    }

    @Test
    void fourInksBecomeThreeColours() throws InterruptedException {
        Picture picture = of(Samples.cmyk(40, 30)).at(320);
        assertThat(Samples.read(picture.bytes()).getWidth()).isEqualTo(40);
        assertThat(picture.contentType()).isEqualTo("image/jpeg");
    }

    /** Where the red that was on the left is to be seen. */
    @ParameterizedTest
    @CsvSource({
        "1, left",
        "2, right",
        "3, right",
        "4, left",
        "5, top",
        "6, top",
        "7, bottom",
        "8, bottom",
        "9, left",
        "0, left"
    })
    void isTurnedAsTheCameraSays(int orientation, String red) throws InterruptedException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            byte[] exif = Samples.exif(orientation, order);
            for (byte[] bytes : List.of(
                    Samples.jpegWithExif(Samples.jpeg(480, 160), exif),
                    Samples.pngWith(Samples.png(480, 160), "eXIf", exif))) {
                Picture picture = of(bytes).at(320);
                BufferedImage shown = Samples.read(picture.bytes());
                boolean upright = red.equals("left") || red.equals("right");
                assertThat(shown.getWidth()).isEqualTo(upright ? 320 : 160);
                assertThat(shown.getHeight()).isEqualTo(upright ? 107 : 480);
                int x = red.equals("right") ? shown.getWidth() - 5 : 5;
                int y = red.equals("bottom") ? shown.getHeight() - 5 : 5;
                assertColour(shown.getRGB(x, y), Samples.RED);
                assertColour(shown.getRGB(shown.getWidth() - 1 - x, shown.getHeight() - 1 - y), Samples.BLUE);
            }
        }
    }

    @Test
    void webpIsTurnedAsWell() throws InterruptedException {
        WebpFrame frame = frame(Samples.webp("lossy"));
        byte[] turned = Samples.riff(
                Samples.riffChunk("VP8X", new byte[] {8, 0, 0, 0, 47, 0, 0, 31, 0, 0}),
                Samples.part(frame.file(), 12, frame.file().length),
                Samples.riffChunk("EXIF", Samples.exif(6, ByteOrder.LITTLE_ENDIAN)));
        BufferedImage shown = Samples.read(of(turned).at(320).bytes());
        assertThat(shown.getWidth()).isEqualTo(32);
        assertColour(shown.getRGB(16, 2), Samples.RED);
    }

    @Test
    void ofAnAnimationTheFirstFrame() throws InterruptedException {
        byte[] lossy = frame(Samples.webp("lossy")).file();
        byte[] frame = Samples.part(lossy, 12, lossy.length);
        byte[] animated = Samples.riff(
                Samples.riffChunk("VP8X", new byte[] {2, 0, 0, 0, 47, 0, 0, 31, 0, 0}),
                Samples.riffChunk("ANIM", new byte[6]),
                Samples.riffChunk("ANMF", Samples.joined(new byte[16], frame)),
                Samples.riffChunk("ANMF", Samples.joined(new byte[16], new byte[20])));
        assertColour(Samples.read(of(animated).at(320).bytes()).getRGB(2, 16), Samples.RED);
    }

    private static WebpFrame frame(byte[] webp) {
        try {
            return WebpFrame.of(webp);
        } catch (UnshowableException dead) {
            throw new AssertionError(dead);
        }
    }

    @Test
    void nothingButPixelsIsLeft() throws InterruptedException {
        byte[] exif = Samples.exif(1, ByteOrder.BIG_ENDIAN);
        byte[] script = Samples.latin1("<script>alert('" + Samples.SECRET + "')</script>");
        List<byte[]> talkative = List.of(
                Samples.jpegWithExif(Samples.jpeg(400, 300), exif),
                Samples.joined(Samples.jpeg(400, 300), script),
                Samples.pngWith(Samples.png(400, 300), "eXIf", exif),
                Samples.pngWith(Samples.png(400, 300), "tEXt", script),
                Samples.joined(Samples.png(400, 300), script),
                Samples.joined(
                        Samples.written("gif", Samples.halves(400, 300, BufferedImage.TYPE_BYTE_INDEXED)), script),
                Samples.joined(Samples.webp("lossy"), Samples.riffChunk("XMP ", script)));
        for (byte[] bytes : talkative) {
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains(Samples.SECRET);
            for (Pictures.Version version : of(bytes).versions()) {
                assertThat(latin1(version.picture())).doesNotContain("51.05", "Exif", "script", "tEXt");
            }
        }
    }
}
