package io.github.zweiklick.feed;

import java.util.Optional;

/**
 * Another post that a post quotes.
 *
 * @param address of it, where it can be told
 * @param post what it says; empty where its author does not want it shown here, or it is gone
 */
public record Quoted(Optional<String> address, Optional<Post> post) {

    /** A post within a quoted one is not shown. */
    public Quoted {
        address = address.flatMap(Contained::link);
        post = post.map(Post::withoutQuoted);
    }
}
