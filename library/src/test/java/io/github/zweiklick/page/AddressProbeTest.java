package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen at a glance is what {@link Addresses} finds by reading. */
final class AddressProbeTest {
    static final String[] BEFORE = {"", "", "", " ", "  ", "\t", "\n", "\u0001", "&#32;", "\u00a0"};
    static final String[] SCHEMES = {
        "",
        "",
        "http:",
        "https:",
        "HTTP:",
        "hTTps:",
        "ht\ttp:",
        "http&colon;",
        "data:",
        "DATA:",
        "javascript:",
        "mailto:",
        "blob:",
        "about:",
        "ftp:",
        "ws:",
        "x:",
        "https",
        "1:",
        ":",
        "&#104;ttp:",
        "file:",
        "httpss:"
    };
    static final String[] SLASHES = {
        "", "/", "//", "//", "//", "///", "\\\\", "/\\", "\\/", "/\t/", "\n//", "&#x2F;/", "/&sol;", "/ /"
    };
    static final String[] USERS = {"", "", "", "", "u@", "u:p@", "stadt.example@", "stadt.example:80@"};
    static final String[] HOSTS = {
        "stadt.example",
        "STADT.example",
        "www.stadt.example",
        "stadt.example.",
        "a..stadt.example",
        ".stadt.example",
        "foreign.example",
        "Foreign.Example",
        "foreign.example.",
        "foreign..example",
        "notstadt.example",
        "example",
        "127.1",
        "0x7f.1",
        "1.2.3.4",
        "a.1",
        "a.0x",
        "[::1]",
        "m\u00fcnchen.example",
        "xn--mnchen-3ya.example",
        "xn--a.stadt.example",
        "xn--.stadt.example",
        "XN--zz.example",
        "-.stadt.example",
        "a_b.stadt.example",
        "stadt.example&#46;foreign.example",
        "%73tadt.example",
        "stadt\u3002example",
        "stadt.exa\tmple",
        "",
        "a/b",
        "b"
    };
    static final String[] PORTS = {"", "", "", "", ":", ":80", ":443", ":8080", ":99999", ":00080", ":8a", ":-1"};
    static final String[] AFTER = {
        "",
        "/",
        "/x",
        "?q",
        "#f",
        "\\x",
        " ",
        "/a b",
        "\t",
        "&amp;x",
        "/&#47;",
        "/..//foreign.example/",
        ",",
        "/x:y",
        "|"
    };

    private static final AddressProbe PROBE = new AddressProbe(Pages.OWN);
    private static final WebUrl PAGE =
            WebUrl.parse("https://stadt.example/a/b.html").orElseThrow();

    static Addresses addresses() {
        PageSource source = new PageSource(new byte[0], Optional.empty(), PAGE, Pages.OWN, "/zweiklick");
        return Addresses.in(ExaminedTree.html("", UnaryOperator.identity()), source);
    }

    static String pick(Random random, String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    static String address(Random random) {
        return pick(random, BEFORE)
                + pick(random, SCHEMES)
                + pick(random, SLASHES)
                + pick(random, USERS)
                + pick(random, HOSTS)
                + pick(random, PORTS)
                + pick(random, AFTER);
    }

    /** What the value of an attribute means. */
    static String meant(String written) {
        String tag = "<img src=\"" + written + "\">";
        return SourceText.of(tag, UnaryOperator.identity())
                .value(TagScanner.startTag(tag, 0).orElseThrow(), "src")
                .orElseThrow();
    }

    private static boolean isOwn(String written, boolean inline) {
        byte[] b = ("=" + written + "\"//foreign.example").getBytes(StandardCharsets.UTF_8);
        return PROBE.isOwn(b, 1, 1 + written.getBytes(StandardCharsets.UTF_8).length, inline);
    }

    @Test
    void ownIsOwn() {
        Addresses addresses = addresses();
        int own = 0;
        for (long seed = 0; seed < 200_000; seed++) {
            String written = address(new Random(seed));
            String meant = meant(written);
            if (isOwn(written, true)) {
                own++;
                assertThat(addresses.foreign(meant))
                        .as("seed %d: %s", seed, written)
                        .isEmpty();
            }
            if (isOwn(written, false)) {
                assertThat(isOwn(written, true))
                        .as("seed %d: %s", seed, written)
                        .isTrue();
                assertThat(addresses.foreignDocument(meant))
                        .as("seed %d: %s", seed, written)
                        .isEmpty();
                assertThat(addresses.foreignStyleSheet(meant))
                        .as("seed %d: %s", seed, written)
                        .isEmpty();
            }
        }
        assertThat(own).isGreaterThan(10_000);
    }

    @Test
    void aPlainHostIsTheHost() {
        int plain = 0;
        for (long seed = 0; seed < 200_000; seed++) {
            String written = address(new Random(seed));
            byte[] b = written.getBytes(StandardCharsets.UTF_8);
            long host = AddressProbe.plainHost(b, 0, b.length);
            if (host >= 0 && !isOwn(written, true)) {
                plain++;
                int start = (int) (host >>> 32);
                String found = new String(b, start, (int) host - start, StandardCharsets.UTF_8);
                assertThat(WebUrl.parse(meant(written), PAGE).map(WebUrl::host))
                        .as("seed %d: %s", seed, written)
                        .contains(Ascii.lower(found));
            }
        }
        assertThat(plain).isGreaterThan(100);
    }

    @Test
    void aListWithoutSchemesAndHostsIsRelative() {
        Addresses addresses = addresses();
        for (long seed = 0; seed < 100_000; seed++) {
            String written = address(new Random(seed));
            byte[] b = written.getBytes(StandardCharsets.UTF_8);
            if (AddressProbe.isRelative(b, 0, b.length)) {
                for (String one : meant(written).split("[ ,;]")) {
                    assertThat(addresses.foreign(one))
                            .as("seed %d: %s", seed, written)
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "/a",
                "a/b.png",
                "?q=1",
                "#f",
                "../x",
                "http",
                "https://stadt.example",
                "//stadt.example/",
                "HTTPS://WWW.STADT.example:8443/x",
                "https://stadt.example?x",
                "b:80",
                "\u00fc.png",
                "data:image/png,x"
            })
    void theUsualIsSeen(String own) {
        assertThat(isOwn(own, true)).isEqualTo(!own.equals("b:80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//foreign.example",
                "\\\\stadt.example",
                "https:stadt.example",
                "http:/stadt.example",
                "/\t/foreign.example",
                "h\nttps://foreign.example",
                "&#x2F;/foreign.example",
                "/&#x2F;foreign.example",
                "https://stadt.example@f.example",
                "https://stadt.example&period;f.example",
                "https://stadt.example:99999/",
                "javascript:x",
                "//stadt.example."
            })
    void theUnusualIsLeftToACloserLook(String odd) {
        assertThat(isOwn(odd, true)).isFalse();
        assertThat(isOwn(odd, false)).isFalse();
    }

    @Test
    void whatIsInsideAnAddressIsHarmlessOnlyAsAPicture() {
        for (String inside : List.of("data:text/html,x", "blob:x", "about:blank", "DATA:,")) {
            assertThat(isOwn(inside, true)).as(inside).isTrue();
            assertThat(isOwn(inside, false)).as(inside).isFalse();
        }
    }
}
