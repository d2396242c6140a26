package io.github.zweiklick.page;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/** jsoup's tree of a text: which element a start tag became, and what surrounds it. */
final class PageTree {
    private static final int LARGEST_DEPTH = 512;
    private final Map<Integer, Element> elements = new HashMap<>();
    private final NavigableMap<Integer, Integer> headings = new TreeMap<>();
    private final Document document;

    private PageTree(Document document) {
        this.document = document;
    }

    static PageTree read(String text, boolean xml) {
        Parser parser = xml ? Parser.xmlParser() : Parser.htmlParser();
        Document document =
                parser.setTrackPosition(true).setMaxDepth(LARGEST_DEPTH).parseInput(text, "");
        PageTree tree = new PageTree(document);
        document.traverse((node, depth) -> {
            if (node instanceof Element element) {
                tree.add(element);
            }
        });
        return tree;
    }

    private void add(Element element) {
        Range range = element.sourceRange();
        if (!range.isTracked() || range.isImplicit()) {
            return;
        }
        // The adoption agency clones elements; the first is where the tag stands.
        elements.putIfAbsent(range.startPos(), element);
        String name = element.normalName();
        if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
            headings.put(range.startPos(), name.charAt(1) - '0');
        }
    }

    /** Where jsoup found start tags. */
    Iterable<Integer> positions() {
        return elements.keySet();
    }

    Optional<Element> at(int position) {
        return Optional.ofNullable(elements.get(position));
    }

    /** Position of the element's own start tag in the text, empty where the parser made the element up. */
    static Optional<Integer> position(Element element) {
        Range range = element.sourceRange();
        return range.isTracked() && !range.isImplicit() ? Optional.of(range.startPos()) : Optional.empty();
    }

    /** Where the element's end tag ends, empty where its end is implied. */
    static Optional<Integer> end(Element element) {
        Range range = element.endSourceRange();
        return range.isTracked() && !range.isImplicit() ? Optional.of(range.endPos()) : Optional.empty();
    }

    Document document() {
        return document;
    }

    /** One below the last heading before a position. */
    int headingLevel(int position) {
        Map.Entry<Integer, Integer> before = headings.lowerEntry(position);
        return before == null ? 2 : Math.min(6, before.getValue() + 1);
    }

    /** What surrounds the element whose start tag stands at a position. */
    Optional<Standing> standing(int position) {
        return at(position).map(TreeStanding::new);
    }
}
