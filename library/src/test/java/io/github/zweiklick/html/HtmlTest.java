package io.github.zweiklick.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Rathaus~Rathaus",
                "``~``",
                "a & b <c> \"d\" 'e'~a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39;",
                "&&~&amp;&amp;",
                "Grüße~Gr&#252;&#223;e",
                "\uD83D\uDE00!~&#128512;!",
                "\uD83D!~&#65533;!",
                "a\u0001\u007f\u0085~a&#65533;&#65533;&#65533;",
                "\u00a0\ufffe~&#160;&#65533;"
            })
    void escapesToAsciiThatIsHtmlAndXml(String text, String markup) {
        assertThat(Html.text(text)).hasToString(markup);
        assertThat(new HtmlBuilder()
                        .open("p")
                        .attribute("title", text)
                        .text(text)
                        .close()
                        .toHtml())
                .hasToString("<p title=\"" + markup + "\">" + markup + "</p>");
    }

    @Test
    void keepsLinesAndTabsAndWritesReturnsAsReferences() {
        assertThat(Html.text("a\tb\nc\rd")).hasToString("a\tb\nc&#13;d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "-a", "onClick", "a b", "a=", "ä", "a>"})
    void refusesNamesThatAreNone(String name) {
        HtmlBuilder builder = new HtmlBuilder().open("p");
        assertThatThrownBy(() -> builder.attribute(name, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void putsOwnContentIntoItsElement() {
        assertThat(RawText.of("script", "let a = 1 < 2;").with(Map.of("nonce", "a\"b")))
                .hasToString("<script nonce=\"a&quot;b\">let a = 1 < 2;</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'</SCRIPT>'", "a<!--b", "'ü'"})
    void refusesContentThatWouldEndItsElementOrIsNotAscii(String content) {
        assertThatThrownBy(() -> RawText.of("script", content)).isInstanceOf(IllegalArgumentException.class);
    }
}
