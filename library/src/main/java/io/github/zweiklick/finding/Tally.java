package io.github.zweiklick.finding;

import java.time.Instant;
import java.util.List;

/**
 * One finding with all that was seen of it.
 *
 * @param finding at the first of its places
 * @param places the first ones, at most {@link FindingLog#PLACES}, the oldest first
 * @param morePlaces whether it was met at others as well
 * @param count how often it was reported: with each answer that shows it
 * @param first when it was met first
 * @param last when it was met last
 */
public record Tally(
        Finding finding, List<String> places, boolean morePlaces, long count, Instant first, Instant last) {}
