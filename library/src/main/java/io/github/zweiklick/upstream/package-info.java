/**
 * The one way in which this project talks to a network: bounded, cached, polite, and with nothing of any visitor in it.
 *
 * <p>{@link io.github.zweiklick.upstream.Snapshots} holds what was fetched last and asks for more in the background; {@link
 * io.github.zweiklick.upstream.Upstream} decides whether a network may be asked just now; {@link
 * io.github.zweiklick.upstream.Outbound} asks it.
 */
@NullMarked
package io.github.zweiklick.upstream;

import org.jspecify.annotations.NullMarked;
