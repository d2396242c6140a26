package io.github.zweiklick.media;

import java.time.Duration;

/** What there is to show of a picture. */
public sealed interface Sight {

    /** It is there. */
    record Shown(Picture picture) implements Sight {}

    /** No content shows it, it is gone, or it is none that can be shown. */
    record Dead() implements Sight {}

    /**
     * It is being fetched, or too many are.
     *
     * @param retry when it is worth asking again
     */
    record Busy(Duration retry) implements Sight {}
}
