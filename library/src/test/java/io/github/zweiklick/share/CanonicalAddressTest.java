package io.github.zweiklick.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.share.CountSettings.TrailingSlash;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One page has one address, however it is written; pages of others have none. */
final class CanonicalAddressTest {
    private static final OwnHosts OWN =
            new OwnHosts(List.of("www.musterstadt.example", "musterstadt.example", "*.kultur.example"));

    private static CanonicalAddress of(TrailingSlash slash) {
        return new CanonicalAddress(
                WebUrl.parse("https://www.musterstadt.example").orElseThrow(), OWN, slash, List.of("tag", "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.musterstadt.example/fest?tag=1",
                "https://WWW.Musterstadt.example:443/fest?tag=1#oben",
                "http://musterstadt.example/fest?tag=1",
                "http://www.musterstadt.example:8080/fest?tag=1",
                "https://user:geheim@www.musterstadt.example/fest?tag=1",
                "https://www.musterstadt.example/fest?utm_source=x&tag=1&fbclid=2",
                "https://www.musterstadt.example/fest;jsessionid=AFFE?tag=1",
                "https://www.musterstadt.example/a/../fest?tag=1",
                "https://www.musterstadt.example./fest?tag=1",
            })
    void spellingsOfOnePageAreOne(String address) {
        assertThat(of(TrailingSlash.KEEP).of(address)).hasValue("https://www.musterstadt.example/fest?tag=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://www.musterstadt.example.evil.example/",
                "https://www.musterstadt.example@evil.example/",
                "//www.musterstadt.example/fest",
                "/fest",
                "ftp://www.musterstadt.example/fest",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://",
                "",
            })
    void othersHaveNone(String address) {
        assertThat(of(TrailingSlash.KEEP).of(address)).isEmpty();
    }

    /** What visitors type is theirs. */
    @ParameterizedTest
    @ValueSource(strings = {"?q=schuldnerberatung", "?tag=1&token=abc", "?email=erika@example.org", "?abc", "?Tag=1"})
    void nobodyIsAskedForWhatMayBeAVisitors(String query) {
        String address = "https://www.musterstadt.example/fest" + query;

        assertThat(of(TrailingSlash.KEEP).of(address)).isEmpty();
        assertThat(of(TrailingSlash.KEEP).isOwn(address)).isTrue();
    }

    @Test
    void aPortOfAnotherHostIsAnotherServer() {
        assertThat(of(TrailingSlash.KEEP).of("https://museum.kultur.example:8443/a"))
                .isEmpty();
        assertThat(of(TrailingSlash.KEEP).of("https://museum.kultur.example.:443/a"))
                .hasValue("https://museum.kultur.example/a");
    }

    @Test
    void furtherHostsOfTheSiteKeepTheirName() {
        assertThat(of(TrailingSlash.KEEP).of("https://museum.kultur.example/a"))
                .hasValue("https://museum.kultur.example/a");
    }

    @Test
    void theLongestIsTwoKilobytes() {
        assertThat(of(TrailingSlash.KEEP).of("https://www.musterstadt.example/" + "a".repeat(2048 - 32)))
                .isPresent();
        assertThat(of(TrailingSlash.KEEP).of("https://www.musterstadt.example/" + "a".repeat(2048)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "KEEP, /fest, /fest",
        "KEEP, /fest/, /fest/",
        "ADD, /fest, /fest/",
        "ADD, /fest/, /fest/",
        "ADD, /fest.html, /fest.html",
        "ADD, /v1.2/fest, /v1.2/fest/",
        "ADD, /fest?a=/b, /fest/?a=/b",
        "REMOVE, /fest/, /fest",
        "REMOVE, /, /",
        "REMOVE, /fest/?a=b/, /fest?a=b/",
    })
    void aSlashAtTheEnd(TrailingSlash slash, String path, String expected) {
        assertThat(of(slash).of("https://www.musterstadt.example" + path))
                .hasValue("https://www.musterstadt.example" + expected);
    }
}
