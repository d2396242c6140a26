package io.github.zweiklick.audit.result;

import io.github.zweiklick.audit.harness.Step;
import java.util.Arrays;

/**
 * What the window showed at the end of a part of the visit.
 *
 * @param png the picture; not copied
 */
public record Screenshot(Step step, byte[] png) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Screenshot that && step.equals(that.step) && Arrays.equals(png, that.png);
    }

    @Override
    public int hashCode() {
        return 31 * step.hashCode() + Arrays.hashCode(png);
    }

    @Override
    public String toString() {
        return step + ", " + png.length + " bytes";
    }
}
