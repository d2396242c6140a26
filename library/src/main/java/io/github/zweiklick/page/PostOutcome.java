package io.github.zweiklick.page;

import java.util.Optional;

/** What becomes of a single post that an author asks for. */
public sealed interface PostOutcome {
    /** It is shown. */
    record Shown(PageMarkup.Posts posts) implements PostOutcome {}

    /** The two-click embed is shown, with what is known of it. */
    record Video(Optional<String> title, Optional<Poster> poster) implements PostOutcome {}

    /** Nothing of the network's is shown. */
    record Gone() implements PostOutcome {}

    /** The two-click embed is shown. */
    record Unknown() implements PostOutcome {}
}
