package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.Optional;

/** Reads single posts of a network by their addresses. Thread-safe. */
public interface PostReader {
    /**
     * Which post an address names. Asks nobody.
     *
     * @param address as an author wrote it: anything
     * @return empty where it is no post's that is read here
     */
    Optional<Name> recognise(WebUrl address);

    /**
     * A post.
     *
     * @param id as {@link #recognise} has it
     * @return that post alone; without any where there is none, or it is not to be shown
     * @throws UpstreamException where it cannot be had; of kind {@code GONE} where there is none
     */
    Timeline read(String id) throws UpstreamException;

    /** The interval at which one is asked for; empty: that of its source. */
    default Optional<Duration> refresh() {
        return Optional.empty();
    }

    /** How many posts one reading may cost at most, where the network charges for each; 0 where it is free. */
    default int mostPaid() {
        return 0;
    }

    /** Whether what is read are videos: of these a title and a picture are shown before the player, and no article. */
    default boolean isPlayer() {
        return false;
    }

    /**
     * A post's name.
     *
     * @param id of at most 300 characters, without blanks
     * @param own whether the address tells that the account which the site shows wrote it
     */
    record Name(String id, boolean own) {}
}
