package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A style sheet or list of candidates said to be harmless is so when read. */
final class StyleProbeTest {
    private static final AddressProbe PROBE = new AddressProbe(Pages.OWN);

    /** Brackets in them are balanced: what an unmatched one of a custom property swallows, no browser uses. */
    private static final String[] PARTS = """
            a~{~}~;~:~,~ ~\n~"~'~//foreign.example/x~/x.png~https://stadt.example/a~url(~URL(~u\\72l(~\\url(~url("~url('~")~
            ')~)~background~--x:~--x:"~--~-~/*~*/~/~*~\\~\\"~\\\n~\\}~@import ~@IMPORT"~@\\69mport ~@namespace ~@media a{~
            image-set(~-webkit-image-set(~image-set("~image(~src(~xsrc(/x)~\\73rc(~cross-fade(~var(--x)~calc(1px)~data:,x~
            @property --y{~initial-value:~@charset "utf-8";~content:"x"~[a="//foreign.example/"]~ü~\0~<!--~-->~url(/a b)~
            url( /x )~url(//foreign.example/)~"//foreign.example/"~'//foreign.example/'~a{b:url(/x)}~.c{--x:1px}~@function ~
            """.replace("~\n", "~").split("~");

    private static String generate(long seed) {
        Random random = new Random(seed);
        StringBuilder css = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            css.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return css.toString();
    }

    private static boolean isHarmless(String css) {
        byte[] b = ("url" + css + "*/\"").getBytes(StandardCharsets.UTF_8);
        return StyleProbe.isHarmless(b, 3, b.length - 3, PROBE);
    }

    @Test
    void theHarmlessRefersToNothingForeign() {
        Addresses addresses = AddressProbeTest.addresses();
        int harmless = 0;
        for (long seed = 0; seed < 200_000; seed++) {
            String css = generate(seed);
            if (isHarmless(css)) {
                harmless++;
                assertThat(CssScanner.scan(css))
                        .as("seed %d: %s", seed, css)
                        .allMatch(reference -> addresses.foreign(reference).isEmpty());
            }
        }
        assertThat(harmless).isGreaterThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a{color:red}",
                "a{background:url(/x.png)}",
                "a{background:url( 'x.png' )}",
                "a::before{content:\"//\"}",
                "a::before{content:'\\201C'}",
                "@media(min-width:1px){a{width:calc(1px + 2px)}}",
                "@font-face{src:url(/a.woff2)format('woff2')}",
                "/* url(//foreign.example) */",
                ".md\\:flex{color:var(--x)}",
                "a[href^='//foreign.example']{color:red}"
            })
    void theUsualIsSeen(String css) {
        boolean letterEscaped = css.contains("\\:f");
        assertThat(isHarmless(css)).as(css).isTrue();
        assertThat(letterEscaped && isHarmless("\\66lex{}")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{background:url(//foreign.example/)}",
                "@import '/a.css'",
                "a{background:u\\72l(//foreign.example/)}",
                "a{background:image-set('//foreign.example/' 1x)}",
                "a{--x:'//foreign.example/'}",
                "@property --x{initial-value:'//foreign.example/'}"
            })
    void whatMayLoadIsLeftToACloserLook(String css) {
        assertThat(isHarmless(css)).isFalse();
    }

    private static String sourceSet(long seed) {
        Random random = new Random(seed);
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            value.append(random.nextInt(3) == 0 ? AddressProbeTest.address(random) : "/x.png");
            value.append(AddressProbeTest.pick(random, new String[] {
                " 1x,",
                ",",
                ", ",
                " (,) 2x, ",
                " (, ",
                ")",
                " ",
                "\n100w,\n",
                "&#44;",
                "&comma; ",
                ",,",
                "&amp;a=b, ",
                ""
            }));
        }
        return value.toString();
    }

    @Test
    void anOwnListOfCandidatesNamesNothingForeign() {
        Addresses addresses = AddressProbeTest.addresses();
        int own = 0;
        for (long seed = 0; seed < 100_000; seed++) {
            String written = sourceSet(seed);
            byte[] b = written.getBytes(StandardCharsets.UTF_8);
            if (SourceSetProbe.isOwn(b, 0, b.length, PROBE)) {
                own++;
                List<String> read = SourceSet.addresses(AddressProbeTest.meant(written));
                assertThat(read)
                        .as("seed %d: %s", seed, written)
                        .allMatch(address -> addresses.foreign(address).isEmpty());
            }
        }
        assertThat(own).isGreaterThan(5000);
    }
}
