package io.github.zweiklick.gateway;

import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gateway on a free port, and how tests ask it. */
final class Running implements AutoCloseable {
    private final Gateway gateway;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Running(Optional<Upstream> upstream, HostHeader host, Optional<Path> config) throws Exception {
        gateway = Gateway.start(
                new GatewayOptions(
                        0,
                        "127.0.0.1",
                        upstream,
                        Optional.of(host),
                        config,
                        Optional.of(new AccessLog(Optional.empty(), false))),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    static Running before(StubSite site) throws Exception {
        return new Running(Upstream.parse(site.origin()), HostHeader.VISITOR, Optional.empty());
    }

    static Running before(StubSite site, HostHeader host) throws Exception {
        return new Running(Upstream.parse(site.origin()), host, Optional.empty());
    }

    static Running before(StubSite site, Path config) throws Exception {
        return new Running(Upstream.parse(site.origin()), HostHeader.VISITOR, Optional.of(config));
    }

    static Running with(Path config) throws Exception {
        return new Running(Optional.empty(), HostHeader.VISITOR, Optional.of(config));
    }

    static Running alone() throws Exception {
        return new Running(Optional.empty(), HostHeader.VISITOR, Optional.empty());
    }

    String origin() {
        return gateway.origin();
    }

    int port() {
        return URI.create(origin()).getPort();
    }

    String accessLog() {
        return log.toString(StandardCharsets.UTF_8);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<byte[]> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpClient client() {
        return client;
    }

    /** What comes back for exactly these bytes, until the gateway closes; lines end with a line feed here. */
    String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(wire(request));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
        return socket;
    }

    static byte[] wire(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Status line and headers of an answer; what follows stays to be read. */
    static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = StubSite.line(in); !line.isEmpty(); line = StubSite.line(in)) {
            lines.add(line);
        }
        return lines;
    }

    static InputStream in(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream());
    }

    @Override
    public void close() {
        gateway.close();
    }
}
