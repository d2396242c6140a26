package io.github.zweiklick.page;

import io.github.zweiklick.page.Lexer.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A document's text with everything that is known of its structure, under all readings. */
final class Examined {
    private static final Pattern SELECT = Pattern.compile("<select", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOREIGN = Pattern.compile("<(svg|math)", Pattern.CASE_INSENSITIVE);

    final SourceText source;
    final PageTree tree;
    final Extents extents;
    final List<Token> tokens;
    final boolean xml;
    /** Whether whole elements may be replaced and markup be inserted; XML that is no page is only disarmed. */
    final boolean replaceable;

    private final TreeMap<Integer, Candidate> candidates = new TreeMap<>();
    private final Map<Integer, Token.Raw> raw = new HashMap<>();

    private Examined(SourceText source, List<Token> tokens, boolean xml, boolean replaceable) {
        this.source = source;
        this.tokens = tokens;
        this.xml = xml;
        this.replaceable = replaceable;
        this.tree = PageTree.read(source.text(), xml);
        this.extents = Extents.of(tokens, xml);
    }

    static Examined html(String text, UnaryOperator<String> decode) {
        Examined result =
                new Examined(new SourceText(text, decode), Lexer.read(text, Reading.NO_SCRIPTING), false, true);
        result.add(result.tokens);
        // What noscript hides from one reading the other shows: both kinds of browsers come.
        result.add(Lexer.read(text, Reading.SCRIPTING));
        if (FOREIGN.matcher(text).find()) {
            result.addStarts(Lexer.read(text, Reading.NO_SCRIPTING_AHEAD));
            result.addStarts(Lexer.read(text, Reading.SCRIPTING_AHEAD));
        }
        if (SELECT.matcher(text).find()) {
            result.addStarts(Lexer.read(text, Reading.SELECT_IGNORES));
        }
        result.addTree();
        return result;
    }

    static Examined xml(String text, UnaryOperator<String> decode) {
        Examined result = new Examined(new SourceText(text, decode), XmlLexer.read(text), true, true);
        result.add(result.tokens);
        result.addTree();
        return result;
    }

    static Examined otherXml(String text, UnaryOperator<String> decode) {
        Examined result = new Examined(new SourceText(text, decode), XmlLexer.read(text), true, false);
        result.add(XmlNamespaces.known(result.source, result.tokens));
        return result;
    }

    private void add(List<Token> read) {
        for (Token token : read) {
            if (token instanceof Token.Start start) {
                add(start.tag());
            } else if (token instanceof Token.Raw content) {
                raw.putIfAbsent(content.owner().start(), content);
            }
        }
    }

    private void addStarts(List<Token> read) {
        for (Token token : read) {
            if (token instanceof Token.Start start) {
                add(start.tag());
            }
        }
    }

    private void add(StartTag tag) {
        candidates.computeIfAbsent(tag.start(), start -> new Candidate(tag, tree.at(start)));
    }

    private void addTree() {
        for (int position : tree.positions()) {
            TagScanner.startTag(source.text(), position).ifPresent(this::add);
        }
    }

    /** All start tags in the order of the text. */
    Iterable<Candidate> candidates() {
        return candidates.values();
    }

    /** Start tags between two positions. */
    Iterable<Candidate> between(int start, int end) {
        return candidates.subMap(start, end).values();
    }

    Optional<Candidate> at(int position) {
        return Optional.ofNullable(candidates.get(position));
    }

    /** The content of an element, where it holds text only or its end is known. */
    Optional<Span> content(StartTag tag) {
        Token.Raw text = raw.get(tag.start());
        if (text != null) {
            return Optional.of(new Span(text.start(), text.end()));
        }
        return extents.lexical(tag).map(extent -> new Span(tag.end(), Math.max(tag.end(), extent.contentEnd())));
    }

    /** Whether the content is raw text rather than markup with entities. */
    boolean isRaw(StartTag tag) {
        return raw.containsKey(tag.start());
    }
}
