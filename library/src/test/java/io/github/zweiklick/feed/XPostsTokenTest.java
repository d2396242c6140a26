package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XPostsTokenTest {
    /** What V8 makes of them. */
    @ParameterizedTest
    @CsvSource({
        "20,6dq1a2xwd93",
        "436461658601713664,1236nf8no4li",
        "463440424141459456,14fxvks611f",
        "1629262255744503809,3y6h7x4gn61",
        "1641086480675225601,3z7miaszni8",
        "1862267607274885231,4iihi5qgm8q",
        "1968558229253931230,4rseouyw9m2",
        "2023357708301455483,4wkkd5uwebk"
    })
    void isWhatTheNetworksOwnScriptSends(String id, String token) {
        assertThat(XPostsToken.of(id)).isEqualTo(token);
    }

    /** Any number there can be has one. */
    @ParameterizedTest
    @CsvSource({"0", "1", "9223372036854775807", "9999999999999999999", "1000000000000000", "318309886183790"})
    void isShortWhateverTheNumber(String id) {
        assertThat(XPostsToken.of(id)).matches("[1-9a-z]{0,60}");
    }
}
