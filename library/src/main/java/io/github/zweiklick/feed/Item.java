package io.github.zweiklick.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A post as a page shows it.
 *
 * @param source id of the source, as the configuration names it
 * @param service id of its network in the catalogue; empty where it comes from some page
 * @param fetched when it was fetched
 * @param refresh interval at which its source is asked
 */
public record Item(Post post, String source, Optional<String> service, Instant fetched, Duration refresh) {
    /**
     * Permanent and its own among all posts, as <a href="https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6">RFC 4287</a> wants
     * an entry's id: the post's address, or of one without a page of its own a name made of where it was found.
     */
    public String iri() {
        if (post.permalink()) {
            return post.address();
        }
        String found = source + '\n' + post.address() + '\n' + post.id();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(found.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a word stands in its title or text, capitals or not. */
    boolean holds(String word) {
        return (post.title().orElse("") + "\n" + post.text().text())
                .toLowerCase(Locale.ROOT)
                .contains(word.toLowerCase(Locale.ROOT));
    }
}
