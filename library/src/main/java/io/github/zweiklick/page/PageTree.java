package io.github.zweiklick.page;

import io.github.zweiklick.page.PageMarkup.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/** jsoup's tree of a text: which element a start tag became, and what surrounds it. */
final class PageTree {
    private static final int LARGEST_DEPTH = 512;
    /** Elements inside which an outer {@code p} is no longer closed by a block: HTML, 13.2.4.2, button scope. */
    private static final Set<String> SCOPES = Set.of(
            "applet",
            "caption",
            "html",
            "table",
            "td",
            "th",
            "marquee",
            "object",
            "template",
            "button",
            "foreignobject",
            "desc");

    private static final Set<String> INERT = Set.of("button", "option", "select", "title", "textarea");

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

    static Place place(Element element) {
        boolean scoped = false;
        boolean paragraph = false;
        boolean noscript = false;
        for (Element up = element.parent(); up != null; up = up.parent()) {
            String name = up.normalName();
            if (INERT.contains(name)) {
                return Place.INERT;
            }
            noscript |= name.equals("noscript");
            paragraph |= !scoped && name.equals("p");
            scoped |= SCOPES.contains(name);
        }
        if (noscript) {
            // A noscript in it would end the outer one where scripts run.
            return Place.NOSCRIPT;
        }
        return paragraph ? Place.PHRASING : Place.FLOW;
    }

    static boolean isInside(Element element, String ancestor) {
        for (Element up = element.parent(); up != null; up = up.parent()) {
            if (up.normalName().equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    static boolean isHtml(Element element) {
        return element.tag().namespace().equals(Parser.NamespaceHtml);
    }

    static Optional<String> language(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            String language = at.hasAttr("lang") ? at.attr("lang") : at.attr("xml:lang");
            if (!language.isBlank()) {
                return Optional.of(language.strip());
            }
        }
        return Optional.empty();
    }
}
