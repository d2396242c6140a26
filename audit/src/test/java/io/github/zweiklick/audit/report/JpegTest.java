package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JpegTest {

    @ParameterizedTest
    @CsvSource({"1280, 900, 800, 563", "390, 844, 390, 844", "390, 4000, 98, 1000", "1, 1, 1, 1"})
    void isNoLargerThanAPageHasRoomFor(int width, int height, int shownWidth, int shownHeight) throws Exception {
        Jpeg jpeg = Jpeg.of(SamplePage.png(width, height)).orElseThrow();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg.bytes()));
        assertThat(new int[] {read.getWidth(), read.getHeight()}).containsExactly(shownWidth, shownHeight);
        assertThat(new int[] {jpeg.width(), jpeg.height()}).containsExactly(shownWidth, shownHeight);
        assertThat(jpeg.bytes()).hasSizeLessThan(100_000);
    }

    @Test
    void whatIsNoPictureIsNone() {
        byte[] whole = SamplePage.png(200, 200);
        assertThat(Jpeg.of(new byte[0])).isEmpty();
        assertThat(Jpeg.of(Arrays.copyOf(whole, 60))).isEmpty();
        assertThat(Jpeg.of("GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    /** A picture that says it is larger than any window is not unpacked. */
    @Test
    void giantsAreNotUnpacked() {
        byte[] giant = SamplePage.png(10, 10);
        ByteBuffer.wrap(giant).putInt(16, 100_000).putInt(20, 100_000);
        assertThat(Jpeg.of(giant)).isEmpty();
    }
}
