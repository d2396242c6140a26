package io.github.zweiklick.audit.result;

import java.time.Instant;

/**
 * An audit was cut off and went on later.
 *
 * @param after when it was last known to be at work: the end of the last page that was kept, else its beginning
 * @param resumed when it went on
 * @param kept pages that had been visited by then and were not visited again
 * @param again pages that had been visited and were visited again, because what was kept of them was damaged
 */
public record Resumption(Instant after, Instant resumed, int kept, int again) {}
