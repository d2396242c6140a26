package io.github.zweiklick.upstream;

import java.time.Duration;

/**
 * How long what was fetched is good for.
 *
 * @param refresh the interval at which one thing is asked for again, while anybody wants it
 * @param least the shortest time between two requests for one thing, whatever came of the first
 * @param keep how long it is shown when no newer can be had
 */
public record Keeping(Duration refresh, Duration least, Duration keep) {}
