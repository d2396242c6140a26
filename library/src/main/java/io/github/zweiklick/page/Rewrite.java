package io.github.zweiklick.page;

import java.nio.charset.Charset;
import java.util.Optional;

/** What became of a page. */
public sealed interface Rewrite {
    /**
     * Nothing foreign: the very same bytes go out.
     *
     * @param charset the charset the page was read in, to be sent; empty where the body is no page
     */
    record Unchanged(Optional<Charset> charset) implements Rewrite {}

    /** @param body the page with some ranges replaced, all other bytes the author's */
    record Rewritten(byte[] body, Charset charset) implements Rewrite {}

    /** The page could not be examined and must not go out as it is. */
    record Withheld(String reason) implements Rewrite {}

    /** The page could not be examined just now, for want of memory, and must not go out as it is; it may be asked for again. */
    record Postponed(String reason) implements Rewrite {}
}
