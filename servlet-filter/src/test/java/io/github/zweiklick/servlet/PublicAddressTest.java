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
        Configuration d = Configuration.defaults();
        return new Configuration(
                d.base(),
                origin,
                List.of(trusted),
                d.own(),
                d.exclude(),
                d.guard(),
                d.onFailure(),
                d.maxPage(),
                d.remember(),
                d.controller(),
                d.services(),
                d.connectionAllowlist(),
                d.simulate(),
                d.mode(),
                d.rules(),
                d.admin());
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
