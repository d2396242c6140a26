package io.github.zweiklick.media;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.image.BufferedImage;

/** Makes pictures smaller. */
final class Scaling {
    private Scaling() {}

    /** @param image of type RGB or ARGB, as is what comes back */
    static BufferedImage scaled(BufferedImage image, int width, int height) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return new ResampleOp(width, height, ResampleOp.FILTER_LANCZOS)
                    .filter(image, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        }
        // What is transparent has a colour too, which is not to shine into its neighbours; and no overshooting, which
        // would
        // make colours brighter than their opacity allows.
        image.coerceData(true);
        BufferedImage scaled = new ResampleOp(width, height, ResampleOp.FILTER_TRIANGLE)
                .filter(image, new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE));
        scaled.coerceData(false);
        return scaled;
    }
}
