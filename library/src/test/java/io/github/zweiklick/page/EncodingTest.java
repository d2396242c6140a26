package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in many encodings: what is around a replaced range stays byte by byte. */
final class EncodingTest {
    private static final String PAGE = "<p>%s</p><img src=//f.example/ alt='%s'><p>%s</p>";
    private static final String DISARMED =
            "<p>%s</p><img data-zweiklick-blocked=\"f.example\" data-zweiklick-src=//f.example/ alt='%s'><p>%s</p>";

    @ParameterizedTest
    @CsvSource(textBlock = """
                    utf-8, UTF-8, UTF-8, Gr\u00fc\u00dfe \u4e2d
                    iso-8859-1, windows-1252, windows-1252, Gr\u00fc\u00dfe \u20ac
                    ISO-8859-15, ISO-8859-15, ISO-8859-15, Gr\u00fc\u00dfe \u20ac
                    us-ascii, windows-1252, windows-1252, abc
                    windows-1251, windows-1251, windows-1251, \u041f\u0440\u0438\u0432\u0435\u0442
                    koi8-r, KOI8-R, KOI8-R, \u041f\u0440\u0438\u0432\u0435\u0442
                    macintosh, macintosh, x-MacRoman, \u00fc\u00df
                    shift_jis, Shift_JIS, windows-31j, \u8868\u793a\u30bd
                    euc-jp, EUC-JP, EUC-JP, \u65e5\u672c
                    iso-2022-jp, ISO-2022-JP, ISO-2022-JP, \u65e5\u672c
                    gb2312, GBK, GB18030, \u4e2d\u6587
                    gb18030, GB18030, GB18030, \u4e2d\u6587\u0100
                    big5, Big5, Big5-HKSCS, \u529f\u8a31
                    euc-kr, EUC-KR, x-windows-949, \ud55c\uae00
                    utf-16le, UTF-16LE, UTF-16LE, \u00fc\u4e2d
                    utf-16be, UTF-16BE, UTF-16BE, \u00fc\u4e2d
                    """)
    void theDeclaredEncodingIsUsedAndNamedAsBrowsersKnowIt(String label, String name, String jdk, String text) {
        Charset charset = Charset.forName(jdk);
        byte[] before = PAGE.formatted(text, text, text).getBytes(charset);
        Rewrite rewrite = new Pages().rewrite(before, "text/html; charset=\"" + label + "\"");
        assertThat(rewrite).isInstanceOfSatisfying(Rewrite.Rewritten.class, page -> {
            assertThat(page.charset().name()).isEqualTo(name);
            assertThat(new String(page.body(), charset)).isEqualTo(DISARMED.formatted(text, text, text));
            assertThat(page.body())
                    .isEqualTo(DISARMED.formatted(text, text, text).getBytes(charset));
        });
    }

    /** By the fast way, and with {@code math} by the exact one. */
    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "windows-1252, ''", "UTF-8, <math></math>", "windows-1252, <math></math>", "UTF-16LE, ''"})
    void hostsBeyondAsciiInStyleSheetsAreReadInIt(Charset charset, String more) {
        String type = "text/html; charset=" + charset.name();
        String own = more + "<style>p{background:url(//b\u00fccher.stadt.example/a?b&c=&amp;)}</style>"
                + "<style>@import '//b\u00fccher.stadt.example/\u00fc.css';</style>"
                + "<p style=\"background:url('https://b\u00fccher.stadt.example/b')\">";
        assertThat(new Pages().rewrite(own.getBytes(charset), type)).isInstanceOf(Rewrite.Unchanged.class);

        Pages foreign = new Pages();
        byte[] body = (more + "<style>p{background:url(//b\u00fccher.example/a)}</style>").getBytes(charset);
        assertThat(foreign.rewrite(body, type))
                .isInstanceOfSatisfying(
                        Rewrite.Rewritten.class,
                        page -> assertThat(new String(page.body(), charset))
                                .isEqualTo(
                                        more
                                                + "<style data-zweiklick-blocked=\"xn--bcher-kva.example\">p{background:url(data:,)}</style>"));
    }

    @Test
    void aByteOrderMarkWinsAndStays() {
        byte[] before = ("\ufeff" + PAGE.formatted("\u00fc", "", "")).getBytes(StandardCharsets.UTF_8);
        Rewrite rewrite = new Pages().rewrite(before, "text/html; charset=iso-8859-1");
        assertThat(rewrite).isInstanceOfSatisfying(Rewrite.Rewritten.class, page -> {
            assertThat(page.charset()).isEqualTo(StandardCharsets.UTF_8);
            assertThat(new String(page.body(), StandardCharsets.UTF_8))
                    .isEqualTo("\ufeff" + DISARMED.formatted("\u00fc", "", ""));
        });
        ByteArrayOutputStream utf16 = new ByteArrayOutputStream();
        utf16.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
        utf16.writeBytes("<img src=//f.example/>".getBytes(StandardCharsets.UTF_16LE));
        assertThat(new Pages().rewrite(utf16.toByteArray(), "text/html; charset=utf-8"))
                .isInstanceOfSatisfying(Rewrite.Rewritten.class, page -> {
                    assertThat(page.charset()).isEqualTo(StandardCharsets.UTF_16LE);
                    assertThat(Arrays.copyOf(page.body(), 2)).containsExactly(0xff, 0xfe);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <meta charset=iso-8859-1>                                                           | windows-1252
                    <meta charset = "utf-16le">                                                         | UTF-8
                    <!-- <meta charset=koi8-r> --><META CHARSET=windows-1251>                           | windows-1251
                    <meta http-equiv=Content-Type content='text/html; charset = "latin2"; x'>           | ISO-8859-2
                    <meta content='text/html; charset=latin2'>                                          | UTF-8
                    <meta content='charset=latin2' charset=koi8-r>                                      | KOI8-R
                    <a title='<meta charset=koi8-r>'><meta charset=x-user-defined>                      | windows-1252
                    <p charset=koi8-r><meta charset=unknown><meta charset=Shift_JIS>                    | Shift_JIS
                    <script>'<meta charset=koi8-r>'</script>                                            | KOI8-R
                    """)
    void aDeclarationInThePageIsUsed(String html, String name) {
        assertThat(new Pages().rewrite(html.getBytes(StandardCharsets.US_ASCII), "text/html"))
                .isInstanceOfSatisfying(
                        Rewrite.Unchanged.class,
                        page -> assertThat(page.charset().orElseThrow().name()).isEqualTo(name));
    }

    @Test
    void withoutADeclarationValidUtf8IsUtf8AndTheRestIsWindows() {
        Pages pages = new Pages();
        assertThat(pages.rewrite("<p>\u00fc".getBytes(StandardCharsets.UTF_8), "text/html"))
                .isEqualTo(new Rewrite.Unchanged(java.util.Optional.of(StandardCharsets.UTF_8)));
        assertThat(pages.rewrite("<p>\u00fc".getBytes(StandardCharsets.ISO_8859_1), "text/html"))
                .isEqualTo(new Rewrite.Unchanged(java.util.Optional.of(Charset.forName("windows-1252"))));
        assertThat(pages.kinds()).containsOnly(Kind.CHARSET).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-2022-kr", "hz-gb-2312", "replacement"})
    void anEncodingBrowsersRefuseIsWithheld(String label) {
        assertThat(new Pages().rewrite(new byte[] {'a'}, "text/html;charset=" + label))
                .isInstanceOf(Rewrite.Withheld.class);
    }

    @Test
    void brokenBytesStay() {
        byte[] broken = {(byte) 0xc3, '<', 'p', '>', (byte) 0xff, (byte) 0xe2, (byte) 0x82};
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        before.writeBytes(broken);
        before.writeBytes("<img src=//f.example/>".getBytes(StandardCharsets.US_ASCII));
        before.writeBytes(broken);
        for (String charset : new String[] {"utf-8", "shift_jis", "gbk", "euc-jp", "big5", "iso-2022-jp", "euc-kr"}) {
            assertThat(new Pages().rewrite(before.toByteArray(), "text/html; charset=" + charset))
                    .as(charset)
                    .isInstanceOfSatisfying(Rewrite.Rewritten.class, page -> {
                        assertThat(Arrays.copyOf(page.body(), broken.length)).isEqualTo(broken);
                        assertThat(Arrays.copyOfRange(
                                        page.body(), page.body().length - broken.length, page.body().length))
                                .isEqualTo(broken);
                    });
        }
    }

    @Test
    void everyLabelHasAnEncodingOfItsOwnName() {
        for (String name :
                new String[] {"ISO-8859-10", "ISO-8859-14", "x-mac-cyrillic", "windows-874", "ISO-8859-8-I"}) {
            assertThat(EncodingLabels.named(name).charset().name()).isEqualTo(name);
        }
    }

    /** Each of them would be read to the end of the page: that is left to whoever reads the page once. */
    @Test
    void tagsInsideTagsTakeNoLongerThanThePageIsLong() {
        String page =
                "<p>" + "x".repeat(2_000) + "<meta ".repeat(300_000) + "><meta charset=koi8-r><img src=//f.example/>";
        assertThat(new Pages().rewrite(page.getBytes(StandardCharsets.US_ASCII), "text/html"))
                .isInstanceOfSatisfying(
                        Rewrite.Rewritten.class,
                        rewritten -> assertThat(rewritten.charset().name()).isEqualTo("KOI8-R"));
    }
}
