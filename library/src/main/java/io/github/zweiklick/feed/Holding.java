package io.github.zweiklick.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is held of one source.
 *
 * @param configured secrets by where they come from
 * @param items posts that are shown, or would be
 * @param pictures how many pictures these have
 * @param fetched when they were fetched; empty where there are none
 * @param removed ids of posts that were taken out
 * @param withheld whether none of the posts is shown, since it cannot be read which were taken out
 * @param paid empty where reading is free
 */
public record Holding(
        FeedSettings.Entry configured,
        List<Item> items,
        int pictures,
        Optional<Instant> fetched,
        List<String> removed,
        boolean withheld,
        Optional<Paid> paid) {

    /**
     * Posts that were paid for, today and in this month of UTC.
     *
     * @param budget how many may be
     */
    public record Paid(int onDay, int inMonth, Budget budget) {}

    public Holding {
        items = List.copyOf(items);
        removed = List.copyOf(removed);
    }
}
