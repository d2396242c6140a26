package io.github.zweiklick.feed;

/**
 * How many posts may be read of a source whose network charges for each. Days and months are those of UTC.
 *
 * @param perDay at least as many as one reading may cost
 * @param perMonth likewise
 */
public record Budget(int perDay, int perMonth) {}
