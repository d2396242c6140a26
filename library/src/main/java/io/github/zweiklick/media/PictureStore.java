package io.github.zweiklick.media;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Where pictures are kept, within bounds. Never fails: what cannot be kept is not there. Thread-safe. */
interface PictureStore {
    /** Beside the bytes, what each picture takes, roughly. */
    int OVERHEAD = 256;

    /**
     * A picture that is kept, in one of its widths.
     *
     * @param made when it was fetched
     */
    record Held(Picture picture, Instant made) {}

    /**
     * How much is kept.
     *
     * @param mostBytes how much there can be
     */
    record Extent(long pictures, long bytes, long mostBytes) {}

    /** The version of a picture that was made for a width. */
    Optional<Held> find(String name, int width);

    void save(String name, Pictures pictures, Instant made);

    void remove(String name);

    /** Removes all others. */
    void retain(Predicate<String> names);

    Extent extent();
}
