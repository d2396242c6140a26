package io.github.zweiklick.audit.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what tests outside this package look at. */
public final class Patience {
    private Patience() {}

    /** Whether something holds within a time. */
    public static boolean until(Duration most, BooleanSupplier condition) {
        return Waiting.until(most, condition);
    }
}
