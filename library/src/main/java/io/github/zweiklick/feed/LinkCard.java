package io.github.zweiklick.feed;

import java.util.Optional;

/**
 * What a network shows of a page that a post links to.
 *
 * @param address of that page, http or https
 * @param title never empty
 */
public record LinkCard(String address, String title, Optional<String> description, Optional<Picture> picture) {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 500;

    public LinkCard {
        title = Contained.line(title, LONGEST_TITLE);
        title = title.isEmpty() ? address : title;
        description = description
                .map(text -> Contained.line(text, LONGEST_DESCRIPTION))
                .filter(text -> !text.isEmpty());
    }

    /** A card, where its address is one of the web. */
    public static Optional<LinkCard> of(
            String address, String title, Optional<String> description, Optional<Picture> picture) {
        return Contained.link(address).map(href -> new LinkCard(href, title, description, picture));
    }
}
