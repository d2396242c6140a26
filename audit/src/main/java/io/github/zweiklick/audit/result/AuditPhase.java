package io.github.zweiklick.audit.result;

/** What an audit does with a page. */
public enum AuditPhase {
    /** Opens the page and waits until it rests: part of every audit. */
    LOAD,
    /** Scrolls to the end, opens what is folded, points at links, embeds and buttons, walks the first of them by keyboard. */
    INTERACT,
    /** Consents to one service at a time. */
    CONSENT,
    /** Takes each consent back and opens the page anew. Needs {@link #CONSENT}. */
    WITHDRAW,
    /** Goes away from the page, which may send its last words. */
    LEAVE
}
