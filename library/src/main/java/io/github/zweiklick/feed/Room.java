package io.github.zweiklick.feed;

import java.util.concurrent.Semaphore;

/**
 * Room for single posts, of all sources together. Anybody may ask for posts by a few addresses only, lest there be none for those
 * that pages hold. Thread-safe.
 */
final class Room {
    /** Posts of pages that are held at once. */
    static final int OF_PAGES = 500;

    /** Further ones. */
    static final int OF_ANYBODY = 50;

    private final Semaphore pages = new Semaphore(OF_PAGES);
    private final Semaphore anybody = new Semaphore(OF_ANYBODY);

    /** A permit is taken for each post that is held, and given back when it is forgotten. */
    Semaphore of(Asker asker) {
        return asker == Asker.PAGE ? pages : anybody;
    }
}
