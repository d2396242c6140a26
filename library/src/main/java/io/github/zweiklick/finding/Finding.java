package io.github.zweiklick.finding;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something the operator of the site should know: what was met, where, and what to do about it.
 *
 * @param kind what sort of finding; findings of one kind at one place are one finding
 * @param place the page, file, header or configuration key concerned, without personal data
 * @param message what was found and its consequence; quotes the input
 * @param remedy what to write or do, one sentence
 * @param host the foreign host concerned, where declaring it the site's own is one of the remedies
 * @param observed whether the place is only observed: nothing was changed there, and the message says what would be
 */
public record Finding(Kind kind, String place, String message, String remedy, Optional<String> host, boolean observed) {

    private static final Pattern HOST = Pattern.compile("([a-z0-9_-]{1,63}\\.){1,10}[a-z0-9-]{1,63}");

    /** A finding at a place that is protected, which concerns no single host. */
    public Finding(Kind kind, String place, String message, String remedy) {
        this(kind, place, message, remedy, Optional.empty(), false);
    }

    /** A line to paste into the configuration, where that may be the remedy: it declares the host the site's own. */
    public Optional<String> line() {
        // A document in an attribute or a rule set is no host, though markup is marked as if it were.
        return host.filter(name -> HOST.matcher(name).matches())
                .map(name -> "{\"host\": \"" + name + "\", \"reason\": \"\u2026\"}");
    }

    /** The same at another place. */
    Finding at(String otherPlace) {
        return new Finding(kind, otherPlace, message, remedy, host, observed);
    }

    /** What sort of finding it is; the name is the code shown in logs. */
    public enum Kind {
        /** Code that would be replaced or left out without any harm; told of places in observe mode only. */
        REPLACEMENT,
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
        /** An embed of which the page says nothing in the site's own words. */
        NO_ALTERNATIVE,
        /** An id of a service that the author of a page wrote and nobody knows. */
        UNKNOWN_SERVICE,
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
        /** A network that the server asks gives no answer, or none that can be used. */
        UPSTREAM,
        /** The configuration works, but something is missing or stale. */
        CONFIGURATION
    }
}
