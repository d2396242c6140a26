package io.github.zweiklick.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class OrientationTest {
    @Test
    void turnsAndMirrorsEachInItsWay() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 1);
        image.setRGB(1, 0, 2);
        BufferedImage clockwise = new Orientation(true, true, false).turned(image);
        assertThat(clockwise.getHeight()).isEqualTo(2);
        assertThat(clockwise.getRGB(0, 0) & 0xff).isEqualTo(1);
        BufferedImage square = Samples.halves(2, 2, BufferedImage.TYPE_INT_RGB);
        square.setRGB(0, 0, 0x123456);
        assertThat(new Orientation(true, true, false).turned(square).getRGB(1, 0) & 0xffffff)
                .isEqualTo(0x123456);
        assertThat(new Orientation(true, false, true).turned(square).getRGB(0, 1) & 0xffffff)
                .isEqualTo(0x123456);
        assertThat(new Orientation(false, true, false).turned(square).getRGB(1, 0) & 0xffffff)
                .isEqualTo(0x123456);
        assertThat(new Orientation(true, false, false).turned(square).getRGB(0, 0) & 0xffffff)
                .isEqualTo(0x123456);
        assertThat(new Orientation(true, true, true).turned(square).getRGB(1, 1) & 0xffffff)
                .isEqualTo(0x123456);
    }
}
