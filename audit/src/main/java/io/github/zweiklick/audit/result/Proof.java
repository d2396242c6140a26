package io.github.zweiklick.audit.result;

import java.time.Instant;

/**
 * Whether the browser is known to be seen through. That nobody was seen to be contacted proves as much as what would have been
 * seen: only a self-test tells that.
 */
public sealed interface Proof {

    /**
     * The browser has passed a self-test.
     *
     * @param when it ended
     * @param whole all pages of it, or the short form
     * @param names whether names and datagrams were tested too, or connections and requests alone
     * @param vectors ways of contact that were seen and reported
     */
    record Passed(Instant when, boolean whole, boolean names, int vectors) implements Proof {}

    /**
     * The browser has passed none.
     *
     * @param why in English, without a full stop
     */
    record Missing(String why) implements Proof {}
}
