package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://www.facebook.com/tr?id=17&ev=PageView https://www.facebook.com/tr?id=***&ev=***",
                "https://a.example/?q=&x https://a.example/?q=&x",
                "https://a.example/?ada@stadt.example https://a.example/?***",
                "https://a.example/?Anna%20Muster https://a.example/?***",
                "https://ada:geheim@a.example:8443/x https://***@a.example:8443/x",
                "https://a.example/abmelden/ada%40stadt.example/jetzt https://a.example/abmelden/***/jetzt",
                "https://a.example/abmelden/ada%2540stadt.example https://a.example/abmelden/***",
                "https://a.example/s/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4 https://a.example/s/***.***.***",
                "https://a.example/aBcD-eFgH_iJkL-mNoP https://a.example/***",
                "https://a.example/r/3f2504e0-4f89-11d3-9a0c-0305e82c3301/x https://a.example/r/***/x",
                "https://a.example/d41d8cd98f00b204e9800998ecf8427e/x.js https://a.example/***/x.js",
                "https://a.example/kunde/4915112345678 https://a.example/kunde/***",
                "https://a.example/shop;jsessionid=A1B2?x=1 https://a.example/shop;jsessionid=***?x=***",
                "https://a.example/#access_token=abc&type=x https://a.example/#access_token=***&type=***",
                "https://a.example/#ada@stadt.example https://a.example/#***",
                "//cdn.example/x?y=z //cdn.example/x?y=***",
                "/suche?q=Name /suche?q=***",
                "data:image/png;base64,AAAA data:image/png,***",
                "DATA:,Hallo DATA:***",
                "javascript:alert(1) javascript:***",
                "mailto:ada@stadt.example mailto:***",
                "blob:https://a.example/3f2504e0-4f89-11d3-9a0c-0305e82c3301 blob:https://a.example/***",
                "wss://a.example/kanal?key=1 wss://a.example/kanal?key=***",
            })
    void masksWhatMayBeAboutAPerson(String address, String masked) {
        assertThat(Masking.address(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/embed/dQw4w9WgXcQ",
                "https://www.musterstadt.example/rathaus/Wirtschaftsfoerderungsgesellschaft/2026-11-29-neue-bruecke-17",
                "https://www.musterstadt.example/Rathaus/Leben-In-Der-Stadt-Und-Im-Umland/index.html#kontakt",
                "https://cdn.example/npm/jquery@3.6.0/dist/jquery.min.js",
                "https://connect.facebook.net/de_DE/sdk.js",
                "https://a.example/20261129/bild.jpg",
                "about:blank",
                "",
                "https://xn--mnchen-3ya.example/",
            })
    void wordsAndDatesStay(String address) {
        assertThat(Masking.address(address)).isEqualTo(address);
        assertThat(Masking.page(address)).isEqualTo(address);
        assertThat(Masking.text(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://a.example/index.php?id=17&L=0 https://a.example/index.php?id=17&L=0",
                "https://a.example/?mail=ada@stadt.example&id=3 https://a.example/?mail=***&id=3",
                "https://a.example/?t=d41d8cd98f00b204e9800998ecf8427e https://a.example/?t=***",
                "https://ada:geheim@a.example/ https://***@a.example/",
            })
    void auditedPagesStayApart(String address, String masked) {
        assertThat(Masking.page(address)).isEqualTo(masked);
    }

    @Test
    void masksInsideTexts() {
        assertThat(Masking.text("<img src=\"https://a.example/p?u=1\" data-user=\"ada@stadt.example\" alt=\"Rathaus\""
                        + " nonce=\"r4nd0mR4nd0mR4nd0m\">"))
                .isEqualTo("<img src=\"https://a.example/p?u=***\" data-user=\"***\" alt=\"Rathaus\" nonce=\"***\">");
        assertThat(Masking.text("senden https://a.example/x.js?v=17:12:5"))
                .isEqualTo("senden https://a.example/x.js?v=***:12:5");
        assertThat(Masking.text("https://a.example/x?y=1, initiator https://b.example."))
                .isEqualTo("https://a.example/x?y=***, initiator https://b.example.");
        assertThat(Masking.text("url(/bild?wer=Ada) und mailto:ada@stadt.example"))
                .isEqualTo("url(/bild?wer=***) und mailto:***");
        assertThat(Masking.text("max-age=63072000; geht bis 2026-11-29"))
                .isEqualTo("max-age=63072000; geht bis 2026-11-29");
        assertThat(Masking.text("x=ada@stadt.example;y=2")).isEqualTo("x=***;y=2");
        assertThat(Masking.text("cookie: wordpress_logged_in_d41d8cd98f00b204e9800998ecf8427e (stadt.example)"))
                .as("what the name says stays")
                .isEqualTo("cookie: wordpress_logged_in_*** (stadt.example)");
    }

    /** Whatever a page writes: no value of a query is left, and nothing is thrown. */
    @Test
    void noValueSurvives() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "aZ09/?&=#;:@%.-_ \n\"'<>()\u2028\u00e4\ud83d\ude00,";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder noise = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (String text : List.of(
                    Masking.address(noise + "?geheim=GEHEIM&" + noise),
                    Masking.text(noise + " https://a.example/?geheim=GEHEIM"))) {
                assertThat(text).as("seed %d, %s", seed, noise).doesNotContain("GEHEIM");
            }
        }
    }

    /** A page may write a megabyte into an attribute. */
    @Test
    void longTextsAreRead() {
        String long1 = "a,".repeat(200_000) + "/x?y=GEHEIM";
        assertThat(Masking.text(long1)).doesNotContain("GEHEIM");
        assertThat(Masking.text("//".repeat(200_000) + "?y=GEHEIM")).doesNotContain("GEHEIM");
        assertThat(Masking.address("https:".repeat(100_000) + "?y=GEHEIM")).doesNotContain("GEHEIM");
    }
}
