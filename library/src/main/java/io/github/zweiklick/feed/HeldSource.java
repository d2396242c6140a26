package io.github.zweiklick.feed;

/** What an officer sees of a source, and can do to it. */
interface HeldSource {
    Subscription subscription();

    Holding holding();

    /** What may be shown has changed. */
    void again();

    /** What was fetched goes at once, and is asked for anew. */
    void forget();
}
