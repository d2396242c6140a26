package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondBrowser;
import java.time.Duration;
import java.util.Optional;

/** Is told how an audit goes on, by several threads, one at a time. */
public interface Progress {

    /** A page's visit begins. */
    default void opens(String url) {}

    /** Another browser is asked for its opinion on a page. */
    default void opinion(String url, SecondBrowser browser) {}

    /** A part of a page's visit has ended. */
    void step(String url, Step step);

    /**
     * A page was visited.
     *
     * @param done pages visited, this one included
     * @param left how long the rest may take, by the time the pages before took; empty after the last
     */
    void page(PageResult page, int done, int total, Optional<Duration> left);
}
