package io.github.zweiklick.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element that some parser makes of a page.
 *
 * @param name in lower case
 * @param html whether it is of HTML, not of SVG or MathML
 * @param text what stands directly in it
 */
record SeenElement(String name, boolean html, Map<String, String> attributes, String text) {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    static {
        // Its assertions are its authors' own business; some fail on references that end in a tag.
        SeenElement.class.getClassLoader().setPackageAssertionStatus("nu.validator.htmlparser", false);
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    static List<SeenElement> byJsoup(String page) {
        List<SeenElement> elements = new ArrayList<>();
        for (Element element : Jsoup.parse(page).getAllElements()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            element.attributes().forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
            elements.add(new SeenElement(
                    element.normalName(), new TreeStanding(element).isHtml(), attributes, text(element)));
        }
        return elements;
    }

    /** Without comments, which jsoup counts as data. */
    private static String text(Element element) {
        return element.dataNodes().stream().map(DataNode::getWholeData).collect(Collectors.joining())
                + element.ownText();
    }

    /** By the parser of which Firefox's is a translation. */
    static List<SeenElement> byReference(String page, boolean scripting) {
        HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
        parser.setScriptingEnabled(scripting);
        List<SeenElement> elements = new ArrayList<>();
        parser.setContentHandler(new Collector(elements));
        try {
            parser.parse(new InputSource(new StringReader(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        return elements;
    }

    private static final class Collector extends DefaultHandler {
        private final List<SeenElement> elements;
        private final List<StringBuilder> texts = new ArrayList<>();

        Collector(List<SeenElement> elements) {
            this.elements = elements;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes found) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < found.getLength(); i++) {
                String key = found.getQName(i).isEmpty() ? found.getLocalName(i) : found.getQName(i);
                attributes.put(Ascii.lower(key), found.getValue(i));
            }
            texts.add(new StringBuilder());
            elements.add(new SeenElement(Ascii.lower(name), uri.equals(XHTML), attributes, "" + elements.size()));
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (!texts.isEmpty()) {
                texts.get(texts.size() - 1).append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            String text = texts.remove(texts.size() - 1).toString();
            for (int i = elements.size() - 1; i >= 0; i--) {
                SeenElement element = elements.get(i);
                if (element.name().equals(Ascii.lower(name)) && element.text().equals("" + i)) {
                    elements.set(i, new SeenElement(element.name(), element.html(), element.attributes(), text));
                    return;
                }
            }
        }
    }
}
