package io.github.zweiklick.feed;

import java.util.Optional;

/**
 * Who wrote a post.
 *
 * @param name as the author writes it; where there is none the handle
 * @param handle by which the network knows the author, with its at sign; empty where the network has none
 * @param address of the author's page
 */
public record Author(String name, Optional<String> handle, Optional<String> address, Optional<Picture> avatar) {
    private static final int LONGEST = 200;

    /** Texts are contained, see {@link Contained}; an address that is none of the web is left out. */
    public Author {
        handle = handle.map(text -> Contained.line(text, LONGEST)).filter(text -> !text.isEmpty());
        String contained = Contained.line(name, LONGEST);
        name = contained.isEmpty() ? handle.orElse("") : contained;
        address = address.flatMap(Contained::link);
    }
}
