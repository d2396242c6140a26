package io.github.zweiklick.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Tells which elements of an XML document a browser knows: whatever its prefix, one of XHTML, SVG or MathML loads like in
 * a page, and a {@code link} of a feed is data.
 */
final class XmlNamespaces {
    private static final Set<String> KNOWN =
            Set.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML");

    /** @param prefixes namespaces by prefix in and below the element, the default one by the empty prefix */
    private record Scope(String name, Map<String, String> prefixes) {}

    private final SourceText source;
    private final Deque<Scope> open = new ArrayDeque<>();

    private XmlNamespaces(SourceText source) {
        this.source = source;
        open.push(new Scope("", Map.of()));
    }

    /** The start tags of known elements. */
    static List<Token> known(SourceText source, List<Token> tokens) {
        if (declaresAttributes(source, tokens)) {
            // A declaration may give an element its namespace.
            return tokens;
        }
        XmlNamespaces namespaces = new XmlNamespaces(source);
        List<Token> known = new ArrayList<>();
        for (Token token : tokens) {
            if (token instanceof Token.Start start && namespaces.isKnown(start.tag())) {
                known.add(start);
            } else if (token instanceof Token.End end) {
                namespaces.close(end);
            }
        }
        return known;
    }

    /** Whether a document holds nothing that a browser would load for: it need not be examined further. */
    static boolean isPlainData(String text, UnaryOperator<String> decode) {
        SourceText source = SourceText.of(text, decode);
        List<Token> tokens = XmlLexer.read(text);
        return known(source, tokens).stream().noneMatch(token -> token instanceof Token.Start)
                && tokens.stream()
                        .noneMatch(token -> token instanceof Token.Instruction instruction
                                && text.startsWith("<?xml-stylesheet", instruction.start()));
    }

    private static boolean declaresAttributes(SourceText source, List<Token> tokens) {
        return tokens.stream()
                .anyMatch(token -> token instanceof Token.Doctype doctype
                        && source.raw(doctype.start(), doctype.end()).contains("<!ATTLIST"));
    }

    private boolean isKnown(StartTag tag) {
        Map<String, String> prefixes = declared(tag, open.element().prefixes());
        // As written: case counts in XML.
        String name = source.raw(tag.start() + 1, tag.nameEnd());
        if (!tag.selfClosing()) {
            open.push(new Scope(name, prefixes));
        }
        int colon = name.indexOf(':');
        return KNOWN.contains(prefixes.getOrDefault(colon < 0 ? "" : name.substring(0, colon), ""));
    }

    private Map<String, String> declared(StartTag tag, Map<String, String> outer) {
        Map<String, String> prefixes = outer;
        for (Attribute attribute : tag.attributes()) {
            String name = source.raw(attribute.nameStart(), attribute.nameEnd());
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                prefixes = prefixes == outer ? new HashMap<>(outer) : prefixes;
                prefixes.put(name.equals("xmlns") ? "" : name.substring(6), source.value(attribute));
            }
        }
        return prefixes;
    }

    /** An end tag that ends nothing is an error at which browsers stop. */
    private void close(Token.End end) {
        String raw = source.raw(end.start() + 2, end.start() + 2 + end.name().length());
        if (open.size() > 1 && open.element().name().equals(raw)) {
            open.pop();
        }
    }
}
