package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each encoding of the Encoding Standard: whatever bytes stand around it, what is foreign is found and the rest stays. */
final class EveryEncodingTest {
    private static final String IMAGE = "<img src=//f.example/>";
    private static final String DISARMED = "<img data-zweiklick-blocked=\"f.example\" data-zweiklick-src=//f.example/>";

    private static final List<String> NAMES = List.of(
            "UTF-8",
            "IBM866",
            "ISO-8859-2",
            "ISO-8859-3",
            "ISO-8859-4",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "ISO-8859-8",
            "ISO-8859-8-I",
            "ISO-8859-10",
            "ISO-8859-13",
            "ISO-8859-14",
            "ISO-8859-15",
            "ISO-8859-16",
            "KOI8-R",
            "KOI8-U",
            "macintosh",
            "windows-874",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "x-mac-cyrillic",
            "GBK",
            "gb18030",
            "Big5",
            "EUC-JP",
            "ISO-2022-JP",
            "Shift_JIS",
            "EUC-KR",
            "UTF-16BE",
            "UTF-16LE",
            "x-user-defined");

    private static final List<String> AROUND =
            List.of("<p title=\"~\">", "<p title='~'>", "<p title=~>", "<!--~-->", "~", "<b>~</b>");

    static List<String> all() {
        return NAMES;
    }

    static List<String> ofBytes() {
        return NAMES.stream().filter(name -> !name.startsWith("UTF-16")).toList();
    }

    private static byte[] ascii(String text, String encoding) {
        return text.getBytes(encoding.startsWith("UTF-16") ? Charset.forName(encoding) : StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static void becomes(byte[] before, byte[] after, String encoding) {
        assertThat(new Pages().rewrite(before, "text/html; charset=" + encoding))
                .as(() -> encoding + " " + Arrays.toString(before))
                .isInstanceOfSatisfying(Rewrite.Rewritten.class, page -> {
                    assertThat(page.body()).isEqualTo(after);
                    assertThat(page.charset().name()).isEqualToIgnoringCase(encoding);
                });
    }

    @Test
    void theStandardKnowsNoOther() {
        for (String name : NAMES) {
            assertThat(EncodingLabels.named(name).name()).isEqualToIgnoringCase(name);
        }
        assertThat(EncodingLabels.labels().stream()
                        .map(label -> EncodingLabels.named(label).name())
                        .distinct()
                        .count())
                .as("and the replacement encoding")
                .isEqualTo(NAMES.size() + 1L);
        assertThat(EncodingLabels.labels()).hasSize(228);
    }

    /** Bytes that mean nothing, end in the middle of a character, or a character too early. */
    @ParameterizedTest
    @MethodSource("all")
    void bytesAroundItStay(String encoding) {
        Random random = new Random(encoding.hashCode());
        for (int i = 0; i < 60; i++) {
            byte[] before = noise(random, encoding.startsWith("UTF-16"));
            byte[] behind = noise(random, false);
            becomes(
                    join(before, ascii(IMAGE, encoding), behind),
                    join(before, ascii(DISARMED, encoding), behind),
                    encoding);
        }
    }

    /** No ASCII byte that is markup, and no escape sequences. */
    private static byte[] noise(Random random, boolean even) {
        byte[] bytes = new byte[even ? 2 * random.nextInt(8) : random.nextInt(16)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(4) == 0 ? '0' + random.nextInt(10) : 0x80 + random.nextInt(0x80));
        }
        // A byte order mark would be another encoding.
        if (bytes.length > 0) {
            bytes[0] = '0';
        }
        return bytes;
    }

    /** The first byte of a character must not take the end of a value or of a comment with it. */
    @ParameterizedTest
    @MethodSource("ofBytes")
    void noByteHidesMarkup(String encoding) {
        for (int lead = 0x80; lead <= 0xff; lead++) {
            for (byte[] broken : new byte[][] {{(byte) lead}, {(byte) lead, '0'}, {(byte) lead, '0', (byte) lead}}) {
                List<byte[]> before = new ArrayList<>();
                List<byte[]> after = new ArrayList<>();
                for (String around : AROUND) {
                    String[] parts = around.split("~", -1);
                    byte[] hiding = join(ascii(parts[0], encoding), broken, ascii(parts[1], encoding));
                    before.add(hiding);
                    before.add(ascii(IMAGE, encoding));
                    after.add(hiding);
                    after.add(ascii(DISARMED, encoding));
                }
                becomes(join(before.toArray(byte[][]::new)), join(after.toArray(byte[][]::new)), encoding);
            }
        }
    }

    /** Half a character of two units takes nothing of the next with it, nor shifts all that follows by a byte. */
    @Test
    void surrogatesAloneHideNothing() {
        for (String encoding : new String[] {"UTF-16BE", "UTF-16LE"}) {
            for (int unit = 0xd800; unit <= 0xdfff; unit += 7) {
                byte high = (byte) (unit >> 8);
                byte low = (byte) unit;
                byte[] alone = encoding.endsWith("BE") ? new byte[] {high, low} : new byte[] {low, high};
                byte[] before = join(ascii("<p title='", encoding), alone, ascii("'>", encoding), alone);
                becomes(join(before, ascii(IMAGE, encoding)), join(before, ascii(DISARMED, encoding)), encoding);
            }
        }
    }

    /** A character whose second byte is that of a quote, a bracket or a backslash is one character. */
    @Test
    void secondBytesAreNoMarkup() {
        for (String encoding : new String[] {"Shift_JIS", "GBK", "gb18030", "Big5"}) {
            byte[] value = {
                (byte) 0x95, 0x5c, (byte) 0x8d, 0x7c, (byte) 0x94, 0x5d, (byte) 0xe0, 0x7e, (byte) 0xa4, 0x40
            };
            byte[] before = join(ascii("<p title=\"", encoding), value, ascii("\">", encoding), value);
            becomes(join(before, ascii(IMAGE, encoding)), join(before, ascii(DISARMED, encoding)), encoding);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void hostsAreReadInTheEncodingOfThePage(String encoding) {
        for (String address :
                new String[] {"https://f.example/", "\\\\f.example", "//stadt.example@f.example", "/\t/f.example"}) {
            assertThat(new Pages()
                            .rewrite(
                                    ascii("<img src=\"" + address + "\">", encoding), "text/html; charset=" + encoding))
                    .isInstanceOf(Rewrite.Rewritten.class);
        }
        assertThat(new Pages().rewrite(ascii("<img src=\"/a\">", encoding), "text/html; charset=" + encoding))
                .isInstanceOf(Rewrite.Unchanged.class);
    }

    /** Fullwidth letters and an ideographic full stop are letters and a dot in a host. */
    @Test
    void hostsMayBeSpeltInOtherCharacters() {
        for (String encoding : new String[] {
            "UTF-8", "Shift_JIS", "EUC-JP", "GBK", "gb18030", "Big5", "EUC-KR", "UTF-16LE", "UTF-16BE", "ISO-2022-JP"
        }) {
            Charset charset = EncodingLabels.named(encoding).jdk();
            String own = "<img src=\"//\uff53\uff54\uff41\uff44\uff54.example/\">";
            String foreign = "<img src=\"//\uff46.example/\">";
            assertThat(new Pages().rewrite(foreign.getBytes(charset), "text/html; charset=" + encoding))
                    .as(encoding)
                    .isInstanceOf(Rewrite.Rewritten.class);
            assertThat(new Pages().rewrite(own.getBytes(charset), "text/html; charset=" + encoding))
                    .as(encoding)
                    .isInstanceOf(Rewrite.Unchanged.class);
        }
    }
}
