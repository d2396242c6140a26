package io.github.zweiklick.audit.pdf;

import io.github.zweiklick.audit.report.HtmlReport;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The report's document as the renderer wants it. */
record Paper(Document document) {
    private static final int MOST_NAMED = 200;

    static Paper of(String xhtml) throws IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return new Paper(factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the report is no XML", e);
        }
    }

    String title() {
        return elements("title").get(0).getTextContent();
    }

    /** @param hasCharacter whether there is a font that shows it */
    void prepare(String author, IntPredicate hasCharacter) {
        head(author);
        bookmarks();
        names();
        replaceMissing(hasCharacter);
    }

    /** What stands in the head goes into the file's properties: only what belongs there. */
    private void head(String author) {
        Element head = elements("head").get(0);
        elements("meta").forEach(head::removeChild);
        meta(
                head,
                "subject",
                elements("header").get(0).getElementsByTagName("p").item(0).getTextContent());
        if (!author.isBlank()) {
            meta(head, "author", author);
        }
    }

    private void meta(Element head, String name, String content) {
        Element meta = document.createElement("meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
        head.appendChild(meta);
    }

    /** The sections, and in them what has an id. */
    private void bookmarks() {
        Element bookmarks = document.createElement("bookmarks");
        for (Element section : elements("section")) {
            Node parent = section.getParentNode();
            Element bookmark = document.createElement("bookmark");
            bookmark.setAttribute("name", heading(section));
            bookmark.setAttribute("href", "#" + section.getAttribute("id"));
            (parent.getNodeName().equals("section") ? bookmarks.getLastChild() : bookmarks).appendChild(bookmark);
        }
        elements("head").get(0).appendChild(bookmarks);
    }

    private static String heading(Element section) {
        return Stream.iterate(section.getFirstChild(), node -> node != null, Node::getNextSibling)
                .filter(node -> node.getNodeName().matches("h[1-4]"))
                .findFirst()
                .map(node -> node.getTextContent().strip())
                .orElse("");
    }

    /** What readers aloud are told of links and drawings, and where they speak another language. */
    private void names() {
        elements("a").forEach(link -> link.setAttribute("title", link.getTextContent()));
        for (Element drawing : elements("svg")) {
            drawing.setAttribute(
                    "alt",
                    Stream.of("title", "desc")
                            .map(name ->
                                    drawing.getElementsByTagName(name).item(0).getTextContent())
                            .collect(Collectors.joining(". ")));
        }
        // The renderer takes no notice of an element that holds one text and nothing else.
        elements("span").stream()
                .filter(span ->
                        span.hasAttribute("lang") && span.getFirstChild() instanceof Text text && text.getLength() > 1)
                .forEach(span -> ((Text) span.getFirstChild()).splitText(1));
    }

    /** Nothing is left out without a word: in place of what the fonts lack stands its number. */
    private void replaceMissing(IntPredicate hasCharacter) {
        Set<Integer> missing = new TreeSet<>();
        replaceMissing(document.getDocumentElement(), hasCharacter, missing);
        Element told = elements("p").stream()
                .filter(paragraph -> paragraph.getAttribute("id").equals(HtmlReport.MISSING_CHARACTERS))
                .findFirst()
                .orElseThrow();
        if (missing.isEmpty()) {
            told.getParentNode().removeChild(told);
        } else {
            told.appendChild(document.createTextNode(
                    missing.stream().limit(MOST_NAMED).map(Paper::numbered).collect(Collectors.joining(" "))
                            + (missing.size() > MOST_NAMED ? " \u2026" : "")));
        }
    }

    private void replaceMissing(Node node, IntPredicate hasCharacter, Set<Integer> missing) {
        if (node instanceof Text text) {
            String data = text.getData();
            IntPredicate isMissing = c -> c >= ' ' && !hasCharacter.test(c);
            if (data.codePoints().anyMatch(isMissing)) {
                StringBuilder told = new StringBuilder();
                data.codePoints().forEach(c -> {
                    if (isMissing.test(c)) {
                        missing.add(c);
                        told.append(numbered(c));
                    } else {
                        told.appendCodePoint(c);
                    }
                });
                text.setData(told.toString());
            }
            return;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            replaceMissing(child, hasCharacter, missing);
        }
    }

    private static String numbered(int character) {
        return String.format("[U+%04X]", character);
    }

    private List<Element> elements(String name) {
        NodeList list = document.getElementsByTagName(name);
        return new ArrayList<>(IntStream.range(0, list.getLength())
                .mapToObj(i -> (Element) list.item(i))
                .toList());
    }
}
