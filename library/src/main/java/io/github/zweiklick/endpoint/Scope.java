package io.github.zweiklick.endpoint;

import java.util.Locale;
import java.util.Optional;

/** What the visitor has allowed; lower case in the body of the request. */
enum Scope {
    /** This once. */
    ONCE,
    /** A click that the browser remembers; the server treats it like {@link #ONCE}. */
    REMEMBER,
    /** Remembered by the browser from an earlier click. */
    REPLAY;

    static Optional<Scope> of(String name) {
        for (Scope scope : values()) {
            if (scope.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
