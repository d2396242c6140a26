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

    /** Nobody knows what the page holds, and it must not go out as it is. */
    sealed interface Unexamined extends Rewrite {
        /** Why, without quoting personal data. */
        String reason();
    }

    /** The page could not be examined. */
    record Withheld(String reason) implements Unexamined {}

    /** The page could not be examined just now, for want of memory; it may be asked for again. */
    record Postponed(String reason) implements Unexamined {}
}
