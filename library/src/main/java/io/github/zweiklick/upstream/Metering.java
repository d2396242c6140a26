package io.github.zweiklick.upstream;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * Shows an upstream to Micrometer's global registry, where the application has Micrometer. Names no class of it, so that this one
 * can be loaded without.
 */
interface Metering extends AutoCloseable {
    /** Ends it. */
    @Override
    void close();

    private static boolean isPresent() {
        try {
            Class.forName("io.micrometer.core.instrument.Metrics", false, Metering.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /** @param site tells applications in one process apart */
    static Metering of(String site, String id, Supplier<UpstreamStatus> status, Clock clock) {
        if (isPresent()) {
            return UpstreamMeters.inGlobalRegistry(site, id, status, clock);
        }
        return () -> {};
    }
}
