package io.github.zweiklick.finding;

/**
 * Something the operator of the site should know: what was met, where, and what to do about it.
 *
 * @param kind what sort of finding; findings of one kind at one place are one finding
 * @param place the page, file, header or configuration key concerned, without personal data
 * @param message what was found and its consequence; quotes the input
 * @param remedy what to write or do, one sentence
 */
public record Finding(Kind kind, String place, String message, String remedy) {

    /** What sort of finding it is; the name is the code shown in logs. */
    public enum Kind {
        /** A foreign resource the page needs was disarmed. */
        BLOCKED_RESOURCE,
        /** A frame of a host that is in no catalogue was replaced by a named box. */
        UNKNOWN_FRAME,
        /** Code that watches visitors was left out. */
        TRACKER,
        /** Another consent tool is at work in the page. */
        CONSENT_TOOL,
        /** A plugin its network has switched off. */
        DEAD_PLUGIN,
        /** Pasted markup of a service that could not be understood. */
        UNREADABLE_EMBED,
        /** Markup aimed at Zweiklick's own endpoints that the site's authors may not write. */
        FORGED_MARKUP,
        /** A response header that would have made browsers contact a foreign host. */
        FOREIGN_HEADER,
        /** A response header of the site that will stop an embed from loading. */
        AIRLOCK_OBSTACLE,
        /** Browsers reported that a page tried to contact a foreign host at run time. */
        REPORTED_CONTACT,
        /** A page that could not be rewritten. */
        UNPROTECTED_PAGE,
        /** A page whose charset was undeclared or contradictory. */
        CHARSET,
        /** The configuration works, but something is missing or stale. */
        CONFIGURATION
    }
}
