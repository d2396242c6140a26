package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in whose encodings bytes of ASCII may be parts of other characters are read by their characters. */
final class PlainBytesTest {
    private static final int PAGES = 300;
    private static final String HEAD = "<!DOCTYPE html><html lang=de><head><title>x</title></head><body>";

    private final Ways ways = new Ways(Catalogue.bundled(), true);

    /** Characters of an encoding of which a byte is ASCII where there are such. */
    private static String characters(Charset charset) {
        StringBuilder hiding = new StringBuilder();
        StringBuilder others = new StringBuilder();
        for (char c = 0xa0; c < 0xd7a4; c++) {
            byte[] bytes = charset.newEncoder().canEncode(c) ? String.valueOf(c).getBytes(charset) : new byte[0];
            if (new String(bytes, charset).equals(String.valueOf(c))) {
                boolean hides = false;
                for (byte b : bytes) {
                    hides |= b > ' ';
                }
                (hides ? hiding : others).append(c);
            }
        }
        return hiding.length() > 0 ? hiding.toString() : others.toString();
    }

    /** In texts, and in words that stand in values too. */
    private static String with(String characters, String page, Random random) {
        StringBuilder out = new StringBuilder();
        String marked = page.replaceAll("Wappen|Stadtfest|eigene|Film|Wort|Hallo", "$0\u00e4");
        boolean inTag = false;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            inTag = c == '<' || (inTag && c != '>');
            boolean replaced = c >= 0x80 || (!inTag && Ascii.isLetter(c) && random.nextInt(12) == 0);
            out.append(replaced ? characters.charAt(random.nextInt(characters.length())) : c);
        }
        return out.toString();
    }

    /**
     * Bytes that are no characters, or halves of some. Within the body: where text begins it instead the fast way puts what is
     * ours elsewhere, in any encoding.
     */
    private static byte[] broken(byte[] page, int body, boolean pairs, Random random) {
        byte[] bytes = page;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = body + random.nextInt(bytes.length - body);
            // One byte more would hide the end of a link around what follows, which takes the exact way another look.
            int start = pairs ? at - (at - body) % 2 : at;
            byte[] more = new byte[] {(byte) (0x80 + random.nextInt(0x80)), (byte) (0xd8 + random.nextInt(8))};
            byte[] longer = Arrays.copyOf(bytes, bytes.length + (pairs ? 2 : 1));
            System.arraycopy(more, 0, longer, start, longer.length - bytes.length);
            System.arraycopy(bytes, start, longer, start + longer.length - bytes.length, bytes.length - start);
            bytes = longer;
        }
        return bytes;
    }

    /** Whatever the encoding, what comes out means the same. */
    private void meansTheSame(String page, String encoding, String name) {
        assertThat(meaning(page, encoding)).as(name).isEqualTo(meaning(page, "utf-8"));
    }

    private String meaning(String page, String encoding) {
        Charset charset = EncodingLabels.named(encoding).jdk();
        String out = ways.usual(Ways.page(page.getBytes(charset), "text/html; charset=" + encoding))
                .body();
        return new String(out.getBytes(StandardCharsets.ISO_8859_1), charset);
    }

    private boolean comesOutAlike(byte[] body, String encoding, String name) {
        PageSource source = Ways.page(body, "text/html; charset=" + encoding);
        Optional<Ways.Result> fast = ways.fast(source);
        fast.ifPresent(result -> assertThat(result).as(name).isEqualTo(ways.exact(source)));
        return fast.isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Shift_JIS", "Big5", "EUC-KR", "GBK", "gb18030", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE"
            })
    void bothWaysSayTheSame(String encoding) {
        Charset charset = EncodingLabels.named(encoding).jdk();
        String characters = characters(charset);
        assertThat(characters).hasSizeGreaterThan(1000);
        int quick = 0;
        for (int seed = 0; seed < PAGES; seed++) {
            Random random = new Random(seed);
            String page = seed % 2 == 0 ? GeneratedPages.nested(seed) : GeneratedPages.misnested(seed);
            String text = with(characters, page, random);
            byte[] body = text.getBytes(charset);
            quick += comesOutAlike(body, encoding, "seed " + seed) ? 1 : 0;
            meansTheSame(text, encoding, "seed " + seed);
            // One that switches its characters oddly is withheld.
            if (!encoding.equals("ISO-2022-JP")) {
                int begin = text.substring(0, text.indexOf("<body>") + "<body>".length())
                        .getBytes(charset)
                        .length;
                comesOutAlike(
                        broken(body, begin, encoding.startsWith("UTF-16"), random), encoding, "broken, seed " + seed);
            }
        }
        assertThat(quick).as("pages that go the fast way").isGreaterThan(PAGES / 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "Big5", "EUC-KR", "gb18030", "ISO-2022-JP", "UTF-16LE"})
    void realMarkupComesOutAlike(String encoding) throws IOException {
        Charset charset = EncodingLabels.named(encoding).jdk();
        int quick = 0;
        int all = 0;
        for (Path file : SharedMaterial.files("pages", "*.html")) {
            byte[] own = Files.readAllBytes(file);
            byte[] body = new String(own, StandardCharsets.UTF_8).getBytes(charset);
            quick += comesOutAlike(body, encoding, file.toString()) ? 1 : 0;
            all++;
            // In the encoding it says, which it is not in.
            comesOutAlike(own, encoding, file.toString());
        }
        assertThat(quick).isGreaterThan(all * 3 / 4);
    }

    /** There, an escape sequence says what the bytes after it mean. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='//f.example/'></iframe>\u7c73<script>",
                "<p>\u7c73<iframe src='//f.example/'></iframe>abc<b>x</b>",
                "<p>\u7c73<iframe src='//f.example/'></iframe>\u7c73<b>x</b>\u7c73",
                "\u7c73<link rel=preconnect href=//f.example/>\u7c73",
                "<img alt='\u7c73' src='//f.example/'>\u7c73",
                "<style>a::before{content:'\u7c73';background:url(//f.example/)}</style>\u7c73"
            })
    void whatIsPutInLeavesTheMeaningOfTheRest(String markup) {
        String page = HEAD + markup;
        meansTheSame(page, "ISO-2022-JP", markup);
        comesOutAlike(page.getBytes(EncodingLabels.named("ISO-2022-JP").jdk()), "ISO-2022-JP", markup);
    }

    /** Bytes of a script in a page, which means Chinese characters. */
    @Test
    void whatIsNoMarkupDoesNotBecomeSome() {
        byte[] body = (HEAD + "<iframe src='//f.example/'></iframe>\u001b$BA<script>alert()</script>\u001b(Bend")
                .getBytes(StandardCharsets.ISO_8859_1);
        String out =
                ways.usual(Ways.page(body, "text/html; charset=ISO-2022-JP")).body();
        assertThat(out).contains("\u001b$BA<script>alert()</script>\u001b(Bend").doesNotContain("<iframe");
    }

    /** Of such characters only that they are none of ASCII is known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x-gr\u00f6\u00dfe><img src=//f.example/></x-gr\u00f6\u00dfe>",
                "<div></x-gr\u00f6\u00dfe></div>",
                "<img \u00e4:src='//f.example/a.png' \u00f6:src='/own.png'>",
                "<iframe srcdoc='<img src=//f.example/>'></iframe>"
            })
    void namesBeyondAsciiAndDocumentsInAttributesAreLeftToTheExactWay(String markup) {
        byte[] body = (HEAD + markup).getBytes(StandardCharsets.UTF_16LE);
        assertThat(ways.fast(Ways.page(body, "text/html; charset=utf-16le"))).isEmpty();
        assertThat(ways.usual(Ways.page(body, "text/html; charset=utf-16le")))
                .isEqualTo(ways.exact(Ways.page(body, "text/html; charset=utf-16le")));
    }

    /** No browser takes that for a script. */
    @Test
    void capitalsOfOtherAlphabetsAreNone() {
        for (String text : new String[] {"JAVASCR\u0130PT: x", "java\u017fcript: x"}) {
            byte[] body = (HEAD + "<p>" + text + "</p></body></html>").getBytes(StandardCharsets.UTF_16LE);
            PageSource source = Ways.page(body, "text/html; charset=utf-16le");
            assertThat(ways.fast(source)).contains(ways.exact(source));
            assertThat(ways.exact(source).outcome()).isEqualTo(Rewrite.Unchanged.class);
        }
    }

    /** The second byte of the character is a backslash, which would escape the quote. */
    @Test
    void aCharacterThatEndsLikeABackslashEscapesNothing() {
        byte[] body = (HEAD + "<style>a{content:'\u8868'}b{background:url(//f.example/a.png);content:''}</style>")
                .getBytes(EncodingLabels.named("Shift_JIS").jdk());
        Ways.Result fast =
                ways.fast(Ways.page(body, "text/html; charset=Shift_JIS")).orElseThrow();
        assertThat(fast.body()).doesNotContain("f.example/a.png");
        assertThat(fast).isEqualTo(ways.exact(Ways.page(body, "text/html; charset=Shift_JIS")));
    }
}
