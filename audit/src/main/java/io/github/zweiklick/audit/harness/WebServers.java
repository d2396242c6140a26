package io.github.zweiklick.audit.harness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Web servers for every host name: they write down each connection as it is accepted, each server name a TLS hello says
 * and each request. A server of our own because a connection on which nothing is ever said, or whose handshake fails, is a
 * contact too, and web servers for applications do not show it.
 */
final class WebServers implements AutoCloseable {

    private static final int IDLE_MILLIS = 30_000;

    /** First byte of a TLS connection (RFC 8446, 5.1). */
    private static final int HANDSHAKE = 22;

    private enum Scheme {
        PLAIN,
        TLS,
        EITHER
    }

    private final SightingLog log;
    private final AddressBook book;
    private final Clock clock;
    private final SSLContext tls;
    private final Map<String, Site> sites = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<ServerSocket> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "web-server");
        thread.setDaemon(true);
        return thread;
    });

    private WebServers(SightingLog log, AddressBook book, Clock clock, SSLContext tls) {
        this.log = log;
        this.book = book;
        this.clock = clock;
        this.tls = tls;
    }

    /** For every name of a namespace, at the ports browsers take. */
    static WebServers start(SightingLog log, AddressBook book, CertificateAuthority authority, Clock clock)
            throws IOException, GeneralSecurityException {
        WebServers servers = new WebServers(log, book, clock, authority.context());
        try {
            servers.listen(80, Scheme.PLAIN);
            servers.listen(443, Scheme.TLS);
        } catch (IOException e) {
            servers.close();
            throw e;
        }
        return servers;
    }

    /** For names below {@code localhost}, each at a port of its own. */
    static WebServers onLoopback(SightingLog log, CertificateAuthority authority, Clock clock)
            throws GeneralSecurityException {
        return new WebServers(log, new AddressBook(), clock, authority.context());
    }

    /** Serves a name by http and https at a free port of its own, which only this machine reaches; the port. */
    int open(String host, Site site) throws IOException {
        serve(host, site);
        ServerSocket server = new ServerSocket(0, 512, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        accept(server, Scheme.EITHER, accepted -> host);
        return server.getLocalPort();
    }

    /** @param host a name, or {@code *.name} for all below it */
    void serve(String host, Site site) {
        sites.put(host.toLowerCase(Locale.ROOT), site);
    }

    /** Faults of sites and connections, for whoever wonders why a page stays empty. */
    Queue<String> failures() {
        return failures;
    }

    private void listen(int port, Scheme scheme) throws IOException {
        // Where no name was asked for, the page named the address itself.
        accept(
                Ports.open(() -> new ServerSocket(port, 512)),
                scheme,
                accepted -> book.hostAt(accepted.getLocalAddress())
                        .orElseGet(() -> accepted.getLocalAddress().getHostAddress()));
    }

    private void accept(ServerSocket server, Scheme scheme, Function<Socket, String> host) {
        servers.add(server);
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    threads.execute(() -> converse(socket, scheme, host.apply(socket)));
                } catch (IOException closed) {
                    if (!server.isClosed()) {
                        failures.add("port " + server.getLocalPort() + ": " + closed.getMessage());
                    }
                }
            }
        });
    }

    private void converse(Socket accepted, Scheme scheme, String host) {
        String port = "TCP port " + accepted.getLocalPort();
        saw(host, Level.SOCKET, port);
        try (accepted) {
            accepted.setSoTimeout(IDLE_MILLIS);
            accepted.setTcpNoDelay(true);
            byte[] first = scheme == Scheme.EITHER ? accepted.getInputStream().readNBytes(1) : new byte[0];
            InputStream read = new ByteArrayInputStream(first);
            if (scheme == Scheme.PLAIN || (first.length > 0 && first[0] != HANDSHAKE)) {
                requests(
                        new SequenceInputStream(read, accepted.getInputStream()),
                        accepted.getOutputStream(),
                        false,
                        host);
                return;
            }
            try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(accepted, read, false)) {
                socket.startHandshake();
                requests(socket.getInputStream(), socket.getOutputStream(), true, host);
            }
        } catch (SSLException | EOFException | SocketException | SocketTimeoutException ended) {
            // Browsers drop connections and distrust certificates as they like; the contact is already written down.
            return;
        } catch (IOException | RuntimeException e) {
            failures.add(host + " " + port + ": " + e);
        }
    }

    private void requests(InputStream from, OutputStream to, boolean secure, String named) throws IOException {
        InputStream in = new BufferedInputStream(from);
        OutputStream out = new BufferedOutputStream(to);
        while (true) {
            in.mark(1);
            if (in.read() < 0) {
                return;
            }
            in.reset();
            String[] line = HttpWire.line(in).split(" ", 3);
            if (line.length != 3) {
                throw new IOException("no request line: \"" + String.join(" ", line) + "\"");
            }
            HttpFields fields = HttpWire.fields(in);
            byte[] body = HttpWire.body(in, fields, HttpWire.Unsized.EMPTY);
            String host = fields.first("Host").map(WebServers::withoutPort).orElse(named);
            SiteRequest request = new SiteRequest(secure, line[0], host, line[1], fields, body);
            saw(host, Level.REQUEST, describe(request));
            if (!named.equals(host)) {
                // An alias's request is answered by whoever its canonical name belongs to.
                saw(named, Level.REQUEST, describe(request));
            }
            HttpWire.write(out, site(host).answer(request), request.method().equals("HEAD"));
        }
    }

    private static String describe(SiteRequest request) {
        StringBuilder text = new StringBuilder(request.toString());
        request.header("Referer").ifPresent(referer -> text.append(", Referer ").append(referer));
        if (request.header("Cookie").isPresent()) {
            text.append(", with a cookie");
        }
        return text.toString();
    }

    private Site site(String host) {
        Site exact = sites.get(host);
        for (int dot = host.indexOf('.'); exact == null && dot >= 0; dot = host.indexOf('.', dot + 1)) {
            exact = sites.get("*" + host.substring(dot));
        }
        return exact != null ? exact : Site.unknown();
    }

    private void saw(String host, Level level, String detail) {
        log.add(new Sighting(clock.instant(), host, level, Witness.WEB_SERVER, Sighting.Cause.UNKNOWN, detail));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
        threads.shutdownNow();
    }
}
