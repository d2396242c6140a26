package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTest {
    private static final Capture TOKEN =
            new Capture(Capture.Type.TOKEN, true, Optional.of(Pattern.compile("[A-Za-z0-9_-]+")), List.of(), 20);
    private static final Capture ADDRESS = new Capture(
            Capture.Type.ADDRESS, true, Optional.empty(), List.of("social.example", "*.social.example"), 200);
    private static final Capture HOST = of(Capture.Type.HOST, 253);

    private static Capture of(Capture.Type type, int max) {
        return new Capture(type, false, Optional.empty(), List.of(), max);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\"b",
                "ab\n",
                "javascript:alert(1)",
                "../a",
                "a/b",
                "aaaaaaaaaaaaaaaaaaaaa",
                "ä",
                "a b",
                "<b>",
                "a\u0000"
            })
    void tokensRefuse(String raw) {
        assertThat(TOKEN.accept(raw)).isEmpty();
    }

    @Test
    void nothingIsReadThatIsEndless() {
        assertThat(of(Capture.Type.TEXT, 300).accept("a".repeat(Capture.LONGEST_RAW + 1)))
                .isEmpty();
        assertThat(ADDRESS.accept("https://social.example/" + "a".repeat(200))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"90,90", "90s,90", "1m30s,90", "1h2m3s,3723", "2h,7200", "1m,60", "007,7"})
    void seconds(String raw, String seconds) {
        assertThat(of(Capture.Type.SECONDS, 360_000).accept(raw)).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-5", "1.5", "999h", "1m2h", "99999999999999999999", "s"})
    void secondsRefuse(String raw) {
        assertThat(of(Capture.Type.SECONDS, 360_000).accept(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "10001", "", "12px", "0x10", "99999999999"})
    void integersRefuse(String raw) {
        assertThat(of(Capture.Type.INTEGER, 10_000).accept(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "1,true", "YES,true", "false,false", "0,false", "no,false"})
    void flags(String raw, String flag) {
        assertThat(of(Capture.Type.FLAG, 5).accept(raw)).contains(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de_DE", "zh-Hant-TW"})
    void languages(String raw) {
        assertThat(of(Capture.Type.LANGUAGE, 35).accept(raw)).contains(raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "de;", "de\"", "deutschland!", "../de"})
    void languagesRefuse(String raw) {
        assertThat(of(Capture.Type.LANGUAGE, 35).accept(raw)).isEmpty();
    }

    @Test
    void textLosesWhatIsNotSeenAndIsCut() {
        Capture text = of(Capture.Type.TEXT, 8);
        assertThat(text.accept(" a\u0000b\u202E\nc ")).contains("abc");
        assertThat(text.accept("1234567\uD83D\uDE00")).contains("1234567");
        assertThat(text.accept("\u200B\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://social.example/a?b=c#top, https://social.example/a?b=c",
        "//www.social.example/a, https://www.social.example/a",
        "www.social.example/a, https://www.social.example/a",
        "HTTPS://Social.Example./a?fbclid=x&id=1&utm_source=y, https://social.example/a?id=1",
        "https://user:pass@social.example/, https://social.example/",
        "https://social.example:443/, https://social.example/",
    })
    void addresses(String raw, String kept) {
        assertThat(ADDRESS.accept(raw)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://social.example.evil.example/",
                "https://social.example@evil.example/",
                "https://evilsocial.example/",
                "https://social.example:8443/",
                "ftp://social.example/",
                "https://s\u043Ecial.example/",
                "/relative",
                "blob:https://social.example/x"
            })
    void addressesRefuse(String raw) {
        assertThat(ADDRESS.accept(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon.social,mastodon.social",
        "Social.BUND.de,social.bund.de",
        "xn--mnchen-3ya.social,xn--mnchen-3ya.social"
    })
    void hosts(String raw, String host) {
        assertThat(HOST.accept(raw)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "mastodon",
                "127.0.0.1",
                "0x7f.0x1",
                "2130706433",
                "[::1]",
                "a.b:8080",
                "user@a.social",
                "a..social",
                "a.social.",
                "-a.social",
                "a-.social",
                "m\u0430stodon.social",
                "a_b.social",
                "a.local",
                "a.localhost",
                "a.internal",
                "a.test",
                "a.example",
                "a.invalid",
                "a.onion",
                "1.0.0.127.in-addr.arpa",
                "router.lan",
                "a.social/../x",
                "a.social\n",
                "a b.social",
                "a.social#",
                "a.123"
            })
    void hostsRefuse(String raw) {
        assertThat(HOST.accept(raw)).isEmpty();
    }
}
