package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TagScannerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <iframe/src=x>             | iframe  | src=x
                    <a b=c d e>                | a       | b=c d= e=
                    <a =foo>                   | a       | =foo=
                    <a ==foo>                  | a       | ==foo
                    <A HREF='x' href="y">      | a       | href=x href=y
                    <a b=">" c=d>              | a       | b=> c=d
                    <a b="c"d="e">             | a       | b=c d=e
                    <a b=c/d>                  | a       | b=c/d
                    <a b = 'c'/d/ >            | a       | b=c d=
                    <a b= >                    | a       | b=
                    <a b=>                     | a       | b=
                    <a b=x"y'z=<>              | a       | b=x"y'z=<
                    <a/ / b/>                  | a       | b=
                    <fb:like x:y=z>            | fb:like | x:y=z
                    <a"b c>                    | a"b     | c=
                    """)
    void readsTagsAsBrowsersDo(String html, String name, String attributes) {
        StartTag tag = TagScanner.startTag("x" + html + "<b c=d>", 1).orElseThrow();
        assertThat(tag.name()).isEqualTo(name);
        assertThat(tag.end()).isEqualTo(1 + html.length());
        String text = "x" + html;
        assertThat(tag.attributes().stream()
                        .map(a -> a.name() + "=" + text.substring(a.valueStart(), a.valueEnd()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(attributes);
        tag.attributes()
                .forEach(a -> assertThat(Ascii.lower(text.substring(a.nameStart(), a.nameEnd())))
                        .isEqualTo(a.name()));
    }

    @Test
    void aTagTheTextEndsInIsNone() {
        for (String html : new String[] {"<a", "<a b", "<a b='c", "<a b=\"c>", "<a b=", "<", "<1>", "< a>", "</a>"}) {
            assertThat(TagScanner.startTag(html, 0)).as(html).isEmpty();
        }
    }

    @Test
    void tellsSelfClosingTags() {
        assertThat(TagScanner.startTag("<a/>", 0).orElseThrow().selfClosing()).isTrue();
        assertThat(TagScanner.startTag("<a b=c/>", 0).orElseThrow().selfClosing())
                .isFalse();
        assertThat(TagScanner.startTag("<a / >", 0).orElseThrow().selfClosing()).isFalse();
    }
}
