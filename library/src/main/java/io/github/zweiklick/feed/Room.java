package io.github.zweiklick.feed;

import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

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

    /**
     * A page shows what anybody had asked for: a permit of pages takes the place of the other one, where there is any. Not for what
     * is held no more, whose permit has been given back.
     *
     * @param isHeld whether the post still is
     */
    void take(HeldPost held, BooleanSupplier isHeld) {
        synchronized (held) {
            if (held.asker() != Asker.PAGE && isHeld.getAsBoolean() && pages.tryAcquire()) {
                held.take();
                anybody.release();
            }
        }
    }

    /**
     * Gives back a post's permit, whosever it is by now.
     *
     * @param forgetting forgets the post; false where somebody else has
     * @return whether it was forgotten
     */
    boolean leave(HeldPost held, BooleanSupplier forgetting) {
        synchronized (held) {
            boolean left = forgetting.getAsBoolean();
            if (left) {
                of(held.asker()).release();
            }
            return left;
        }
    }
}
