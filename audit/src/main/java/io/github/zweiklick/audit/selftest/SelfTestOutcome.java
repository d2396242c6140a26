package io.github.zweiklick.audit.selftest;

/** What came of a self-test. */
public sealed interface SelfTestOutcome permits SelfTestResult, SelfTestOutcome.NotRun {

    /**
     * There was no self-test.
     *
     * @param why in a sentence without its full stop
     */
    record NotRun(String why) implements SelfTestOutcome {}
}
