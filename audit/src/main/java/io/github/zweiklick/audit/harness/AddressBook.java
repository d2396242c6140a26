package io.github.zweiklick.audit.harness;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives every host name a loopback address of its own, so that a socket tells for whom it was opened even when nothing
 * is ever said on it: a preconnect on plain http is silent.
 */
final class AddressBook {

    /** 127.1.0.0/16 and up; 127.0.0.x stays with the servers themselves. */
    private static final int FIRST = (127 << 24) + (1 << 16) + 1;

    private static final int LAST = (127 << 24) + 0xFFFFFE;

    private final Map<String, InetAddress> addresses = new HashMap<>();
    private final Map<InetAddress, String> hosts = new HashMap<>();
    private final Map<String, String> canonicalNames = new HashMap<>();

    /** Makes a name an alias of another from now on. */
    synchronized void alias(String name, String canonical) {
        canonicalNames.put(name, canonical);
    }

    /** The name behind an alias; the name itself where it is none. */
    synchronized String canonicalNameOf(String host) {
        return canonicalNames.getOrDefault(host, host);
    }

    synchronized InetAddress addressOf(String host) {
        return addresses.computeIfAbsent(host, name -> {
            InetAddress address = numbered(FIRST + addresses.size());
            hosts.put(address, name);
            return address;
        });
    }

    synchronized Optional<String> givenTo(String host) {
        return Optional.ofNullable(addresses.get(host)).map(InetAddress::getHostAddress);
    }

    synchronized Optional<String> hostAt(InetAddress address) {
        return Optional.ofNullable(hosts.get(address));
    }

    private static InetAddress numbered(int number) {
        if (number > LAST) {
            throw new IllegalStateException("more names were asked for than 127.0.0.0/8 has addresses");
        }
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
