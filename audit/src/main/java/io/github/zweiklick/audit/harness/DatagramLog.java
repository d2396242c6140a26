package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Counts datagrams to port 443 (QUIC) and 3478 (STUN) of every address that was handed out. One socket per address: Java
 * does not tell a datagram's destination.
 */
final class DatagramLog implements AutoCloseable, DnsLog.Announcement {

    private static final int[] PORTS = {443, 3478};

    private record Listener(String host, int port) {}

    private final Selector selector;
    private final SightingLog log;
    private final Clock clock;
    private final Set<String> listening = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private DatagramLog(Selector selector, SightingLog log, Clock clock) {
        this.selector = selector;
        this.log = log;
        this.clock = clock;
    }

    static DatagramLog start(SightingLog log, Clock clock) throws IOException {
        DatagramLog datagrams = new DatagramLog(Selector.open(), log, clock);
        Thread thread = new Thread(datagrams::listen, "datagram-log");
        thread.setDaemon(true);
        thread.start();
        return datagrams;
    }

    @Override
    public void named(String host, InetAddress address) {
        if (!listening.add(host)) {
            return;
        }
        for (int port : PORTS) {
            try {
                bind(new InetSocketAddress(address, port), new Listener(host, port));
            } catch (IOException taken) {
                failures.add("UDP port " + port + " for " + host + ": " + taken.getMessage());
            }
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // the selector's keys own the channels; close() closes them
    private void bind(InetSocketAddress address, Listener listener) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.bind(address);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, listener);
            selector.wakeup();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** What could not be listened to: part of the report's "not tested". */
    Queue<String> failures() {
        return failures;
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        try {
            while (selector.isOpen()) {
                selector.select();
                Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
                while (keys.hasNext()) {
                    SelectionKey key = keys.next();
                    keys.remove();
                    buffer.clear();
                    if (key.isValid() && ((DatagramChannel) key.channel()).receive(buffer) != null) {
                        seen((Listener) key.attachment(), buffer.position());
                    }
                }
            }
        } catch (ClosedSelectorException closed) {
            // close() was called
        } catch (IOException e) {
            failures.add("UDP: " + e.getMessage());
        }
    }

    private void seen(Listener listener, int bytes) {
        log.add(new Sighting(
                clock.instant(),
                listener.host(),
                Level.UDP,
                Witness.WEB_SERVER,
                Sighting.Cause.UNKNOWN,
                "UDP port " + listener.port() + ", " + bytes + " bytes"));
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
