package io.github.zweiklick.audit.selftest;

/** What a visitor does when a vector contacts its host. */
public enum Moment {
    /** Opens the page. */
    LOAD,
    SCROLL,
    /** Points at it, or comes to it by keyboard. */
    HOVER,
    CLICK,
    /** Does nothing for a while. */
    IDLE,
    /** Goes away. */
    LEAVE
}
