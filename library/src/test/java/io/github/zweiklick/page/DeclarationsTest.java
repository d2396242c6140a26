package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.EncodingSniffer.Source;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which declaration of an encoding counts; GUESS where none does. */
final class DeclarationsTest {
    private static String read(String page, String type) {
        EncodingSniffer.Sniffed sniffed =
                EncodingSniffer.sniff(page.getBytes(StandardCharsets.ISO_8859_1), MediaType.parse(Optional.of(type)));
        return sniffed.source() == Source.GUESS ? "GUESS" : sniffed.encoding().name();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <meta/charset=koi8-r>                                             | KOI8-R
                    <metacharset=koi8-r>                                              | GUESS
                    <meta charset=koi8-r                                              | GUESS
                    <meta charset="koi8-r"                                            | GUESS
                    <a/b="><meta charset=koi8-r>">                                    | KOI8-R
                    <a/b=" x="><meta charset=koi8-r>">                                | GUESS
                    <a b="><meta charset=koi8-r>">                                    | GUESS
                    </a b="><meta charset=koi8-r>">                                   | GUESS
                    <!b="><meta charset=koi8-r>">                                     | KOI8-R
                    <?b="><meta charset=koi8-r>">                                     | KOI8-R
                    </1 b="><meta charset=koi8-r>">                                   | KOI8-R
                    <1 b="<meta charset=koi8-r>">                                     | KOI8-R
                    <!--><meta charset=koi8-r>-->                                     | KOI8-R
                    <!-- --!><meta charset=koi8-r>-->                                 | GUESS
                    <!-- ><meta charset=koi8-r>                                       | GUESS
                    <meta charset=x charset=koi8-r>                                   | GUESS
                    <meta charset=x><meta charset=koi8-r>                             | KOI8-R
                    <meta charset=x content="charset=koi8-r" http-equiv=content-type> | GUESS
                    <meta content="charset=x" charset=koi8-r>                         | KOI8-R
                    <meta content="charset=koi8-r" charset=latin2>                    | ISO-8859-2
                    <meta http-equiv=CONTENT-TYPE content=charset=koi8-r>             | KOI8-R
                    <meta http-equiv=refresh http-equiv=content-type content=charset=koi8-r> | GUESS
                    <meta content="charsetcharset=koi8-r" http-equiv=content-type>    | KOI8-R
                    <meta content="charset charset=koi8-r" http-equiv=content-type>   | KOI8-R
                    <meta content="charset='koi8-r" http-equiv=content-type>          | GUESS
                    <meta content="charset=koi8-r;x" http-equiv=content-type>         | KOI8-R
                    <meta charset="&#107;oi8-r">                                      | GUESS
                    <META CharSet=' Koi8-R '>                                         | KOI8-R
                    <meta charset=utf-16be>                                           | UTF-8
                    <meta charset=x-user-defined>                                     | windows-1252
                    <?xml version="1.0" encoding="koi8-r"?>                           | KOI8-R
                    <?xml encoding = 'koi8-r'>                                        | KOI8-R
                    <?xml encoding="utf-16"?>                                         | UTF-8
                    <?xml encoding="koi8-r                                            | GUESS
                    <?xml encoding="ko i8-r"?>                                        | GUESS
                    <?xml x>encoding="koi8-r"                                         | KOI8-R
                    <?xml encoding="koi8-r"?><meta charset=latin2>                    | ISO-8859-2
                    <?XML encoding="koi8-r"?>                                         | GUESS
                    """)
    void areReadFromTheBytesAsTheStandardSays(String page, String encoding) {
        assertThat(read(page, "text/html")).isEqualTo(encoding);
    }

    /** The JDK would strip what browsers do not. */
    @ParameterizedTest
    @ValueSource(strings = {"koi8-r\u000b", "\u001ckoi8-r", "koi8-r\u00a0", "koi8-r\0", "\u2003koi8-r"})
    void onlySpacesOfHtmlMayStandAroundALabel(String label) {
        assertThat(EncodingLabels.find(label)).isEmpty();
        assertThat(read("<meta charset='" + label + "'>", "text/html")).isEqualTo("GUESS");
    }

    @Test
    void twoBytesACharacterShowInTheDeclarationOfXml() {
        for (String type : new String[] {"text/html", "image/svg+xml"}) {
            assertThat(read("<\0?\0x\0m\0l\0", type)).isEqualTo("UTF-16LE");
            assertThat(read("\0<\0?\0x\0m\0l", type)).isEqualTo("UTF-16BE");
        }
        assertThat(read("<\0m\0", "text/html")).isEqualTo("GUESS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <meta charset=koi8-r>                                      | KOI8-R
                    <body><p><meta charset="&#107;oi8-r">                      | KOI8-R
                    <meta http-equiv=content-type content="x; charset=koi8-r"> | KOI8-R
                    <meta charset=utf-16>                                      | UTF-8
                    <script><meta charset=koi8-r></script>                     | GUESS
                    <textarea><meta charset=koi8-r></textarea>                 | GUESS
                    <!-- <meta charset=koi8-r> -->                             | GUESS
                    <p title="<meta charset=koi8-r>">                          | GUESS
                    """)
    void oneThatComesLateCountsWhereItIsAnElement(String late, String encoding) {
        assertThat(read("<p>" + "x".repeat(MetaPrescan.WINDOW) + late, "text/html"))
                .isEqualTo(encoding);
    }

    @Test
    void orderOfPrecedence() {
        String meta = "<meta charset=koi8-r>";
        assertThat(read("\u00ef\u00bb\u00bf" + meta, "text/html; charset=latin2"))
                .isEqualTo("UTF-8");
        assertThat(read("\u00ff\u00fe" + meta, "text/html; charset=latin2")).isEqualTo("UTF-16LE");
        assertThat(read("\u00fe\u00ff" + meta, "text/html; charset=latin2")).isEqualTo("UTF-16BE");
        assertThat(read(meta, "text/html; charset=latin2")).isEqualTo("ISO-8859-2");
        assertThat(read(meta, "text/html; charset=unknown")).isEqualTo("KOI8-R");
        assertThat(read(meta, "text/html")).isEqualTo("KOI8-R");
    }
}
