package io.github.zweiklick.feed;

import java.util.Optional;

/**
 * What is attached to a post.
 *
 * @param picture the picture itself, or a video's poster
 * @param alternative the author's own words for those who do not see it; empty where there are none
 * @param address of a page where it can be played or seen; empty: the post's own
 */
public record Media(Kind kind, Optional<Picture> picture, Optional<String> alternative, Optional<String> address) {
    private static final int LONGEST = 2_000;

    public Media {
        alternative = alternative.map(text -> Contained.line(text, LONGEST)).filter(text -> !text.isEmpty());
        address = address.flatMap(Contained::link);
    }

    /** What it is. */
    public enum Kind {
        PICTURE,
        VIDEO,
        /** Moves without sound, as a GIF does. */
        ANIMATION,
        AUDIO
    }

    /** A picture. */
    public static Media picture(Picture picture, Optional<String> alternative) {
        return new Media(Kind.PICTURE, Optional.of(picture), alternative, Optional.empty());
    }
}
