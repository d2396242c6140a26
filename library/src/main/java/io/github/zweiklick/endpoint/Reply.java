package io.github.zweiklick.endpoint;

import io.github.zweiklick.policy.HeaderLine;
import java.util.List;

/**
 * An answer, free of any server's API. Replaces all headers of the response that Zweiklick would else add.
 *
 * @param headers in their order, Content-Type among them
 */
public record Reply(int status, List<HeaderLine> headers, byte[] body) {}
