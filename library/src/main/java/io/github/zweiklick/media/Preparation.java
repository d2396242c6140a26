package io.github.zweiklick.media;

/** Makes of what was fetched what is shown. Thread-safe. */
interface Preparation {
    /** What is asked for, as the header {@code Accept} says it. */
    String accepted();

    /** Differs where the results differ, so that what was kept by another is not shown; 8 bits. */
    int version();

    /**
     * Makes it ready.
     *
     * @throws UnshowableException where it is no picture, or none that can be shown
     * @throws InterruptedException where the proxy is closed meanwhile
     */
    Pictures of(byte[] fetched) throws UnshowableException, InterruptedException;
}
