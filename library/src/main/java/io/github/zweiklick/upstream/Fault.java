package io.github.zweiklick.upstream;

import java.time.Duration;
import java.util.Optional;

/**
 * Why an upstream gave no answer that can be used.
 *
 * @param message what happened and its consequence, the same for every address: without credentials, queries, bodies
 * @param remedy what the operator can do, one sentence
 * @param rest how long the upstream wants to be left alone; empty where it says nothing
 */
public record Fault(Kind kind, String message, String remedy, Optional<Duration> rest) {

    /** With the kind's own remedy. */
    public Fault(Kind kind, String message) {
        this(kind, message, kind.remedy, Optional.empty());
    }

    /** The same, with a remedy of its own. */
    public Fault withRemedy(String other) {
        return new Fault(kind, message, other, rest);
    }

    /** The same, with a time to rest. */
    public Fault withRest(Optional<Duration> other) {
        return new Fault(kind, message, remedy, other);
    }

    /** What sort of fault it is. */
    public enum Kind {
        /** The address may not be asked: not public, not over https, or not the interface's own. */
        FORBIDDEN_ADDRESS("Correct the address in the configuration, or tell the network that it redirects elsewhere."),
        /** No name, no route, no connection, no TLS. */
        UNREACHABLE("Check the server's name resolution, firewall, outbound proxy and trusted certificates."),
        /** No answer in time. */
        TIMEOUT("Nothing need be done if it passes; else check the way to the network, and its status page."),
        /** The exchange broke off, or was no HTTP. */
        BROKEN("Nothing need be done if it passes; else check proxies on the way."),
        /** More bytes than allowed. */
        TOO_LARGE("Check that the address is the interface's; a page is not what is wanted here."),
        /** An answer that is not what the interface documents. */
        UNREADABLE("Check the interface's address and version; it may have changed or ended."),
        /** The request itself was refused, HTTP 400 and the like. */
        REJECTED("Check the interface's version and what is configured for it."),
        /** The credentials are wrong or have expired. */
        CREDENTIALS("Renew the credentials."),
        /** The credentials do not reach this far. */
        PERMISSION("Give the application the permission it needs, at the network."),
        /** Paid quota is used up, HTTP 402. */
        PAYMENT("Buy more quota at the network, or make the interval longer."),
        /** There is no such thing, or no longer. */
        GONE("Nothing need be done."),
        /** Asked too often. */
        THROTTLED("Make the interval longer, or the number of addresses smaller."),
        /** The network's own fault, HTTP 5xx. */
        SERVER("Nothing need be done if it passes; else look at the network's status page.");

        private final String remedy;

        Kind(String remedy) {
            this.remedy = remedy;
        }

        /** Whether it concerns every request, so that further ones are no use for a while. */
        boolean concernsAll() {
            return this == CREDENTIALS || this == PERMISSION || this == PAYMENT || this == THROTTLED;
        }

        /** Whether it says that the upstream is unwell, rather than that it was asked for the wrong thing. */
        boolean isUnwell() {
            return switch (this) {
                case UNREACHABLE, TIMEOUT, BROKEN, TOO_LARGE, UNREADABLE, SERVER -> true;
                default -> false;
            };
        }
    }
}
