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

    /** @param declared prefixes, once for each time the element declares them */
    private record Scope(String name, List<String> declared) {}

    private final SourceText source;
    private final Deque<Scope> open = new ArrayDeque<>();
    /** Namespaces by prefix, the default one by the empty prefix; the innermost element's comes first. */
    private final Map<String, Deque<String>> namespaces = new HashMap<>();

    private XmlNamespaces(SourceText source) {
        this.source = source;
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
        List<String> declared = declare(tag);
        // As written: case counts in XML.
        String name = source.raw(tag.start() + 1, tag.nameEnd());
        int colon = name.indexOf(':');
        Deque<String> meant = namespaces.get(colon < 0 ? "" : name.substring(0, colon));
        boolean known = meant != null && KNOWN.contains(meant.element());
        if (tag.selfClosing()) {
            forget(declared);
        } else {
            open.push(new Scope(name, declared));
        }
        return known;
    }

    private List<String> declare(StartTag tag) {
        List<String> declared = List.of();
        for (Attribute attribute : tag.attributes()) {
            String name = source.raw(attribute.nameStart(), attribute.nameEnd());
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                String prefix = name.equals("xmlns") ? "" : name.substring(6);
                namespaces.computeIfAbsent(prefix, any -> new ArrayDeque<>()).push(source.value(attribute));
                declared = declared.isEmpty() ? new ArrayList<>() : declared;
                declared.add(prefix);
            }
        }
        return declared;
    }

    private void forget(List<String> declared) {
        declared.forEach(prefix -> namespaces.computeIfPresent(prefix, (any, meant) -> {
            meant.pop();
            return meant.isEmpty() ? null : meant;
        }));
    }

    /** An end tag that ends nothing is an error at which browsers stop. */
    private void close(Token.End end) {
        String raw = source.raw(end.start() + 2, end.start() + 2 + end.name().length());
        if (!open.isEmpty() && open.element().name().equals(raw)) {
            forget(open.pop().declared());
        }
    }
}
