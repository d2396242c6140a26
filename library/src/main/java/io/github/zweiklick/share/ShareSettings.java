package io.github.zweiklick.share;

import java.util.List;

/**
 * What is configured of sharing.
 *
 * @param services of bars whose author names none; empty: the usual ones
 * @param shariff whether Shariff's markup is rendered as a bar
 */
public record ShareSettings(List<String> services, boolean shariff, CountSettings counts) {

    /** The usual services, and nobody is asked for counts. */
    public static ShareSettings defaults() {
        return new ShareSettings(List.of(), false, CountSettings.none());
    }
}
