package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.AuditResult;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A report as an XML parser reads it. */
record ReportDocument(String source, Document document) {

    static ReportDocument of(AuditResult result) throws IOException, ParserConfigurationException, SAXException {
        StringBuilder out = new StringBuilder();
        HtmlReport.write(result, out);
        return parsed(out);
    }

    static ReportDocument onPaper(AuditResult result) throws IOException, ParserConfigurationException, SAXException {
        StringBuilder out = new StringBuilder();
        HtmlReport.writeForPaper(result, out);
        return parsed(out);
    }

    private static ReportDocument parsed(StringBuilder out)
            throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return new ReportDocument(
                out.toString(), factory.newDocumentBuilder().parse(new InputSource(new StringReader(out.toString()))));
    }

    Stream<Element> elements(String name) {
        NodeList list = document.getElementsByTagName(name);
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i));
    }

    Element byId(String id) {
        return elements("*")
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing has the id " + id));
    }

    /** The words of an element, spaces put together. */
    String text(String id) {
        return words(byId(id));
    }

    static String words(Node node) {
        return node.getTextContent().replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** The sentences in large letters. */
    List<String> verdict() {
        return elements("p")
                .filter(paragraph -> paragraph.getAttribute("class").equals("sentence"))
                .map(ReportDocument::words)
                .toList();
    }

    /** The rows of the table with such a caption, cells apart by bars. */
    List<String> rows(String caption) {
        Element table = elements("table")
                .filter(one ->
                        words(one.getElementsByTagName("caption").item(0)).endsWith(caption))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + caption));
        List<String> rows = new ArrayList<>();
        NodeList all = table.getElementsByTagName("tr");
        for (int i = 0; i < all.getLength(); i++) {
            List<String> cells = new ArrayList<>();
            for (Node cell = all.item(i).getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                cells.add(words(cell));
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    /** All attributes of such a name. */
    List<String> attributes(String name) {
        return elements("*")
                .filter(element -> element.hasAttribute(name))
                .map(element -> element.getAttribute(name))
                .toList();
    }

    /** Names of all attributes there are. */
    Stream<String> attributeNames() {
        return elements("*").flatMap(element -> {
            NamedNodeMap attributes = element.getAttributes();
            return IntStream.range(0, attributes.getLength())
                    .mapToObj(i -> attributes.item(i).getNodeName());
        });
    }
}
