package io.github.zweiklick.upstream;

import java.util.Optional;

/** What the status of an answer says, where the vendor has no way of its own to say it. */
public final class HttpFaults {
    private HttpFaults() {}

    /** The fault of an answer that is no success; empty for 2xx. */
    public static Optional<Fault> of(Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        return Optional.of(new Fault(kind(status), "it answered with HTTP status " + status));
    }

    /**
     * The same of an interface that has another way to say that a thing is not there: where it answers so by its status, there is
     * no such interface, and the operator is to know.
     */
    public static Optional<Fault> ofInterface(Answer answer) {
        return of(answer)
                .map(found -> found.kind() == Fault.Kind.GONE
                        ? new Fault(Fault.Kind.REJECTED, found.message())
                                .withRemedy("Check the interface's address and version; it may have changed or ended.")
                        : found);
    }

    private static Fault.Kind kind(int status) {
        return switch (status) {
            case 401 -> Fault.Kind.CREDENTIALS;
            case 402 -> Fault.Kind.PAYMENT;
            case 403, 451 -> Fault.Kind.PERMISSION;
            case 404, 410 -> Fault.Kind.GONE;
            // Of the outbound proxy's, where the exchange itself is not secure.
            case 407 -> Fault.Kind.UNREACHABLE;
            case 408, 504 -> Fault.Kind.TIMEOUT;
            case 429 -> Fault.Kind.THROTTLED;
            default -> status >= 500 ? Fault.Kind.SERVER : status >= 400 ? Fault.Kind.REJECTED : Fault.Kind.UNREADABLE;
        };
    }
}
