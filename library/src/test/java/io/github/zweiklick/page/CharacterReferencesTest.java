package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CharacterReferencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a&amp;b&lt;              | a&b<              | a&b<
                    &amp                     | &                 | &
                    ?a&copy=1                | ?a&copy=1         | ?a\u00a9=1
                    ?a&copy1                 | ?a&copy1          | ?a\u00a91
                    ?a&copy-1                | ?a\u00a9-1        | ?a\u00a9-1
                    &notit;                  | &notit;           | \u00acit;
                    &notin;                  | \u2209            | \u2209
                    &colon//x                | &colon//x         | &colon//x
                    &colon;//x               | ://x              | ://x
                    &fjlig;&NotEqualTilde;   | fj\u2242\u0338    | fj\u2242\u0338
                    &unknown;&;&&#;&#x;&#xg  | &unknown;&;&&#;&#x;&#xg | &unknown;&;&&#;&#x;&#xg
                    &#47&#x2F;&#X2f          | ///               | ///
                    &#x80;&#150;&#x81;       | \u20ac\u2013\u0081 | \u20ac\u2013\u0081
                    &#0;&#xD800;&#x110000;   | \ufffd\ufffd\ufffd | \ufffd\ufffd\ufffd
                    &#99999999999999999999;  | \ufffd            | \ufffd
                    &#00000000000000000047;  | /                 | /
                    &#x1F600;                | \ud83d\ude00      | \ud83d\ude00
                    &AMP;&AMP                | &&                | &&
                    &Amp;                    | &Amp;             | &Amp;
                    """)
    void areReadAsBrowsersDo(String raw, String inAttribute, String inText) {
        assertThat(CharacterReferences.inAttribute(raw)).isEqualTo(inAttribute);
        assertThat(CharacterReferences.inText(raw)).isEqualTo(inText);
    }

    @Test
    void spacesMayBeReferencesToo() {
        assertThat(CharacterReferences.inAttribute("&Tab;/&NewLine;/&#13;&nbsp"))
                .isEqualTo("\t/\n/\r\u00a0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https&colon;&sol;&sol;f.example",
                "&sol;&bsol;f.example",
                "&Tab;/&NewLine;/f.example",
                "&#47&#47f&period;example",
                "/&#x000000000000000000000000000000002F;f.example",
                "ht&#9;tps:&#x2f/f.example",
                "https://stadt.example&commat;f.example",
                "//f&#12290;example",
                "//f&shy;.example",
                "//stadt.example&#0;.f.example",
                "//stadt.example&#x85;",
                "//xn--&#x41-.example",
            })
    void addressesSpeltByReferencesAreForeign(String address) {
        assertThat(new Pages().html("<img src=\"" + address + "\">")).contains("data-zweiklick-src=");
        assertThat(new Pages().html("<img src=" + address + ">")).contains("data-zweiklick-src=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&colon//f.example", "&sol/f.example", "https&colon//f.example", "/x?a&sol;&sol;f"})
    void whatIsNoReferenceIsAPath(String address) {
        Pages.same("<img src=\"" + address + "\">");
    }
}
