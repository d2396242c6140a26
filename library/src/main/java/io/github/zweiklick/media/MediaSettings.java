package io.github.zweiklick.media;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How pictures are shown.
 *
 * @param reencode whether they are decoded, made small and encoded anew, which leaves nothing in them but what is seen; else
 *     they go out as they came, with place and camera where they tell these, once their first bytes are a picture's
 * @param cacheBytes most bytes of pictures kept in the directory; those not asked for the longest go first
 * @param directory where they are kept, also for the time after a restart; empty: in memory, 16 MiB of them
 * @param configuredOrigins scheme, host and port of interfaces that the operator named: pictures there may be in the house, and
 *     without TLS
 */
public record MediaSettings(
        boolean reencode, long cacheBytes, Optional<Path> directory, Set<String> configuredOrigins) {
    /** 256 MiB. */
    public static final long USUAL_BYTES = 256L << 20;

    public MediaSettings {
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("cacheBytes " + cacheBytes + " is negative");
        }
        configuredOrigins = Set.copyOf(configuredOrigins);
    }

    /** Encoded anew, kept in memory, from public hosts only. */
    public static MediaSettings usual() {
        return new MediaSettings(true, USUAL_BYTES, Optional.empty(), Set.of());
    }
}
