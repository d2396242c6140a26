package io.github.zweiklick.upstream;

/** How one thing is fetched; runs on a thread of the upstream's. */
@FunctionalInterface
public interface Fetch<T> {
    /**
     * Fetches it.
     *
     * @throws UpstreamException where it cannot be had; of kind {@link Fault.Kind#GONE}, where it is no more
     */
    T fetch() throws UpstreamException;
}
