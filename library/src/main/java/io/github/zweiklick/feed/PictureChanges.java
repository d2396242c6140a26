package io.github.zweiklick.feed;

import java.util.function.Predicate;

/** Is told which pictures posts show, by the names that pages know them by. */
public interface PictureChanges {
    /** A post shows it now; it may have been shown before. */
    void came(String name);

    /** A source shows it no more; another one may. */
    void gone(String name);

    /**
     * All sources have told what they have, once: what was kept from before the start and is not shown may go.
     *
     * @param shown tells of a name whether a post shows it
     */
    void settled(Predicate<String> shown);
}
