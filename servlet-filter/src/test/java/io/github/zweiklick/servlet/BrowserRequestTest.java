package io.github.zweiklick.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserRequestTest {
    private static HttpServletRequest request(String method, String uri) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn(method);
        when(request.getRequestURI()).thenReturn(uri);
        when(request.getHeaders(anyString())).thenAnswer(call -> Collections.emptyEnumeration());
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, , true",
        "HEAD, /, , true",
        "POST, /, , false",
        "GET, /bild.PNG, , false",
        "GET, /bild.png;jsessionid=1.html, , false",
        "GET, /bild.png, document, true",
        "GET, /page, image, false",
        "GET, /page, Empty, true",
        "GET, /v1.2/page, , true",
        "GET, /style.css, style, false"
    })
    void mayBePage(String method, String uri, String destination, boolean expected) {
        HttpServletRequest request = request(method, uri);
        when(request.getHeader("Sec-Fetch-Dest")).thenReturn(destination);
        assertThat(BrowserRequest.of(request).mayBePage()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "br, GZIP ; q=0.5 | true",
                "gzip;q=0 | false",
                "gzip;q=0.000 | false",
                "gzip;q=0.001 | true",
                "* | true",
                "*;q=0 | false",
                "gzip;q=0, * | false",
                "br | false",
                "identity | false"
            })
    void acceptsGzip(String header, boolean expected) {
        HttpServletRequest request = request("GET", "/");
        when(request.getHeaders("Accept-Encoding")).thenAnswer(call -> Collections.enumeration(List.of(header)));
        assertThat(BrowserRequest.of(request).acceptsGzip()).isEqualTo(expected);
    }
}
