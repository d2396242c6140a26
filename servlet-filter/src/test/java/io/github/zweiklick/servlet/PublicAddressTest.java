package io.github.zweiklick.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {
    private final HttpServletRequest request = mock(HttpServletRequest.class);

    @BeforeEach
    void request() {
        when(request.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
        when(request.getScheme()).thenReturn("http");
        when(request.getServerName()).thenReturn("inner.example");
        when(request.getServerPort()).thenReturn(8080);
        when(request.getServletPath()).thenReturn("/a b");
        when(request.getRequestURI()).thenReturn("/stadt/a%20b");
        when(request.getQueryString()).thenReturn("q=1");
        when(request.getRemoteAddr()).thenReturn("10.0.0.1");
        when(request.getHeaders(anyString())).thenAnswer(call -> Collections.emptyEnumeration());
    }

    private void header(String name, String... values) {
        when(request.getHeaders(name)).thenAnswer(call -> Collections.enumeration(List.of(values)));
    }

    private static Configuration configuration(Optional<String> origin, String... trusted) {
        return configuration(origin, Configuration.Forwarded.EITHER, trusted);
    }

    private static Configuration configuration(
            Optional<String> origin, Configuration.Forwarded forwarded, String... trusted) {
        Configuration d = Configuration.defaults();
        return new Configuration(
                d.base(),
                origin,
                List.of(trusted),
                forwarded,
                d.own(),
                d.exclude(),
                d.guard(),
                d.onFailure(),
                d.maxPage(),
                d.keepPages(),
                d.presentation(),
                d.services(),
                d.connectionAllowlist(),
                d.simulate(),
                d.mode(),
                d.rules(),
                d.admin(),
                d.shares(),
                d.feeds(),
                d.outbound());
    }

    private String address(Configuration configuration) {
        return new PublicAddress(configuration).of(request).map(WebUrl::href).orElse("none");
    }

    @Test
    void isTheRequestsOwn() {
        assertThat(address(configuration(Optional.empty()))).isEqualTo("http://inner.example:8080/stadt/a%20b?q=1");
    }

    @Test
    void isTheConfiguredOrigin() {
        header("X-Forwarded-Host", "evil.example");
        assertThat(address(configuration(Optional.of("https://www.musterstadt.example"), "10.0.0.0/8")))
                .isEqualTo("https://www.musterstadt.example/stadt/a%20b?q=1");
    }

    @Test
    void believesNobodyUnasked() {
        header("Forwarded", "proto=https;host=evil.example");
        header("X-Forwarded-Proto", "https");
        header("X-Forwarded-Host", "evil.example");
        assertThat(address(configuration(Optional.empty()))).startsWith("http://inner.example:8080/");
        assertThat(address(configuration(Optional.empty(), "10.0.0.2"))).startsWith("http://inner.example:8080/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proto=https;host=www.example.org | https://www.example.org/",
                "for=203.0.113.9;proto=https;host=\"www.example.org:8443\" | https://www.example.org:8443/",
                // The visitor's invention stands left of what the trusted proxy appended.
                "proto=https;host=evil.example, for=203.0.113.9;host=www.example.org | http://www.example.org/",
                // Two trusted proxies: the outer one's word counts.
                "for=203.0.113.9;host=www.example.org, for=10.0.0.2;host=middle.example | http://www.example.org/",
                "proto=javascript;host=www.example.org | http://www.example.org/",
                "host=\"a/b\" | none",
                "host=\"a b\" | none"
            })
    void readsForwarded(String value, String expected) {
        header("Forwarded", value);
        assertThat(address(configuration(Optional.empty(), "10.0.0.0/8"))).startsWith(expected);
    }

    @Test
    void readsTheCustomHeaders() {
        header("X-Forwarded-Proto", "https");
        assertThat(address(configuration(Optional.empty(), "10.0.0.0/8"))).startsWith("https://inner.example/");
        header("X-Forwarded-Host", "evil.example, www.example.org");
        assertThat(address(configuration(Optional.empty(), "10.0.0.0/8"))).startsWith("https://www.example.org/");
        header("X-Forwarded-Port", "8443");
        assertThat(address(configuration(Optional.empty(), "10.0.0.0/8"))).startsWith("https://www.example.org:8443/");
    }

    /** A proxy writes one family and hands on the other as the visitor sent it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // nginx as most write it: the host stays in Host.
                "host=evil.example;proto=https | https | -               | EITHER      | none",
                "host=evil.example;proto=https | https | -               | X_FORWARDED | https://inner.example/",
                "host=evil.example;proto=https | https | www.example.org | EITHER      | none",
                "host=evil.example;proto=https | https | www.example.org | X_FORWARDED | https://www.example.org/",
                "host=www.example.org          | https | evil.example    | EITHER      | none",
                "host=www.example.org          | https | evil.example    | RFC7239     | http://www.example.org/",
                "proto=https                   | http  | -               | EITHER      | none",
                "host=a/b                      | -     | www.example.org | EITHER      | none",
                // One tells nothing of the address.
                "for=203.0.113.9               | https | -               | EITHER      | https://inner.example/",
                "for=203.0.113.9               | https | evil.example    | EITHER      | none",
                // Both tell the same.
                "host=WWW.example.org:443;proto=https | https | www.example.org | EITHER  | https://www.example.org/",
                // Not there, not believed.
                "host=evil.example             | -     | -               | X_FORWARDED | http://inner.example:8080/",
                "-                             | https | evil.example    | RFC7239     | http://inner.example:8080/",
                "-                             | https | www.example.org | EITHER      | https://www.example.org/"
            })
    void believesWhatTheProxyWrites(
            String standard, String proto, String host, Configuration.Forwarded written, String expected) {
        if (standard != null) {
            header("Forwarded", standard);
        }
        if (proto != null) {
            header("X-Forwarded-Proto", proto);
        }
        if (host != null) {
            header("X-Forwarded-Host", host);
        }
        assertThat(address(configuration(Optional.empty(), written, "10.0.0.0/8")))
                .startsWith(expected);
    }

    @Test
    void theVisitorsOwnHeaderBesideTheProxysAddressCountsAsContradiction() {
        header("X-Forwarded-For", "203.0.113.9");
        header("Forwarded", "host=evil.example");
        assertThat(address(configuration(Optional.empty(), "10.0.0.0/8"))).isEqualTo("none");
        // A configured origin asks nobody.
        assertThat(address(configuration(Optional.of("https://www.musterstadt.example"), "10.0.0.0/8")))
                .startsWith("https://www.musterstadt.example/");
    }

    @Test
    void isTheOriginalOneOnAnErrorDispatch() {
        when(request.getDispatcherType()).thenReturn(DispatcherType.ERROR);
        when(request.getRequestURI()).thenReturn("/stadt/error.html");
        when(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).thenReturn("/stadt/missing");
        assertThat(address(configuration(Optional.empty()))).isEqualTo("http://inner.example:8080/stadt/missing?q=1");
    }

    @Test
    void anOddHostIsNone() {
        when(request.getServerName()).thenReturn("user@host");
        assertThat(address(configuration(Optional.empty()))).isEqualTo("none");
        when(request.getServerName()).thenReturn("");
        assertThat(address(configuration(Optional.empty()))).isEqualTo("none");
    }

    @Test
    void readsIpv6() {
        when(request.getServerName()).thenReturn("::1");
        assertThat(address(configuration(Optional.empty()))).startsWith("http://[::1]:8080/");
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThatThrownBy(() -> new PublicAddress(configuration(Optional.empty(), "proxy.example")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("proxy.example");
    }
}
