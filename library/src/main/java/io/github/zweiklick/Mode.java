package io.github.zweiklick;

/** What is done with pages. */
public enum Mode {
    /** They are rewritten, and carry the policies. */
    PROTECT,
    /**
     * They go out as they came, byte for byte, with every header line of the application's; the policies go out as
     * report-only; what would be done is found and told. The way in for a large old site.
     */
    OBSERVE
}
