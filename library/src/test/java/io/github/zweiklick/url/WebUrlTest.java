package io.github.zweiklick.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {
    private static final WebUrl PAGE = WebUrl.parse("https://www.musterstadt.test:8443/stadt/rathaus.html?x=1#top")
            .orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://WWW.Example.COM/a | https://www.example.com/a",
                "HTTP://example.com | http://example.com/",
                "//example.com/x | https://example.com/x",
                "'\\\\example.com\\x' | https://example.com/x",
                "/\\example.com | https://example.com/",
                "http:/example.com/x | http://example.com/x",
                "http:example.com | http://example.com/",
                "http:////example.com | http://example.com/",
                // On an https page these two are paths, as browsers have it.
                "https:example.com | https://www.musterstadt.test:8443/stadt/example.com",
                "https:/example.com | https://www.musterstadt.test:8443/example.com",
                "'ht\ntps://exa\tmple.com/' | https://example.com/",
                "https://user:secret@example.com/ | https://example.com/",
                "https://own.test@example.com/ | https://example.com/",
                "https://example.com:443/ | https://example.com/",
                "https://example.com:0444/ | https://example.com:444/",
                "https://example.com./ | https://example.com./",
                "https://b%C3%BCrger.example/ | https://xn--brger-kva.example/",
                "https://bürger.example/ | https://xn--brger-kva.example/",
                "https://BÜRGER.example/ | https://xn--brger-kva.example/",
                "https://straße.example/ | https://xn--strae-oqa.example/",
                "https://例え.テスト/ | https://xn--r8jz45g.xn--zckzah/",
                "https://ｅｘａｍｐｌｅ。com/ | https://example.com/",
                "https://exa\u00admple.com/ | https://example.com/",
                "http://0x7f.1/ | http://127.0.0.1/",
                "http://2130706433/ | http://127.0.0.1/",
                "http://0177.0.0.1/ | http://127.0.0.1/",
                "http://[::1]:80/ | http://[::1]/",
                "../bild.png | https://www.musterstadt.test:8443/bild.png",
                "./a/%2e%2E/b | https://www.musterstadt.test:8443/stadt/b",
                "?y | https://www.musterstadt.test:8443/stadt/rathaus.html?y",
                "#z | https://www.musterstadt.test:8443/stadt/rathaus.html?x=1#z",
                "'' | https://www.musterstadt.test:8443/stadt/rathaus.html?x=1",
                "/a b?c d | https://www.musterstadt.test:8443/a%20b?c%20d",
                "data:text/html,x | data:text/html,x",
                "javascript:alert(1) | javascript:alert(1)",
                "mailto:a@b | mailto:a@b",
                "about:blank | about:blank",
            })
    void readsAsBrowsersDo(String input, String expected) {
        assertThat(WebUrl.parse(input, PAGE).map(WebUrl::href)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "https://exa mple.com/",
                "https://a<b/",
                "https://example.com:99999/",
                "https://example.com:x/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://[zz]/",
                "https://%00.example/"
            })
    void failsWhereBrowsersFail(String input) {
        assertThat(WebUrl.parse(input, PAGE)).isEmpty();
    }

    @Test
    void aRelativeAddressNeedsABase() {
        assertThat(WebUrl.parse("a/b")).isEmpty();
        assertThat(WebUrl.parse("x", WebUrl.parse("mailto:a@b").orElseThrow())).isEmpty();
    }

    @Test
    void knowsWhatAsksANetwork() {
        assertThat(PAGE.isNetwork()).isTrue();
        assertThat(WebUrl.parse("wss://example.com/").orElseThrow().isNetwork()).isTrue();
        assertThat(WebUrl.parse("file:///etc/passwd").orElseThrow().isNetwork()).isFalse();
        assertThat(WebUrl.parse("file:////server/x").orElseThrow().href()).isEqualTo("file:////server/x");
        assertThat(WebUrl.parse("file://SERVER/x?a b#c d").orElseThrow().href())
                .isEqualTo("file://server/x?a%20b#c%20d");
        assertThat(WebUrl.parse("file://localhost/x").orElseThrow().href()).isEqualTo("file:///x");
        assertThat(WebUrl.parse("file://C:/x").orElseThrow().host()).isEmpty();
        assertThat(WebUrl.parse("file://a b/x")).isEmpty();
        assertThat(WebUrl.parse("blob:https://example.com/1").orElseThrow().isNetwork())
                .isFalse();
    }

    @Test
    void readsParameters() {
        WebUrl url =
                WebUrl.parse("https://e.test/?a=1+2&b=%C3%BC&b=2&c&d=100%&=e").orElseThrow();
        assertThat(url.parameter("a")).contains("1 2");
        assertThat(url.parameter("b")).contains("ü");
        assertThat(url.parameter("c")).contains("");
        assertThat(url.parameter("d")).contains("100%");
        assertThat(url.parameter("nothing")).isEqualTo(Optional.empty());
    }

    @Test
    void tellsOriginAndPort() {
        assertThat(PAGE.origin()).isEqualTo("https://www.musterstadt.test:8443");
        assertThat(PAGE.port()).isEqualTo(8443);
        assertThat(WebUrl.parse("http://e.test/").orElseThrow().port()).isEqualTo(80);
    }
}
