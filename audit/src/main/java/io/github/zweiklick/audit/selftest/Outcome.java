package io.github.zweiklick.audit.selftest;

/** What came of a vector. */
public enum Outcome {
    /** All that the servers saw was reported. */
    REPORTED,
    /** The servers saw what was not reported. */
    MISSED,
    /** The servers saw nothing: this browser contacts nobody by it. */
    NOBODY,
    /** It needs a network namespace, and there was none. */
    NOT_TESTED
}
