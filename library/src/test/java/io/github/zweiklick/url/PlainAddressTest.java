package io.github.zweiklick.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way of reading an address comes to what the parser does. */
final class PlainAddressTest {
    private static final String[] PARTS = """
            https://~http://~//~/~\\~?~#~:~@~.~..~/.~%2e~%2E~%41~%~a~Z~stadt.example~FOREIGN.example~xn--mnchen-3ya~xn--a~xn--~-~
            _~1~127.1~0x7f~a.b~a..b~ü~ß~。~[::1]~:80~:443~ ~\t~\n~"~'~<~>~^~`~{~}~|~&~=~+~,~;~!~$~(~)~*~~~\u007f~\u00a0~😀
            """.strip().replace("~\n", "~").split("~", -1);

    private static String generate(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        text.append(random.nextInt(8) == 0 ? "" : PARTS[random.nextInt(3)]);
        text.append(random.nextBoolean() ? "netz.example" : "");
        text.append(random.nextBoolean() ? "/" : "");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    private static void isSame(String where, WebUrl plain, Optional<WebUrl> parsed) {
        assertThat(parsed).as(where).contains(plain);
        assertThat(plain.scheme()).as(where).isEqualTo(parsed.get().scheme());
        assertThat(plain.host()).as(where).isEqualTo(parsed.get().host());
        assertThat(plain.port()).as(where).isEqualTo(parsed.get().port());
        assertThat(plain.path()).as(where).isEqualTo(parsed.get().path());
        assertThat(plain.query()).as(where).isEqualTo(parsed.get().query());
        assertThat(plain.fragment()).as(where).isEqualTo(parsed.get().fragment());
    }

    @Test
    void itIsWhatTheParserReads() {
        int read = 0;
        for (String start : new String[] {"https://stadt.example/a/b?c", "http://stadt.example:81/", "mailto:x"}) {
            Optional<WebUrl> base = new UrlParser(start, Optional.empty()).parse();
            for (long seed = 0; seed < 100_000; seed++) {
                String text = generate(seed);
                Optional<WebUrl> plain = PlainAddress.read(text, base);
                if (plain.isPresent()) {
                    read++;
                    isSame("seed " + seed + ": " + text, plain.get(), new UrlParser(text, base).parse());
                }
            }
        }
        assertThat(read).isGreaterThan(30_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://netz.example",
                "http://www.netz.example/",
                "https://netz.example/a/b.html?c=d&e=%20f#g",
                "https://netz.example?q",
                "https://netz.example#f"
            })
    void theUsualIsReadTheShortWay(String text) {
        Optional<WebUrl> plain = PlainAddress.read(text, Optional.empty());
        assertThat(plain).isPresent();
        isSame(text, plain.get(), new UrlParser(text, Optional.empty()).parse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://netz.example/",
                "https:netz.example",
                "https://netz.example:443/",
                "https://a@netz.example/",
                "https://Netz.example/",
                "https://127.1/",
                "https://netz.example/a/../b",
                "https://netz.example/%2e%2e/b",
                "https://netz.example/ü",
                "//netz.example/",
                "https://netz.example./",
                ""
            })
    void theUnusualIsLeftToTheParser(String text) {
        assertThat(PlainAddress.read(text, Optional.empty())).isEmpty();
    }
}
