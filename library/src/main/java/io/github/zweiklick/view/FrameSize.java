package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a frame is before its content says so.
 *
 * @param ratio {@code 16/9} where the height follows the width
 * @param height in CSS pixels otherwise
 */
record FrameSize(Optional<String> ratio, Optional<Integer> height, int pixelWidth, int pixelHeight) {
    private static final Pattern RATIO = Pattern.compile("(\\d{1,4})[:/](\\d{1,4})");
    private static final int DEFAULT_WIDTH = 560;
    private static final int DEFAULT_HEIGHT = 480;
    private static final int LARGEST = 4000;
    private static final int SMALLEST = 50;

    static FrameSize of(EmbedKind.Size usual, Occurrence where) {
        return of(usual, where.width(), where.height());
    }

    static FrameSize of(EmbedKind.Size usual, Optional<Integer> pastedWidth, Optional<Integer> pastedHeight) {
        int width = clamp(pastedWidth.or(usual::width).orElse(DEFAULT_WIDTH));
        Optional<Matcher> ratio = usual.ratio().map(RATIO::matcher).filter(Matcher::matches);
        if (ratio.isPresent()) {
            int across = Math.max(1, Integer.parseInt(ratio.get().group(1)));
            int down = Math.max(1, Integer.parseInt(ratio.get().group(2)));
            if (pastedWidth.isPresent() && pastedHeight.isPresent()) {
                across = width;
                down = clamp(pastedHeight.get());
            }
            return new FrameSize(
                    Optional.of(across + "/" + down), Optional.empty(), width, clamp(width * down / across));
        }
        int height = clamp(pastedHeight.or(usual::height).orElse(DEFAULT_HEIGHT));
        return new FrameSize(Optional.empty(), Optional.of(height), width, height);
    }

    private static int clamp(int pixels) {
        return Math.min(Math.max(pixels, SMALLEST), LARGEST);
    }
}
