package io.github.zweiklick.page;

/** What is done about links and forms that lead to foreign hosts. */
public enum LinkRule {
    /** Nothing. */
    LEFT,
    /** Their hosts are told. */
    LISTED,
    /**
     * Their hosts are told, those of networks apart: to these they lead by way of our own endpoint. The page gets a script
     * that does the same for what scripts make.
     */
    LED_OUT
}
