package io.github.zweiklick.audit;

/** What a visit does beyond opening the page. */
enum AuditPhase {
    /** Opens the page and waits until it rests: part of every visit. */
    LOAD,
    /** Scrolls to the end, points at links, embeds and buttons, walks the first of them by keyboard. */
    INTERACT
}
