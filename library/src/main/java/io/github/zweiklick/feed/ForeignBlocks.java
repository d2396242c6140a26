package io.github.zweiklick.feed;

import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Tag;
import java.util.List;

/** What blocks may hold, whatever those of foreign HTML do. */
final class ForeignBlocks {
    private ForeignBlocks() {}

    /** Headings hold words only: what else stood in one stands behind it. */
    static RichText.Node heading(RichText.Node node) {
        return isParagraph(node) ? new Element(Tag.HEADING, ((Element) node).content()) : node;
    }

    static boolean isList(org.jsoup.nodes.Element element) {
        return element.normalName().equals("ul") || element.normalName().equals("ol");
    }

    /** An item that is one line needs no paragraph. Lists hold items only. */
    static List<RichText.Node> unwrapped(Tag tag, List<RichText.Node> content) {
        if (tag == Tag.LIST || tag == Tag.NUMBERED_LIST) {
            return content.stream()
                    .map(node -> node instanceof Element element && element.tag() == Tag.ITEM
                            ? node
                            : RichText.block(Tag.ITEM, node))
                    .toList();
        }
        boolean one = content.size() == 1;
        if (tag == Tag.ITEM && one && content.stream().allMatch(ForeignBlocks::isParagraph)) {
            return content.stream()
                    .flatMap(node -> ((Element) node).content().stream())
                    .toList();
        }
        return content;
    }

    private static boolean isParagraph(RichText.Node node) {
        return node instanceof Element element && element.tag() == Tag.PARAGRAPH;
    }
}
