package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.url.WebUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OwnershipTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://www.musterstadt.example/seite  | www.musterstadt.example musterstadt.example
            https://musterstadt.example/           | musterstadt.example www.musterstadt.example
            https://WWW.Musterstadt.example:8443/  | www.musterstadt.example musterstadt.example
            http://localhost:8080/                 | localhost
            http://stadt.localhost:8080/           | stadt.localhost www.stadt.localhost
            http://intranet/                       | intranet
            http://127.0.0.1:8080/                 | 127.0.0.1
            http://[::1]:8080/                     | [::1]
            https://www.facebook.com/              |
            https://social.facebook.com/           |
            https://www.youtube-nocookie.com/      |
            """)
    void withNothingConfiguredTheRequestedHostAndItsTwin(String address, String hosts) {
        assertThat(own("{}", address)).isEqualTo(words(hosts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://www.musterstadt.example        | www.musterstadt.example musterstadt.example
            https://www.musterstadt.example:8443   | www.musterstadt.example musterstadt.example
            https://www.facebook.com               | www.facebook.com facebook.com
            """)
    void aConfiguredOriginDecidesWhateverWasRequested(String origin, String hosts) {
        assertThat(own("{\"origin\": \"" + origin + "\"}", "http://angreifer.example/"))
                .isEqualTo(words(hosts));
    }

    @Test
    void declaredHostsAreOwnEverywhere() {
        String declared = "{\"own\": [{\"host\": \"*.bilder.example\"}, {\"host\": \"musterstadt.example\"}]}";

        assertThat(own(declared, "https://musterstadt.example/"))
                .containsExactly("musterstadt.example", "www.musterstadt.example", "*.bilder.example");
        assertThat(own(declared, "https://www.facebook.com/"))
                .containsExactly("*.bilder.example", "musterstadt.example");
    }

    @Test
    void aSuffixIsNoTwin() {
        var own = new Ownership(Configuration.defaults(), CATALOGUE).of(address("https://www.musterstadt.example/"));

        assertThat(own.contains("MUSTERSTADT.example.")).isTrue();
        assertThat(own.contains("bilder.musterstadt.example")).isFalse();
        assertThat(own.contains("boesemusterstadt.example")).isFalse();
        assertThat(own.contains("")).isFalse();
    }

    private static List<String> own(String json, String address) {
        return new Ownership(Configuration.parse(json, "z.json"), CATALOGUE)
                .of(address(address))
                .patterns();
    }

    private static List<String> words(String hosts) {
        return Optional.ofNullable(hosts).stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .toList();
    }

    private static WebUrl address(String text) {
        return WebUrl.parse(text).orElseThrow();
    }
}
