package io.github.zweiklick.audit.harness;

/** A part of a visit. Whatever the browser contacts is told by the part in which it did. */
public enum Phase {
    LOAD,
    SCROLL,
    HOVER,
    IDLE,
    CONSENT,
    WITHDRAW,
    /** The page opened anew, after a consent was taken back. */
    RELOAD,
    LEAVE
}
