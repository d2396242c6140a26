package io.github.zweiklick.feed;

import io.github.zweiklick.url.WebUrl;
import java.util.Optional;

/**
 * What a feed says of itself.
 *
 * @param document its own address
 * @param home the page that it is the feed of
 * @param author of all entries that name none
 */
record FeedHead(
        WebUrl document,
        Optional<WebUrl> home,
        Optional<String> title,
        Optional<Picture> logo,
        Optional<String> language,
        Optional<Author> author) {

    /** A home that is none of the web is left out. */
    FeedHead {
        home = home.filter(url -> Contained.link(url.href()).isPresent());
    }

    /** Where an entry leads that has no address: to where it stands. */
    String address() {
        // Its query may hold a key.
        return home.map(WebUrl::href).orElseGet(() -> document.origin() + document.path());
    }

    /** Who wrote what nobody is named for: the feed itself. */
    Author writer() {
        return author.orElseGet(() -> new Author(
                title.orElseGet(() -> home.orElse(document).host()), Optional.empty(), Optional.of(address()), logo));
    }

    Author writer(String name, Optional<String> address) {
        return new Author(name, Optional.empty(), address.or(() -> home.map(WebUrl::href)), Optional.empty());
    }
}
