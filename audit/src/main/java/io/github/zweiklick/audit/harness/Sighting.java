package io.github.zweiklick.audit.harness;

import java.time.Instant;

/**
 * One thing a witness saw, not yet told by phase.
 *
 * @param host lower case, without trailing dot; an address where no name was said
 * @param cause whether the page caused it, as far as this witness knows
 */
record Sighting(Instant time, String host, Level level, Witness witness, Cause cause, String detail) {

    enum Cause {
        /** The witness knows that a page was behind it. */
        PAGE,
        /** The witness knows that no page was behind it. */
        BROWSER,
        /** Servers cannot know. */
        UNKNOWN
    }
}
