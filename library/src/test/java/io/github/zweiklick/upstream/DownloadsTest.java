package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.OutboundSettings.Proxy;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Addresses met in content: a public host is reached through a proxy, which is a stub and serves it as well. */
@Timeout(30)
class DownloadsTest {
    private static final String PUBLIC = "https://pictures.example";

    private final StubServer inside = StubServer.http();
    private final StubServer proxy = StubServer.http();
    private final TestCertificate certificate;
    private final Outbound outbound;
    private final Downloads downloads;

    DownloadsTest(@TempDir Path directory) throws Exception {
        certificate = TestCertificate.of("dns:pictures.example", directory);
        outbound = new Outbound(
                new OutboundSettings(
                        Optional.of(new Proxy("127.0.0.1", proxy.port(), Optional.empty(), Optional.empty())),
                        Optional.of(certificate.pem()),
                        Optional.empty()),
                OutboundTest.USER_AGENT,
                SystemDefaultDnsResolver.INSTANCE);
        downloads = new Downloads(outbound, Set.of(inside.origin()), OutboundTest.LIMITS);
    }

    @AfterEach
    void close() {
        outbound.close();
        inside.close();
        proxy.close();
    }

    private byte[] fetch(String address) throws UpstreamException {
        return downloads.fetch(WebUrl.parse(address).orElseThrow(), "image/png");
    }

    private Kind fault(String address) {
        return catchThrowableOfType(UpstreamException.class, () -> fetch(address))
                .fault()
                .kind();
    }

    private void tunnel(StubServer.Request request, Socket socket) throws IOException {
        socket.getOutputStream()
                .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        String host = ((InetSocketAddress) socket.getRemoteSocketAddress()).getHostString();
        SSLSocket inner =
                (SSLSocket) certificate.context().getSocketFactory().createSocket(socket, host, socket.getPort(), true);
        inner.setUseClientMode(false);
        proxy.serve(inner);
    }

    @Test
    void fetchesFromPublicHosts() throws UpstreamException {
        proxy.replies(this::tunnel, StubServer.status(200, "image/png", "bytes"));
        assertThat(fetch(PUBLIC + "/a")).asString(StandardCharsets.UTF_8).isEqualTo("bytes");
        assertThat(proxy.requests().get(1).headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "host", "pictures.example",
                        "accept", "image/png",
                        "accept-encoding", "gzip",
                        "connection", "keep-alive",
                        "user-agent", OutboundTest.USER_AGENT));
    }

    @Test
    void fetchesFromWhatTheOperatorNamed() throws UpstreamException {
        inside.replies(StubServer.redirect(302, "/b"), StubServer.status(200, "image/png", "bytes"));
        assertThat(fetch(inside.origin() + "/a"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("bytes");
        assertThat(inside.lines()).containsExactly("GET /a HTTP/1.1", "GET /b HTTP/1.1");
    }

    /** Else whoever has a picture in a post could have the server ask anything of the house's own interfaces. */
    @Test
    void publicHostsDoNotLeadIntoTheHouse() {
        inside.replies(StubServer.status(200, "image/png", "bytes"));
        proxy.replies(this::tunnel, StubServer.redirect(302, inside.origin() + "/delete"));
        assertThat(fault(PUBLIC + "/a")).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(inside.requests()).isEmpty();
    }

    @Test
    void othersInTheHouseAreNotAsked() {
        assertThat(fault("http://127.0.0.1:" + proxy.port() + "/a")).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(fault("http://pictures.example/a")).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(proxy.requests()).isEmpty();
    }

    @Test
    void whatIsNoSuccessIsAFault() {
        inside.replies(StubServer.status(410, "image/png", "bytes"));
        assertThat(fault(inside.origin() + "/a")).isEqualTo(Kind.GONE);
    }
}
