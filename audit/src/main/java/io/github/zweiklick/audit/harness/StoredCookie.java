package io.github.zweiklick.audit.harness;

import java.time.Instant;
import java.util.Optional;

/**
 * A cookie in the browser. Its value, which can be personal data, is not kept.
 *
 * @param domain as the browser has it, with a leading dot where hosts below it are sent the cookie as well
 * @param expires when it goes by itself; empty: when the browser is closed
 */
public record StoredCookie(String domain, String name, Optional<Instant> expires) {

    /** The domain without its leading dot. */
    public String host() {
        return domain.startsWith(".") ? domain.substring(1) : domain;
    }

    @Override
    public String toString() {
        return domain + " " + name;
    }
}
