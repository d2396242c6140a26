package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.RichText.Break;
import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Mark;
import io.github.zweiklick.feed.RichText.Node;
import io.github.zweiklick.feed.RichText.Tag;
import io.github.zweiklick.feed.RichText.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class RichTextTest {
    private static Element paragraph(Node... nodes) {
        return new Element(Tag.PARAGRAPH, List.of(nodes));
    }

    private static Mark mark(int start, int end, String address) {
        return new Mark(start, end, Link.Kind.PAGE, address, "[" + start + "]");
    }

    private static Link link(int start, String address) {
        return new Link(address, Link.Kind.PAGE, List.of(new Text("[" + start + "]")));
    }

    @Test
    void blankLinesPartParagraphs() {
        assertThat(RichText.plain("a\nb\r\n \r\nc\n\n\n\nd\n").nodes())
                .containsExactly(
                        paragraph(new Text("a"), new Break(), new Text("b")),
                        paragraph(new Text("c")),
                        paragraph(new Text("d")));
        assertThat(RichText.plain("\n \n").isEmpty()).isTrue();
        assertThat(RichText.plain("")).isEqualTo(RichText.EMPTY);
    }

    @Test
    void partsAreLinks() {
        assertThat(RichText.marked(
                                "Zu a.example und b",
                                List.of(mark(17, 18, "https://b.example/"), mark(3, 12, "https://a.example/")))
                        .nodes())
                .containsExactly(paragraph(
                        new Text("Zu "),
                        link(3, "https://a.example/"),
                        new Text(" und "),
                        link(17, "https://b.example/")));
    }

    @Test
    void linksOnLinesOfTheirOwn() {
        assertThat(RichText.marked(
                                "x y\n\nz",
                                List.of(
                                        mark(0, 1, "https://a.example/"),
                                        mark(2, 3, "https://b.example/"),
                                        mark(5, 6, "https://c.example/")))
                        .nodes())
                .containsExactly(
                        paragraph(link(0, "https://a.example/"), new Text(" "), link(2, "https://b.example/")),
                        paragraph(link(5, "https://c.example/")));
    }

    @Test
    void marksThatCannotBeAreLeftOut() {
        String text = "ab😀cd";
        RichText plain = RichText.plain(text);
        for (Mark wrong : List.of(
                mark(-1, 1, "https://a.example/"),
                mark(1, 1, "https://a.example/"),
                mark(2, 1, "https://a.example/"),
                mark(0, 7, "https://a.example/"),
                mark(7, 8, "https://a.example/"),
                mark(3, 5, "https://a.example/"),
                mark(0, 3, "https://a.example/"),
                mark(Integer.MAX_VALUE, Integer.MIN_VALUE, "https://a.example/"))) {
            assertThat(RichText.marked(text, List.of(wrong))).as("%s", wrong).isEqualTo(plain);
        }
        assertThat(RichText.marked(text, List.of(mark(0, 2, "javascript:alert(1)")))
                        .text())
                .isEqualTo(text);
        assertThat(Nodes.links(RichText.marked(
                        text, List.of(mark(0, 4, "https://a.example/"), mark(1, 5, "https://b.example/")))))
                .containsExactly(link(0, "https://a.example/"));
    }

    @Test
    void whatIsLongIsCut() {
        RichText text = RichText.plain("wort ".repeat(10_000));
        assertThat(text.text()).hasSizeLessThan(RichText.LONGEST + 10).endsWith("…");
        assertThat(RichText.plain("a\n\n".repeat(10_000)).nodes()).hasSizeLessThanOrEqualTo(2_000);
    }

    @Test
    void wordsAlone() {
        Picture picture = Picture.at("https://a.example/x.png").orElseThrow();
        RichText text = new RichText(List.of(
                new Element(Tag.HEADING, List.of(new Text("Titel"))),
                paragraph(new Text("a"), new Break(), new RichText.Emoji(":x:", picture)),
                new Element(Tag.LIST, List.of(new Element(Tag.ITEM, List.of(link(1, "https://a.example/")))))));
        assertThat(text.text()).isEqualTo("Titel\na\n:x:\n[1]");
        assertThat(text.emojis()).hasSize(1);
        assertThat(text.withoutEmojis().emojis()).isEmpty();
        assertThat(text.withoutEmojis().text()).isEqualTo(text.text());
    }

    @Test
    void textsAreContained() {
        assertThat(new Text("a\u202eb").text()).isEqualTo("ab");
        assertThat(RichText.marked(
                                "a\u202eb", List.of(new Mark(0, 3, Link.Kind.PAGE, "https://a.example/", "x\u202ey")))
                        .text())
                .isEqualTo("xy");
    }
}
