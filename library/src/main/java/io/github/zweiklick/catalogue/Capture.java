package io.github.zweiklick.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value taken from a pasted code or an airlock request. Nothing else of the code survives, so this is where
 * everything hostile ends.
 *
 * @param type how the value is read
 * @param required whether an embed without it is none
 * @param pattern for {@link Type#TOKEN}: what the whole value must match
 * @param hosts for {@link Type#ADDRESS}: the hosts allowed
 * @param max largest number, or greatest length in characters
 */
public record Capture(Type type, boolean required, Optional<Pattern> pattern, List<String> hosts, int max) {

    /** How a value is read. */
    public enum Type {
        /** Matches the pattern as a whole. */
        TOKEN,
        /** A decimal number from 0 to max. */
        INTEGER,
        /** Seconds, also written as {@code 1h2m3s}; kept as a number. */
        SECONDS,
        /** A BCP 47 language or locale such as {@code de} or {@code de_DE}. */
        LANGUAGE,
        /** {@code true} or {@code false}; 1 and 0, yes and no are read as these. */
        FLAG,
        /** Free text, cut at max characters; control characters are dropped. */
        TEXT,
        /** An http(s) address at one of the hosts; kept as https without user, port, fragment, tracking parameters. */
        ADDRESS,
        /** A public DNS name of a server of the visitor's choice: no address, no port, no single label. */
        HOST
    }

    /** The canonical value, or empty where the raw one is not acceptable. CONTRACT STUB. */
    public Optional<String> accept(String raw) {
        throw new UnsupportedOperationException(raw);
    }
}
