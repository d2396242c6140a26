package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class ServersTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void everyNameHasAnAddressOfItsOwnAndEveryQuestionIsWrittenDown() throws IOException {
        SightingLog log = new SightingLog();
        AddressBook book = new AddressBook();
        try (DnsLog dns =
                DnsLog.start(new InetSocketAddress(LOOPBACK, 0), log, book, (host, address) -> {}, Clock.systemUTC())) {
            InetAddress first = address(ask(dns, "Eins.Test.", Type.A)).orElseThrow();
            InetAddress second = address(ask(dns, "zwei.test.", Type.A)).orElseThrow();

            assertThat(first.isLoopbackAddress()).isTrue();
            assertThat(second).isNotEqualTo(first);
            assertThat(address(ask(dns, "eins.test.", Type.A))).contains(first);
            assertThat(book.hostAt(second)).contains("zwei.test");
            assertThat(ask(dns, "drei.test.", Type.AAAA).getSection(Section.ANSWER))
                    .isEmpty();
        }
        assertThat(log.since(Instant.EPOCH))
                .extracting(seen -> seen.host() + " " + seen.detail())
                .containsExactly("eins.test A", "zwei.test A", "eins.test A", "drei.test AAAA");
    }

    /** A tracker under a name of the site: its own name server is asked as well, and its host is where it leads. */
    @Test
    void anAliasLeadsToItsCanonicalNameWhichIsWrittenDownToo() throws IOException {
        SightingLog log = new SightingLog();
        AddressBook book = new AddressBook();
        book.alias("zahl.stadt.test", "tracker.test");
        try (DnsLog dns =
                DnsLog.start(new InetSocketAddress(LOOPBACK, 0), log, book, (host, address) -> {}, Clock.systemUTC())) {
            Message answer = ask(dns, "zahl.stadt.test.", Type.A);

            assertThat(answer.getSection(Section.ANSWER).get(0))
                    .isInstanceOfSatisfying(
                            CNAMERecord.class,
                            alias -> assertThat(alias.getTarget()).hasToString("tracker.test."));
            assertThat(address(answer).flatMap(book::hostAt)).contains("tracker.test");
            assertThat(ask(dns, "zahl.stadt.test.", Type.AAAA).getSection(Section.ANSWER))
                    .hasSize(1);
        }
        assertThat(log.since(Instant.EPOCH))
                .extracting(seen -> seen.host() + " " + seen.detail())
                .startsWith("zahl.stadt.test A", "tracker.test A, under the name zahl.stadt.test");
    }

    @Test
    void aPortOfThisMachineTellsForWhomASocketWasOpened() throws Exception {
        SightingLog log = new SightingLog();
        Clock clock = Clock.systemUTC();
        try (WebServers servers = WebServers.onLoopback(log, new CertificateAuthority(clock), clock)) {
            int port = servers.open("a.localhost", Site.always(SiteResponse.page("Hallo")));
            try (Socket socket = new Socket(LOOPBACK, port)) {
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: a.localhost:1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(HttpWire.line(socket.getInputStream())).startsWith("HTTP/1.1 200");
                HttpFields fields = HttpWire.fields(socket.getInputStream());
                assertThat(HttpWire.body(socket.getInputStream(), fields, HttpWire.Unsized.EMPTY))
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("Hallo");
            }
        }
        assertThat(log.since(Instant.EPOCH))
                .extracting(seen -> seen.level() + " " + seen.host())
                .containsExactly("SOCKET a.localhost", "REQUEST a.localhost");
    }

    @Test
    void aProxiedSiteSeesTheBrowsersHostAndScheme() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.createContext("/", exchange -> {
            String seen = exchange.getRequestHeaders().getFirst("Host") + " "
                    + exchange.getRequestHeaders().getFirst("X-Forwarded-Proto") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Set-Cookie", "a=1");
            exchange.getResponseHeaders().add("Set-Cookie", "b=2");
            exchange.sendResponseHeaders(200, 0); // chunked
            exchange.getResponseBody().write(seen.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            HttpFields fields = new HttpFields(List.of(
                    new HttpFields.Field("Host", "www.musterstadt.test"),
                    new HttpFields.Field("X-Forwarded-Proto", "forged")));
            SiteResponse response = Site.proxyTo(server.getAddress())
                    .answer(new SiteRequest(
                            true,
                            "POST",
                            "www.musterstadt.test",
                            "/a?b",
                            fields,
                            "scope=once".getBytes(StandardCharsets.UTF_8)));

            assertThat(new String(response.body(), StandardCharsets.UTF_8))
                    .isEqualTo("www.musterstadt.test https scope=once");
            assertThat(response.fields().fields())
                    .filteredOn(field -> field.name().equalsIgnoreCase("Set-Cookie"))
                    .extracting(HttpFields.Field::value)
                    .containsExactly("a=1", "b=2");
            assertThat(response.fields().first("Transfer-Encoding")).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void messagesAreReadWithinBounds() throws IOException {
        assertThat(body("5\r\nHallo\r\n1;x=y\r\n!\r\n0\r\nTrailer: x\r\n\r\n", "Transfer-Encoding", "chunked"))
                .isEqualTo("Hallo!");
        assertThat(body("Hallo und mehr", "Content-Length", "5")).isEqualTo("Hallo");
        assertThatThrownBy(() -> body("Ha", "Content-Length", "5")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> body("", "Content-Length", "999999999")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> body("fffffff\r\n", "Transfer-Encoding", "chunked"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void withoutANamespaceNothingCanBeServed() throws IOException {
        assumeTrue(!ContactHarness.inNamespace(), "there is a namespace here");
        try (ContactHarness harness = ContactHarness.start()) {
            assertThatThrownBy(() -> harness.serve("www.musterstadt.test", Site.always(SiteResponse.page(""))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("docs/measuring.md");
        }
    }

    private static String body(String text, String field, String value) throws IOException {
        byte[] body = HttpWire.body(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new HttpFields(List.of(new HttpFields.Field(field, value))),
                HttpWire.Unsized.EMPTY);
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Message ask(DnsLog dns, String name, int type) throws IOException {
        SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(LOOPBACK, dns.port()));
        return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
    }

    private static Optional<InetAddress> address(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(ARecord.class::isInstance)
                .map(record -> ((ARecord) record).getAddress())
                .findFirst();
    }
}
