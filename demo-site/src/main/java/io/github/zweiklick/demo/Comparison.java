package io.github.zweiklick.demo;

import java.util.Optional;

/**
 * A page as it is today beside the same page behind Zweiklick.
 *
 * @param path of the page, with its query
 * @param today empty until it was measured
 * @param after empty until it was measured
 * @param failure why no more can be measured, in English
 */
record Comparison(String path, Optional<Measurement> today, Optional<Measurement> after, Optional<String> failure) {

    static Comparison of(String path) {
        return new Comparison(path, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Comparison withToday(Measurement measured) {
        return new Comparison(path, Optional.of(measured), after, failure);
    }

    Comparison withAfter(Measurement measured) {
        return new Comparison(path, today, Optional.of(measured), failure);
    }

    Comparison failed(String why) {
        return new Comparison(path, today, after, Optional.of(why));
    }

    /** Whether there is more to come. */
    boolean isRunning() {
        return failure.isEmpty() && after.isEmpty();
    }
}
