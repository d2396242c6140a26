package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.url.WebUrl;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request may lead at all. Every name leads to the stub on loopback, as it would after a rebinding. */
@Timeout(30)
class OutboundReachTest {
    private final StubServer stub = StubServer.http().replies(StubServer.json("{}"));
    private final List<String> resolved = new CopyOnWriteArrayList<>();
    private final Outbound outbound =
            new Outbound(OutboundSettings.direct(), OutboundTest.USER_AGENT, new DnsResolver() {
                @Override
                public InetAddress[] resolve(String host) {
                    resolved.add(host);
                    return new InetAddress[] {InetAddress.getLoopbackAddress(), InetAddress.getLoopbackAddress()};
                }

                @Override
                public String resolveCanonicalHostname(String host) {
                    return host;
                }
            });

    @AfterEach
    void close() {
        outbound.close();
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.example.org/",
                "https://www.example.org:8443/",
                "https://www.example.org:80/",
                "ftp://www.example.org/",
                "file:///etc/passwd",
                "data:text/plain,x",
                "ws://www.example.org/",
                // Literals are told without anybody's help, also where a proxy resolves names.
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[fe80::1]/",
                "https://localhost/",
                "https://LOCALHOST./",
                "https://a.localhost/"
            })
    void anywhereIsNotThere(String address) {
        assertThat(fault(address, new Reach.Anywhere())).satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(fault.message()).startsWith("its address may not be asked");
        });
        assertThat(resolved).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.org/", "https://www.example.org:443/a?b"})
    void anywhereIsCheckedWhenItIsResolved(String address) {
        assertThat(fault(address, new Reach.Anywhere()))
                .isEqualTo(new Fault(
                        Kind.FORBIDDEN_ADDRESS, "its name leads to an address that is not public; it was not asked"));
        assertThat(resolved).containsExactly("www.example.org");
    }

    @Test
    void publicLiteralsArePermitted() {
        for (String address : List.of("https://8.8.8.8/", "https://[2a00:1450::1]/", "https://localhost.example/")) {
            assertThat(new Reach.Anywhere().permits(WebUrl.parse(address).orElseThrow()))
                    .isTrue();
        }
    }

    @Test
    void anInterfacesOwnNameMustLeadToAPublicAddress() {
        String origin = "https://api.example:" + stub.port();
        assertThat(fault(origin + "/", new Reach.Api(Set.of(origin), false)).kind())
                .isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(stub.connections()).isZero();
    }

    @Test
    void anInterfacesOwnNameIsAskedOverHttpsOnly() {
        String origin = "http://api.example:" + stub.port();
        assertThat(fault(origin + "/", new Reach.Api(Set.of(origin), false)).kind())
                .isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(resolved).isEmpty();
    }

    @Test
    void whatTheOperatorConfiguredMayBeInTheHouseAndWithoutTls() throws UpstreamException {
        String origin = "http://counts.stadtnetz:" + stub.port();
        Answer answer = outbound.exchange(
                Ask.get(WebUrl.parse(origin + "/").orElseThrow()),
                new Reach.Api(Set.of(origin), true),
                OutboundTest.LIMITS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(stub.requests().get(0).headers()).containsEntry("host", "counts.stadtnetz:" + stub.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://stadtnetz:%d", "https://counts.stadtnetz:%d", "http://counts.stadtnetz"})
    void anotherOriginIsAnother(String origin) {
        Reach reach = new Reach.Api(Set.of("http://counts.stadtnetz:" + stub.port()), true);
        assertThat(fault(origin.replace("%d", Integer.toString(stub.port())) + "/", reach)
                        .kind())
                .isEqualTo(Kind.FORBIDDEN_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a\"b.example",
                "https://a_b.example",
                "https://a'b.example",
                "https://a$b.example",
                "https://{a}.example"
            })
    void oddNamesEndInAFault(String origin) {
        Optional<WebUrl> address = WebUrl.parse(origin);
        if (address.isPresent()) {
            Reach reach = new Reach.Api(Set.of(address.get().origin()), false);
            assertThat(fault(origin, reach).kind()).isIn(Kind.FORBIDDEN_ADDRESS, Kind.UNREACHABLE);
        }
    }

    private Fault fault(String address, Reach reach) {
        return catchThrowableOfType(
                        UpstreamException.class,
                        () -> outbound.exchange(
                                Ask.get(WebUrl.parse(address).orElseThrow()), reach, OutboundTest.LIMITS))
                .fault();
    }
}
