package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as RFC 3986 writes them. */
final class AddressTemplateTest {
    private static final AddressTemplate SHARE =
            new AddressTemplate("https://netz.example/share", Map.of("text", "{text url}"));

    /** Apps and mail programs show a plus as it is, so that a space is never one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ä & B|%C3%84%20%26%20B",
                "1 + 1 = 2|1%20%2B%201%20%3D%202",
                "100 %|100%20%25",
                "a/b?c#d|a%2Fb%3Fc%23d",
                "„Fest“ 🎉|%E2%80%9EFest%E2%80%9C%20%F0%9F%8E%89",
                "-._~|-._~",
                "it's! *()|it%27s%21%20%2A%28%29"
            })
    void aValueIsPercentEncoded(String value, String encoded) {
        assertThat(SHARE.expand(Map.of("text", value))).isEqualTo("https://netz.example/share?text=" + encoded);
    }

    @Test
    void capturesThatAreThereAreJoined() {
        assertThat(SHARE.expand(Map.of("url", "https://stadt.example/", "text", "Das Fest")))
                .isEqualTo("https://netz.example/share?text=Das%20Fest%20https%3A%2F%2Fstadt.example%2F");
        assertThat(SHARE.expand(Map.of("url", "https://stadt.example/")))
                .isEqualTo("https://netz.example/share?text=https%3A%2F%2Fstadt.example%2F");
        assertThat(SHARE.expand(Map.of())).isEqualTo("https://netz.example/share");
    }

    @Test
    void aBaseNeedsItsCaptures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AddressTemplate("https://netz.example/{id}", Map.of()).expand(Map.of()))
                .withMessageContaining("needs the capture [id]");
    }
}
