package io.github.zweiklick.audit.harness;

import java.util.Map;
import java.util.Optional;

/** Datagrams in a NetLog: QUIC's and WebRTC's. Those of the name resolution are told as questions. */
final class NetLogDatagrams {

    /** A film sends thousands a second: one in a while tells that it still does. */
    private static final long WHILE_MILLIS = 100;

    /** A datagram that is told. */
    record Sent(String host, Sighting.Cause cause, String detail) {}

    private final NetLogNames hosts;
    private final Map<Long, String> targets = NetLogNames.bounded();
    private final Map<Long, Long> lastMillis = NetLogNames.bounded();

    NetLogDatagrams(NetLogNames hosts) {
        this.hosts = hosts;
    }

    /** @param address with its port */
    void connects(long socket, String address) {
        targets.put(socket, address);
    }

    /**
     * Something was sent.
     *
     * @param address with its port; empty: where the socket is connected to
     * @return empty when it need not be told
     */
    Optional<Sent> sent(long socket, long millis, String address) {
        String target = address.isEmpty() ? targets.getOrDefault(socket, "") : address;
        int colon = target.lastIndexOf(':');
        if (colon < 0 || target.endsWith(":53") || target.endsWith(":5353") || isRepeated(socket, millis)) {
            return Optional.empty();
        }
        return Optional.of(hosts.asker(socket)
                .map(who -> new Sent(who.host(), who.cause(), "UDP to " + target))
                .orElseGet(() -> unasked(
                        target, target.substring(0, colon).replace("[", "").replace("]", ""))));
    }

    /** WebRTC asks for its servers by jobs that are not logged: which name an address belongs to may be open. */
    private Sent unasked(String target, String address) {
        String host = hosts.hostAt(address);
        String names = host.equals(address) && !hosts.ofUnloggedJobs().isEmpty()
                ? ", one of " + String.join(", ", hosts.ofUnloggedJobs())
                : "";
        return new Sent(host, Sighting.Cause.PAGE, "UDP to " + target + names);
    }

    private boolean isRepeated(long socket, long millis) {
        Long last = lastMillis.get(socket);
        if (last != null && millis - last < WHILE_MILLIS) {
            return true;
        }
        lastMillis.put(socket, millis);
        return false;
    }
}
