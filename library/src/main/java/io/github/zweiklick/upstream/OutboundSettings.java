package io.github.zweiklick.upstream;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The way out of the house.
 *
 * @param proxy that takes requests to other hosts; empty: they are asked directly
 * @param trust file with the certificates of the authorities to be trusted, PEM; empty: the JDK's
 * @param snapshots directory in which what was fetched outlives the process; empty: in memory only
 */
public record OutboundSettings(Optional<Proxy> proxy, Optional<Path> trust, Optional<Path> snapshots) {

    /**
     * An HTTP proxy. It resolves names itself, so that it is the one to refuse addresses of the house.
     *
     * @param password of the user; there is one where there is the other
     */
    public record Proxy(String host, int port, Optional<String> user, Optional<Secret> password) {}

    /** Directly, trusting whom the JDK trusts. */
    public static OutboundSettings direct() {
        return new OutboundSettings(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, with a place for snapshots. */
    public OutboundSettings withSnapshots(Path directory) {
        return new OutboundSettings(proxy, trust, Optional.of(directory));
    }
}
