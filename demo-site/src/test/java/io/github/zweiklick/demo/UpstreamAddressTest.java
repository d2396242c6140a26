package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpstreamAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.stadt.example, https://www.stadt.example, /",
        "https://stadt.example/rathaus/?a=b#c, https://stadt.example, /rathaus/?a=b",
        "http://127.0.0.1:8081/x, http://127.0.0.1:8081, /x",
    })
    void isAnOriginAndAPage(String text, String origin, String path) {
        UpstreamAddress address = UpstreamAddress.parse(text).orElseThrow();
        assertThat(address.origin()).isEqualTo(origin);
        assertThat(address.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stadt.example", "ftp://stadt.example/", "file:///etc/hosts", "https://"})
    void isNothingElse(String text) {
        assertThat(UpstreamAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.stadt.example/, www.stadt.example stadt.example",
        "https://stadt.example/, stadt.example www.stadt.example",
        "http://127.0.0.1:8081/, 127.0.0.1",
        "http://[::1]:8081/, [::1]",
        "http://localhost/, localhost",
    })
    void ownsItsHostWithWwwAndWithout(String text, String hosts) {
        assertThat(UpstreamAddress.parse(text).orElseThrow().ownHosts()).containsExactly(hosts.split(" "));
    }

    @Test
    void takesWhatIsTypedForAPageOfTheSite() {
        UpstreamAddress address =
                UpstreamAddress.parse("https://stadt.example/start").orElseThrow();
        assertThat(address.pathOf("/x?y")).isEqualTo("/x?y");
        assertThat(address.pathOf(" amt ")).isEqualTo("/amt");
        assertThat(address.pathOf("https://stadt.example/x")).isEqualTo("/x");
        assertThat(address.pathOf("//elsewhere.example/x")).isEqualTo("/start");
        assertThat(address.pathOf(null)).isEqualTo("/start");
    }
}
