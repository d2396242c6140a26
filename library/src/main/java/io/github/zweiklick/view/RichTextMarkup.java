package io.github.zweiklick.view;

import io.github.zweiklick.feed.RichText;
import io.github.zweiklick.feed.RichText.Break;
import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Emoji;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Node;
import io.github.zweiklick.feed.RichText.Text;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.List;

/** Writes the words of a post as markup of this program's own. */
final class RichTextMarkup {
    private final Links links;
    private final PictureAddresses pictures;

    RichTextMarkup(Links links, PictureAddresses pictures) {
        this.links = links;
        this.pictures = pictures;
    }

    Html of(RichText text, Wording wording) {
        HtmlBuilder out = new HtmlBuilder();
        write(text.nodes(), out, wording);
        return out.toHtml();
    }

    private void write(List<Node> nodes, HtmlBuilder out, Wording wording) {
        for (Node node : nodes) {
            if (node instanceof Text words) {
                out.text(words.text());
            } else if (node instanceof Break) {
                out.open("br").closeVoid();
            } else if (node instanceof Link link) {
                HtmlBuilder content = new HtmlBuilder();
                write(link.content(), content, wording);
                out.html(links.external(link.address(), content.toHtml(), wording));
            } else if (node instanceof Emoji emoji) {
                out.open("img")
                        .attribute("class", "zweiklick-post-emoji")
                        .attribute("src", pictures.smallest(emoji.picture()))
                        .attribute("alt", emoji.name())
                        .attribute("width", "20")
                        .attribute("height", "20")
                        .attribute("loading", "lazy")
                        .closeVoid();
            } else if (node instanceof Element element) {
                write(element, out, wording);
            }
        }
    }

    private void write(Element element, HtmlBuilder out, Wording wording) {
        switch (element.tag()) {
            case PARAGRAPH -> out.open("p");
            // The post has a heading of its own: those in it stand below that, as strong words for all.
            case HEADING -> out.open("p").attribute("class", "zweiklick-post-heading");
            case LIST -> out.open("ul");
            case NUMBERED_LIST -> out.open("ol");
            case ITEM -> out.open("li");
            case QUOTE -> out.open("blockquote");
            case PREFORMATTED -> out.open("pre");
            case CODE -> out.open("code");
            case STRONG -> out.open("strong");
            case EMPHASIS -> out.open("em");
            case DELETED -> out.open("del");
        }
        write(element.content(), out, wording);
        out.close();
    }
}
