package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What holds for every page, tried on markup made by chance. {@code -Dzweiklick.seed=N} repeats one; {@code -Dfull} goes on
 * for a minute with seeds of its own.
 */
final class NastyMarkupTest {
    private static final int SEEDS = 1500;
    private static final Duration FULL = Duration.ofSeconds(60);

    @Test
    void nothingForeignIsLeftAndNothingElseIsChanged() {
        String only = System.getProperty("zweiklick.seed");
        if (only != null) {
            RewriteProperties.check(NastyMarkup.of(Long.parseLong(only)));
            return;
        }
        List<String> failed = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            check(seed, failed);
        }
        if (System.getProperty("full") != null) {
            long end = System.nanoTime() + FULL.toNanos();
            for (long seed = System.nanoTime(); System.nanoTime() < end && failed.size() < 12; seed++) {
                check(seed, failed);
            }
        }
        assertThat(failed)
                .as(() -> failed.size() + " failed: " + String.join("\n", failed))
                .isEmpty();
    }

    private static void check(long seed, List<String> failed) {
        String markup = NastyMarkup.of(seed);
        if (fails(markup)) {
            failed.add("-Dzweiklick.seed=" + seed + " " + Shrinking.shrink(markup, NastyMarkupTest::fails));
        }
    }

    private static boolean fails(String markup) {
        try {
            RewriteProperties.check(markup);
            return false;
        } catch (AssertionError | RuntimeException failure) {
            return true;
        }
    }
}
