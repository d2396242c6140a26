package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A name server that writes down every question. Every name exists: its A record is a loopback address with a TTL of one
 * second, every other type has no data (AAAA, HTTPS: nothing but what the servers here can answer). An alias is answered
 * with its canonical name, whose own server would be asked as well: that name is written down too.
 */
final class DnsLog implements AutoCloseable {

    private static final int TTL_SECONDS = 1;
    private static final int LARGEST_QUESTION = 4096;

    /** Told the address of a name before the answer goes out, so that listeners are there in time. */
    interface Announcement {
        void named(String host, InetAddress address);
    }

    private final DatagramSocket socket;
    private final SightingLog log;
    private final AddressBook book;
    private final Announcement announcement;
    private final Clock clock;

    private DnsLog(DatagramSocket socket, SightingLog log, AddressBook book, Announcement announcement, Clock clock) {
        this.socket = socket;
        this.log = log;
        this.book = book;
        this.announcement = announcement;
        this.clock = clock;
    }

    static DnsLog start(
            InetSocketAddress address, SightingLog log, AddressBook book, Announcement announcement, Clock clock)
            throws IOException {
        DnsLog server = new DnsLog(Ports.open(() -> new DatagramSocket(address)), log, book, announcement, clock);
        Thread thread = new Thread(server::serve, "dns-log");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[LARGEST_QUESTION];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(java.util.Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closedOrNoQuestion) {
                // Closing the socket ends the loop; what is no DNS message gets no answer.
            }
        }
    }

    private byte[] answer(byte[] wire) throws IOException {
        Message question = new Message(wire);
        Record asked = question.getQuestion();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RD);
        answer.getHeader().setFlag(Flags.RA);
        if (asked == null) {
            answer.getHeader().setRcode(Rcode.FORMERR);
            return answer.toWire();
        }
        answer.addRecord(asked, Section.QUESTION);
        String host = host(asked.getName());
        saw(host, Type.string(asked.getType()));
        String canonical = book.canonicalNameOf(host);
        Name name = asked.getName();
        if (!canonical.equals(host)) {
            saw(canonical, Type.string(asked.getType()) + ", under the name " + host);
            name = Name.fromString(canonical + ".");
            answer.addRecord(new CNAMERecord(asked.getName(), DClass.IN, TTL_SECONDS, name), Section.ANSWER);
        }
        if (asked.getType() == Type.A && asked.getDClass() == DClass.IN) {
            InetAddress address = book.addressOf(canonical);
            announcement.named(canonical, address);
            answer.addRecord(new ARecord(name, DClass.IN, TTL_SECONDS, address), Section.ANSWER);
        }
        return answer.toWire();
    }

    private void saw(String host, String detail) {
        log.add(new Sighting(clock.instant(), host, Level.DNS, Witness.DNS_SERVER, Sighting.Cause.UNKNOWN, detail));
    }

    private static String host(Name name) {
        return NetLogHosts.plain(name.toString(true));
    }

    @Override
    public void close() {
        socket.close();
    }
}
