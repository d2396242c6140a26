package io.github.zweiklick.feed;

import java.util.OptionalLong;

/** How often a post was answered, passed on, and liked; empty where that is not known. */
public record PostCounts(OptionalLong replies, OptionalLong shares, OptionalLong likes) {
    /** Nothing is known. */
    public static final PostCounts UNKNOWN =
            new PostCounts(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
