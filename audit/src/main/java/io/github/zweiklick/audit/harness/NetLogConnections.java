package io.github.zweiklick.audit.harness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Connections of pools that do not name their group, WebSockets' and TURN's among them: whoever asked for the name connects, or
 * whoever the connection turns out to be for, or else the host whose address it is.
 */
final class NetLogConnections {

    /** A connection, and whose it is. */
    record Known(Instant time, NetLogNames.Asked who, String detail) {}

    /**
     * One that was begun.
     *
     * @param target address and port
     */
    private record Begun(Instant time, String target) {
        private String address() {
            return target.substring(0, Math.max(0, target.lastIndexOf(':')))
                    .replace("[", "")
                    .replace("]", "");
        }

        private Known of(NetLogNames.Asked who) {
            return new Known(time, who, "TCP to " + target);
        }
    }

    private final NetLogNames hosts;
    private final Map<Long, Begun> nobodys = NetLogNames.bounded();

    NetLogConnections(NetLogNames hosts) {
        this.hosts = hosts;
    }

    /**
     * A connection begins.
     *
     * @param target address and port
     * @return empty where it is to be told later
     */
    Optional<Known> begins(long job, Instant time, String target) {
        Begun begun = new Begun(time, target);
        Optional<Known> known = hosts.asker(job).map(begun::of);
        if (known.isEmpty()) {
            nobodys.put(job, begun);
        }
        return known;
    }

    /** One that is being made is for something. Of WebSockets' connections Chromium 156 says so only after it began them. */
    Optional<Known> bound(long source, long job) {
        hosts.opened(job, source);
        Begun begun = nobodys.remove(job);
        return begun == null ? Optional.empty() : hosts.asker(source).map(begun::of);
    }

    /** Those of which nothing said whose they are, but whose address a name led to: the name came out of the cache. */
    List<Known> left() {
        return nobodys.values().stream()
                .flatMap(begun -> hosts
                        .knownAt(begun.address())
                        .map(host -> begun.of(new NetLogNames.Asked(host, Sighting.Cause.UNKNOWN)))
                        .stream())
                .toList();
    }
}
