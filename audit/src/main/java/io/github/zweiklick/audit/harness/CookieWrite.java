package io.github.zweiklick.audit.harness;

import java.time.Instant;

/**
 * A cookie that was written at some time, whether or not it is still there. Its value is not kept.
 *
 * @param step the part of the visit in which it happened
 */
public record CookieWrite(Instant time, Step step, String domain, String name) {}
