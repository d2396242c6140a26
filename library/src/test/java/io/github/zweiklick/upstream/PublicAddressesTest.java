package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of every block of IANA's registries of special purposes, and the addresses beside them. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255", // this network
                "10.0.0.0",
                "10.255.255.255", // private
                "100.64.0.0",
                "100.127.255.255", // shared by carriers' translation
                "127.0.0.0",
                "127.0.0.1",
                "127.255.255.255", // loopback
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255", // link-local, and clouds' metadata
                "172.16.0.0",
                "172.31.255.255", // private
                "192.0.0.0",
                "192.0.0.8",
                "192.0.0.170",
                "192.0.0.255", // protocol assignments
                "192.0.2.0",
                "192.0.2.255", // documentation
                "192.88.99.0",
                "192.88.99.255", // 6to4 relays of old
                "192.168.0.0",
                "192.168.255.255", // private
                "198.18.0.0",
                "198.19.255.255", // benchmarks
                "198.51.100.0",
                "198.51.100.255", // documentation
                "203.0.113.0",
                "203.0.113.255", // documentation
                "224.0.0.0",
                "239.255.255.255", // multicast
                "240.0.0.0",
                "255.255.255.255", // reserved, broadcast
                "::",
                "::1",
                "::2",
                "::10.0.0.1",
                "::8.8.8.8", // unspecified, loopback, compatible of old
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:8.8.8.8", // mapped, translated
                "64:ff9b::10.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::169.254.169.254", // NAT64 to what is not public
                "64:ff9b::1:808:808",
                "64:ff9b:1::808:808", // beside it, and for use within a network
                "100::",
                "100::1",
                "100:0:0:1::1", // discard-only, dummy
                "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", // below global unicast
                "2001::",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2", // protocol assignments, Teredo
                "2001:1::1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:30::1",
                "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db8::",
                "2001:db8::1",
                "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", // documentation
                "2002::",
                "2002:a00:1::",
                "2002:808:808::1",
                "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", // 6to4
                "3ffe::",
                "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", // 6bone, given back
                "3fff::",
                "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", // documentation
                "4000::",
                "5f00::1", // beyond global unicast, segment routing
                "fc00::",
                "fc00::1",
                "fd12:3456::1",
                "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", // unique local
                "fe80::",
                "fe80::1",
                "fe80::1%1",
                "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", // link-local
                "fec0::1", // site-local of old
                "ff00::",
                "ff02::1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", // multicast
            })
    void isNotPublic(String literal) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "8.8.8.8",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "64:ff9b::9.255.255.255",
                "2000::",
                "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:200::",
                "2001:4860:4860::8888",
                "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db9::",
                "2001:ffff::1",
                "2003::",
                "2a00:1450::1",
                "3ffd:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "3fff:1000::",
            })
    void isPublic(String literal) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(literal))).isTrue();
    }

    @Test
    void ofSeveralAddressesOnlyThePublicOnesAreConnectedTo() throws UnknownHostException {
        DnsResolver resolver = new PublicResolver(to("127.0.0.1", "8.8.8.8", "fe80::1", "2a00:1450::1", "10.0.0.1"));
        InetAddress[] open = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("2a00:1450::1")};
        assertThat(resolver.resolve("mixed.example")).containsExactly(open);
        // The way that the client takes.
        assertThat(resolver.resolve("mixed.example", 443))
                .containsExactly(new InetSocketAddress(open[0], 443), new InetSocketAddress(open[1], 443));
    }

    @Test
    void withoutAPublicOneThereIsNothingToConnectTo() {
        DnsResolver resolver = new PublicResolver(to("127.0.0.1", "::1"));
        assertThatThrownBy(() -> resolver.resolve("rebound.example", 443))
                .isInstanceOf(PublicResolver.NotPublicException.class);
    }

    static DnsResolver to(String... literals) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] found = new InetAddress[literals.length];
                for (int i = 0; i < found.length; i++) {
                    found[i] = InetAddress.getByName(literals[i]);
                }
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return String.join(",", List.copyOf(Arrays.asList(literals)));
            }
        };
    }
}
