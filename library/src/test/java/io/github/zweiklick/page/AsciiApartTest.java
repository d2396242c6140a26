package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AsciiApartTest {
    private static final String MARKUP = "<\"'>=/&x1";
    private static final int PAGES = 400;

    private static boolean isApart(String encoding, int... bytes) {
        byte[] page = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            page[i] = (byte) bytes[i];
        }
        return AsciiApart.isIn(page, 0, EncodingLabels.named(encoding));
    }

    private static List<byte[]> accepted(Encoding encoding) {
        List<byte[]> accepted = new ArrayList<>();
        for (int one = 0x80; one <= 0xff; one++) {
            add(accepted, encoding, (byte) one);
            for (int two = 0; two <= 0xff; two++) {
                add(accepted, encoding, (byte) one, (byte) two);
                for (int three = 0; one == 0x8f && three <= 0xff; three++) {
                    add(accepted, encoding, (byte) one, (byte) two, (byte) three);
                }
            }
        }
        return accepted;
    }

    private static void add(List<byte[]> accepted, Encoding encoding, byte... bytes) {
        boolean ascii = bytes[bytes.length - 1] >= 0;
        if (!ascii && AsciiApart.isIn(bytes, 0, encoding)) {
            accepted.add(bytes);
        }
    }

    /** In the eyes of the decoder for values, and of the one for pages. */
    @ParameterizedTest
    @CsvSource({"EUC-JP, 15000", "GBK, 15000", "gb18030, 15000"})
    void whatStandsBehindACharacterIsReadForItself(String name, int most) {
        Encoding encoding = EncodingLabels.named(name);
        List<byte[]> accepted = accepted(encoding);
        assertThat(accepted).hasSizeGreaterThan(most);
        for (byte[] character : accepted) {
            for (char first : "\\@|{a1<".toCharArray()) {
                isReadForItself(encoding, character, first + MARKUP);
            }
        }
    }

    private static void isReadForItself(Encoding encoding, byte[] character, String markup) {
        byte[] behind = markup.getBytes(StandardCharsets.US_ASCII);
        byte[] page = Arrays.copyOf(character, character.length + behind.length);
        System.arraycopy(behind, 0, page, character.length, behind.length);
        assertThat(new String(page, encoding.jdk())).endsWith(markup);
        CharacterMap map = CharacterMap.decode(page, 0, encoding.jdk());
        int at = map.text().indexOf(markup);
        assertThat(at).isPositive();
        assertThat(map.byteStart(at)).isEqualTo(character.length);
        assertThat(map.text().chars().limit(at)).noneMatch(c -> c < 0x80);
    }

    @Test
    void brokenCharactersAndSecondBytesOfAsciiAreLeftToTheExactWay() {
        assertThat(isApart("EUC-JP", 'a', 0xa4, 0xa2, '<', 0x8e, 0xb1, 0x8f, 0xb0, 0xa1, '>'))
                .isTrue();
        assertThat(isApart("EUC-JP", 0xa4, '<')).isFalse();
        assertThat(isApart("EUC-JP", 0xa4)).isFalse();
        assertThat(isApart("EUC-JP", 0x8f, 0xb0, '>')).isFalse();
        assertThat(isApart("EUC-JP", 0x80, 0xa1)).isFalse();
        assertThat(isApart("Shift_JIS", 'a')).isFalse();
        assertThat(isApart("gb18030", 0x81, 0x30, 0x81, 0x30)).isFalse();
        assertThat(isApart("GBK", 0x80)).isFalse();
        assertThat(isApart("Big5", 'a')).isFalse();
        assertThat(isApart("EUC-KR", 'a')).isFalse();
        assertThat(isApart("ISO-2022-JP", 'a')).isFalse();
        assertThat(isApart("UTF-16LE", 'a', 'b')).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUC-JP", "GBK", "gb18030"})
    void bothWaysSayTheSame(String encoding) {
        Ways ways = new Ways(Catalogue.bundled(), true);
        List<byte[]> characters = accepted(EncodingLabels.named(encoding));
        Random random = new Random(encoding.hashCode());
        int quick = 0;
        for (int i = 0; i < PAGES; i++) {
            String page = i % 2 == 0 ? GeneratedPages.nested(i) : GeneratedPages.misnested(i);
            byte[] body = with(characters, page, random);
            PageSource source = Ways.page(body, "text/html; charset=" + encoding);
            Optional<Ways.Result> fast = ways.fast(source);
            if (fast.isPresent()) {
                quick++;
                assertThat(fast.get()).isEqualTo(ways.exact(source));
            }
        }
        assertThat(quick).as("pages that go the fast way").isGreaterThan(PAGES / 2);
    }

    /**
     * Characters of the encoding in place of those beyond ASCII, in texts, and in words that stand in values. Not in names of elements
     * and in style sheets, of which findings show names and hosts as bytes.
     */
    private static byte[] with(List<byte[]> characters, String page, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String marked = page.replaceAll("Wappen|Stadtfest|eigene|Film|Wort|Hallo", "$0\u00e4");
        boolean inTag = false;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            inTag = c == '<'
                    || (inTag && (c != '>' || marked.lastIndexOf("<style", i) > marked.lastIndexOf("</style", i)));
            if (c < 0x80) {
                out.write(c);
            }
            if (c >= 0x80 || (!inTag && Ascii.isLetter(c) && random.nextInt(20) == 0)) {
                out.writeBytes(characters.get(random.nextInt(characters.size())));
            }
        }
        return out.toByteArray();
    }
}
