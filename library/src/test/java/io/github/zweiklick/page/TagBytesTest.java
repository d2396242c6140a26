package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read from bytes is what is read from text. */
final class TagBytesTest {
    private static final String[] PARTS = """
            <~</~a~script~SCRIPT~style~x-y~ ~\t~\n~\f~=~"~'~/~>~/>~<!--~-->~--!>~-~--~!~<!-->~<!--->~</script~</script>~
            <script~</style>~</STYLE ~</title/~title~&amp;~ü~1~:~<p a=b>~<p a='>'>~<a href="x" b>~?~\0~x=y~
            """.replace("~\n", "~").split("~");

    private static final List<String> TEXTS = List.of("style", "title", "script", "x-y");

    private static String generate(long seed) {
        Random random = new Random(seed);
        StringBuilder html = new StringBuilder();
        for (int i = random.nextInt(24); i >= 0; i--) {
            html.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return html.toString();
    }

    @Test
    void tagsAreReadAlike() {
        for (long seed = 0; seed < 30_000; seed++) {
            String html = generate(seed);
            byte[] bytes = html.getBytes(StandardCharsets.ISO_8859_1);
            for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
                assertThat(TagBytes.startTag(bytes, at, bytes.length))
                        .as("seed %d at %d: %s", seed, at, html)
                        .isEqualTo(TagScanner.startTag(html, at));
                if (html.startsWith("</", at)) {
                    assertThat(TagBytes.endTag(bytes, at, bytes.length))
                            .as("seed %d at %d: %s", seed, at, html)
                            .isEqualTo(TagScanner.endTag(html, at));
                }
            }
        }
    }

    @Test
    void textsEndAlike() {
        for (long seed = 0; seed < 30_000; seed++) {
            String html = generate(seed);
            byte[] bytes = html.getBytes(StandardCharsets.ISO_8859_1);
            int from = (int) (seed % (html.length() + 1));
            String where = "seed " + seed + " from " + from + ": " + html;
            assertThat(RawBytes.scriptEnd(bytes, from, bytes.length))
                    .as(where)
                    .isEqualTo(RawText.scriptEnd(html, from));
            assertThat(RawBytes.commentEnd(bytes, from, bytes.length))
                    .as(where)
                    .isEqualTo(RawText.commentEnd(html, from));
            for (String element : TEXTS) {
                int end = RawText.end(html, element, from);
                assertThat(RawBytes.end(bytes, from, bytes.length, element))
                        .as("%s of %s", element, where)
                        .isEqualTo(end);
                byte[] named =
                        (element.toUpperCase(java.util.Locale.ROOT) + html).getBytes(StandardCharsets.ISO_8859_1);
                int shift = element.length();
                assertThat(RawBytes.end(named, from + shift, named.length, 0, shift) - shift)
                        .as("named %s of %s", element, where)
                        .isEqualTo(end);
            }
        }
    }
}
