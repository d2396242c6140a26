package io.github.zweiklick.upstream;

import java.time.Instant;
import java.util.Optional;

/**
 * How an upstream is just now.
 *
 * @param id by which it is configured
 * @param address origin of its interface
 * @param lastSuccess when it last gave what was wanted
 * @param lastFault the fault since then; empty where all is well
 * @param lastFaultAt when that was
 * @param quota what it last said of its limits
 * @param circuit whether it is asked
 * @param restingUntil until when it is left alone; empty where it is not
 * @param asked requests since the start
 * @param failed how many of them failed
 * @param held things of it in memory
 * @param stale how many of these are older than they should be
 */
public record UpstreamStatus(
        String id,
        String address,
        Optional<Instant> lastSuccess,
        Optional<Fault> lastFault,
        Optional<Instant> lastFaultAt,
        Optional<Quota> quota,
        Circuit circuit,
        Optional<Instant> restingUntil,
        long asked,
        long failed,
        long held,
        long stale) {

    /** State of its circuit breaker. */
    public enum Circuit {
        /** It is asked. */
        CLOSED,
        /** It failed too often and is not asked for a minute. */
        OPEN,
        /** It is being tried again. */
        HALF_OPEN
    }

    /** Whether nothing is known to be wrong. */
    public boolean isWell() {
        return lastFault.isEmpty() && circuit == Circuit.CLOSED;
    }
}
