package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.page.Lexer.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TangleTest {
    /** What real pages hold, well or not so well written: there no more than tags is looked at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><svg><title>Rathaus</title><desc>x</desc><style>a{}</style><g><path/></svg></div><style></style>",
                "<svg><g><path></svg><script></script>",
                "<svg/><title>x</title><svg><use href=#a></use></path></svg>",
                "<a href=x><svg><title>x</title><path/></svg></a><select><option></select><style></style>",
                "<svg><path d=x><p>left out</p><style></style>",
                "<svg><foreignObject><div><p>x</p><br><style></style></div></foreignObject></svg><style></style>",
                "<math><mrow><mi>x</mi><mo>=</mo><mtext><b>y</b></mtext></mrow></math><style></style>",
                "<select><optgroup><option>a<hr><option>b</select><style></style>",
                "<select><script></script><option></select>",
                "<template><tr><td><style></style></template><style></style>",
                "<template><table><colgroup><col></colgroup><style></style></table></template>",
                "<template><style></style><col></template><style></style>",
                "<frameset><frame><noframes><p></noframes></frameset>",
            })
    void isNotInPagesThatAreReadOneWay(String html) {
        assertThat(isTangled(html)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<select><title>",
                "<select><svg>",
                "<table><select><td><xmp>",
                "<template><col><style>",
                "<template><style></style><col><noscript>",
                "<template><col><template></template><svg>",
                "<frameset><title>",
                "<svg><title><b></title><style>",
                "<svg><desc><div></desc>",
                "<svg><foreignObject><p>a<p>b</foreignObject></svg>",
                "<svg><foreignObject><svg><g><div></svg>",
                "<div><svg><g></div>",
                "<svg></p>",
                "<svg></title>",
                "<svg><a><foreignObject><a href=x>",
                "<math><mi><li><mi>",
                "<svg><title><title>",
                "<h2><svg></h1>",
                "<svg><desc><td>",
                "<select><template></select></template><style>",
                "<select><template></select><col><style>",
                "<template><col><template><svg><template></svg></template><style>",
                "<table><td><svg></tbody>",
                "<svg><desc><b></b><![CDATA[",
                "<math><mi><mglyph>",
                "<math><annotation-xml>",
                "<svg><foreignObject><select>",
            })
    void isWhereTheTreeTellsWhatIsATag(String html) {
        assertThat(isTangled(html)).isTrue();
    }

    @Test
    void anyTagIsFoundWhereverItStands() {
        assertThat(AnyTag.in("<!--<a b>--><p title='<i c=d>'>\"<style></u x>", position -> position == 4))
                .extracting(StartTag::name)
                .containsExactly("p", "i", "style");
    }

    @Test
    void tagsInsideTagsAreNotReadForHours() {
        String hostile = "<select><title>" + "<a b='".repeat(200_000);
        assertThatThrownBy(() -> AnyTag.in(hostile, position -> false)).isInstanceOf(IllegalStateException.class);
        assertThat(new Pages().rewrite(hostile.getBytes(StandardCharsets.UTF_8), "text/html;charset=utf-8"))
                .isInstanceOf(Rewrite.Withheld.class);
    }

    @Test
    void endTagsThatEndNothingCostNoSearch() {
        assertThat(isTangled("<svg>" + "<g>".repeat(300_000) + "</path>".repeat(300_000)))
                .isFalse();
    }

    @Test
    void nothingIsQuotedThatMayStandInQuotes() {
        String before = "<select><title></title></select><p title=\"<b style=background:url(//f.example/)&amp; o=p>\">";
        assertThat(new Pages().html(before))
                .contains("o=p>\">")
                .contains("data-zweiklick-style=background")
                .doesNotContain("\"background");
    }

    @Test
    void anAddressInsideSeveralTagsIsRenamedOnce() {
        assertThat(new Pages().html("<select><title></title></select>" + "<i x=".repeat(9) + "<img src=//f.example/>"))
                .containsOnlyOnce("data-zweiklick-src");
    }

    private static boolean isTangled(String html) {
        return Tangle.isIn(Lexer.read(html, Reading.NO_SCRIPTING)) || Tangle.isIn(Lexer.read(html, Reading.SCRIPTING));
    }
}
