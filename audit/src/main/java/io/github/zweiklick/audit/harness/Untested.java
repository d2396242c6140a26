package io.github.zweiklick.audit.harness;

import java.util.Optional;

/**
 * Something a visit could not observe.
 *
 * @param detail what an explanation in any language adds; never what a page says
 */
public record Untested(Kind kind, Optional<String> detail) {

    /** What could not be observed. */
    public enum Kind {
        /** The detail: seconds waited. */
        NOT_LOADED("the page had not finished loading"),
        /** The detail: seconds waited. */
        NOT_AT_REST("the page did not come to rest in time; later contacts of a phase are told in the next"),
        /** The detail: how many were pointed at. */
        POINTING("links, embeds and buttons beyond those that were pointed at"),
        SOURCES("which elements and scripts caused contacts: the page did not answer"),
        SCROLLING("what comes further down: the end of the page was not reached"),
        WIRE("DNS questions and sockets on the wire: there is no network namespace"),
        OVERFLOW("more contacts than can be kept"),
        EVERYTHING("everything: this browser has no log of its own"),
        END_OF_LOG("the end of the browser's log: it was not closed in order"),
        RESOLVER("which foreign host a name is an alias of, and names that WebRTC asks for: this system resolves names"
                + " for the browser, whose log does not hold that"),
        /** The detail: why it could not be read. */
        LOG("the browser's log"),
        /** The detail: why. */
        FACTS("what the page shows: buttons, links, ways to withdraw"),
        /** The detail: the service. */
        CONSENT("consent to a service"),
        /** The detail: the service. */
        WITHDRAWAL("how consent to a service is taken back"),
        /** The detail: how many were. */
        SERVICES("consent to services beyond those that were tried"),
        /** Servers see them. */
        ALIASES("which foreign host a name is an alias of: this browser's log does not hold it"),
        /** Servers see them. */
        DATAGRAMS("datagrams, as WebRTC and HTTP/3 send them: this browser's log holds the names asked for only"),
        /** Servers see them. The detail: why it tells less than that. */
        TIMINGS(
                "names asked for in advance, sockets and datagrams, and what workers, frames of other hosts, redirects and a"
                        + " page that is left contact: this browser has no log and tells what its pages asked for only"),
        /** The detail: the option. */
        OPTION("an option that this browser cannot be given"),
        HINTS("dns-prefetch in WebKit, which did not follow a hint when it was tried");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** Whether servers see what the browser itself does not tell. */
        boolean isSeenByServers() {
            return this == ALIASES || this == DATAGRAMS || this == TIMINGS || this == EVERYTHING;
        }
    }

    public static Untested of(Kind kind) {
        return new Untested(kind, Optional.empty());
    }

    public static Untested of(Kind kind, String detail) {
        return new Untested(kind, Optional.of(detail));
    }

    /** In English. */
    @Override
    public String toString() {
        return kind.sentence + detail.map(more -> " (" + more + ")").orElse("");
    }
}
