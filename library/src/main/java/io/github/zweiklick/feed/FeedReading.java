package io.github.zweiklick.feed;

import java.util.Optional;
import java.util.function.Supplier;

/** The reader of a source's feed: one after the other, each taking over from the one before what must not be lost. Thread-safe. */
final class FeedReading {
    private final Supplier<FeedSource.Reader> open;
    private FeedSource.Reader reader;
    private Optional<FeedReading> before;

    /** @param before of the same source as it was configured before; it ends before this reads */
    FeedReading(Supplier<FeedSource.Reader> open, Optional<FeedReading> before) {
        this.open = open;
        this.reader = open.get();
        this.before = before;
    }

    /** The one to read with just now. */
    synchronized FeedSource.Reader reader() {
        // Not sooner: until it reads no more, the one before may renew what is to be taken over.
        before.ifPresent(earlier -> reader.takeOver(earlier.reader()));
        before = Optional.empty();
        return reader;
    }

    /** Another one reads from now on: this one may hold posts, to ask for what is new only. */
    synchronized void anew() {
        FeedSource.Reader fresh = open.get();
        fresh.takeOver(reader());
        reader = fresh;
    }
}
