package io.github.zweiklick.page;

import io.github.zweiklick.page.Extents.Extent;
import io.github.zweiklick.page.Lexer.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;

/** The exact way: all tags under all readings, and jsoup's tree. */
final class ExaminedTree extends Examined {
    /** Two readings that differ only in whether they see foreign content are one up to the first of these. */
    private static final Set<String> FOREIGN = Set.of("svg", "math");

    /** The same of two that differ only in whether scripts run. */
    private static final Set<String> NOSCRIPT = Set.of("noscript");

    /** Fragments of pages have none of these. */
    private static final Set<String> STRUCTURE = Set.of("html", "head", "body");

    private final String text;
    private final PageTree tree;
    private final Extents extents;
    private final List<Token> tokens;
    /** As read where scripts run. */
    private List<Token> shown;

    private final TreeMap<Integer, Candidate> candidates = new TreeMap<>();
    private final Map<Integer, Token.Raw> raw = new HashMap<>();
    /** Style sheets that some reading takes for markup. */
    private final Set<Integer> markup = new HashSet<>();

    private boolean tangled;
    private int styleFrom = 1;
    private int styleEnd;

    private ExaminedTree(
            String text, UnaryOperator<String> decode, List<Token> tokens, boolean xml, boolean replaceable) {
        super(SourceText.of(text, decode), xml, replaceable);
        this.text = text;
        this.tokens = tokens;
        this.shown = tokens;
        this.tree = PageTree.read(text, xml);
        this.extents = Extents.of(tokens, xml);
    }

    static ExaminedTree html(String text, UnaryOperator<String> decode) {
        List<Token> withoutScripts = Lexer.read(text, Reading.NO_SCRIPTING);
        ExaminedTree result = new ExaminedTree(text, decode, withoutScripts, false, true);
        result.add(withoutScripts);
        result.tangled = Tangle.isIn(withoutScripts);
        List<Token> ahead = withoutScripts;
        if (hasTag(withoutScripts, FOREIGN)) {
            ahead = Lexer.read(text, Reading.NO_SCRIPTING_AHEAD);
            result.addStarts(ahead);
        }
        // What noscript hides from one reading the other shows: both kinds of browsers come.
        if (hasTag(withoutScripts, NOSCRIPT)) {
            result.shown = Lexer.read(text, Reading.SCRIPTING);
            result.add(result.shown);
            result.tangled |= Tangle.isIn(result.shown);
        }
        if (hasTag(result.shown, FOREIGN) && hasTag(ahead, NOSCRIPT)) {
            result.addStarts(Lexer.read(text, Reading.SCRIPTING_AHEAD));
        }
        if (result.tangled) {
            AnyTag.in(text, result.candidates::containsKey).forEach(result::add);
        }
        result.addTree();
        return result;
    }

    static ExaminedTree xml(String text, UnaryOperator<String> decode) {
        ExaminedTree result = new ExaminedTree(text, decode, XmlLexer.read(text), true, true);
        result.add(result.tokens);
        result.addTree();
        return result;
    }

    static ExaminedTree otherXml(String text, UnaryOperator<String> decode) {
        ExaminedTree result = new ExaminedTree(text, decode, XmlLexer.read(text), true, false);
        result.add(XmlNamespaces.known(result.source, result.tokens));
        return result;
    }

    private void add(List<Token> read) {
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i) instanceof Token.Start start) {
                add(start.tag());
                boolean isText = i + 1 < read.size() && read.get(i + 1) instanceof Token.Raw;
                if (!isText && start.tag().name().equals("style")) {
                    markup.add(start.tag().start());
                }
            } else if (read.get(i) instanceof Token.Raw content) {
                raw.putIfAbsent(content.owner().start(), content);
            }
        }
    }

    private static boolean hasTag(List<Token> read, Set<String> names) {
        return TokenPlaces.starts(read).map(StartTag::name).anyMatch(names::contains);
    }

    private void addStarts(List<Token> read) {
        for (Token token : read) {
            if (token instanceof Token.Start start) {
                add(start.tag());
            }
        }
    }

    private void add(StartTag tag) {
        candidates.computeIfAbsent(tag.start(), start -> new Candidate(tag, tree.standing(start)));
    }

    private void addTree() {
        for (int position : tree.positions()) {
            TagScanner.startTag(text, position).ifPresent(this::add);
        }
    }

    @Override
    Iterable<Candidate> candidates() {
        return candidates.values();
    }

    @Override
    Iterable<Candidate> between(int start, int end) {
        return candidates.subMap(start, end).values();
    }

    @Override
    Optional<Span> content(StartTag tag) {
        Token.Raw content = raw.get(tag.start());
        if (content != null) {
            return Optional.of(new Span(content.start(), content.end()));
        }
        return reach(tag).map(extent -> new Span(tag.end(), Math.max(tag.end(), extent.contentEnd())));
    }

    @Override
    boolean isRaw(StartTag tag) {
        return !tangled
                && raw.containsKey(tag.start())
                && !markup.contains(tag.start())
                && tree.standing(tag.start())
                        .filter(standing -> !standing.isHtml())
                        .isEmpty();
    }

    @Override
    Span rawStyle(StartTag tag) {
        // All between one end and the next have the same end; many that are never ended must not be read again and
        // again.
        if (tag.end() < styleFrom || tag.end() > styleEnd) {
            styleFrom = tag.end();
            styleEnd = RawText.end(text, "style", tag.end());
        }
        return new Span(tag.end(), styleEnd);
    }

    @Override
    Optional<Extent> reach(StartTag tag) {
        return extents.lexical(tag);
    }

    @Override
    Optional<Extent> extent(Candidate candidate) {
        return tree.at(candidate.tag().start()).flatMap(element -> extents.sure(candidate.tag(), element));
    }

    @Override
    int headingLevel(int position) {
        return tree.headingLevel(position);
    }

    @Override
    Iterable<Span> instructions() {
        List<Span> instructions = new ArrayList<>();
        for (Token token : tokens) {
            if (token instanceof Token.Instruction instruction) {
                instructions.add(new Span(instruction.start(), instruction.end()));
            }
        }
        return instructions;
    }

    @Override
    Optional<StartTag> firstTag() {
        return TokenPlaces.starts(tokens).findFirst();
    }

    @Override
    Iterable<StartTag> shownTags() {
        return TokenPlaces.starts(shown).toList();
    }

    @Override
    boolean holds(String ascii) {
        return text.contains(ascii);
    }

    @Override
    OptionalInt bodyEnd() {
        if (xml) {
            return TokenPlaces.bodyEndInXml(tokens, tree.document());
        }
        return tangled ? OptionalInt.empty() : TokenPlaces.bodyEnd(tokens, shown);
    }

    @Override
    int headPosition(int first) {
        return endOf("head")
                .or(() -> endOf("html"))
                .or(() -> TokenPlaces.doctypeEnd(tokens))
                .or(() -> xml || endOf("body").isEmpty() ? Optional.empty() : Optional.of(0))
                .orElseGet(() -> bodyPosition(first));
    }

    /** Whether scripts other than ours stand in elements, or perhaps some in attributes and addresses. */
    boolean hasScripts(OwnScripts own) {
        return candidates.values().stream()
                        .map(Candidate::tag)
                        .anyMatch(tag -> tag.name().equals("script") && !own.isOwn(source, tag))
                || EventHandlers.mayStandIn(text);
    }

    /**
     * Where the guard goes: before all scripts of a document.
     *
     * @param nested whether it is the document of a frame's {@code srcdoc}, which is one however little it holds
     */
    OptionalInt beforeScripts(boolean nested) {
        DocumentPlaces places = new DocumentPlaces();
        firstScript().ifPresent(places::script);
        TokenPlaces.doctypeEnd(tokens).ifPresent(end -> places.doctype(end, true));
        endOf("html").ifPresent(places::html);
        endOf("head").ifPresent(places::head);
        endOf("body").or(this::lateBody).ifPresent(places::body);
        int place = places.beforeScripts();
        if (place < 0 && nested) {
            return OptionalInt.of(0);
        }
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    private Optional<Integer> firstScript() {
        return candidates.values().stream()
                .map(Candidate::tag)
                .filter(tag -> tag.name().equals("script"))
                .map(StartTag::start)
                .findFirst();
    }

    @Override
    int bodyPosition(int first) {
        return endOf("body").or(this::lateBody).orElseGet(() -> outermost(first));
    }

    /** Where a script goes that no element asked for; empty for a fragment, and for XML without a head. */
    Optional<Integer> scriptPosition() {
        if (xml) {
            return endOf("head");
        }
        boolean structured = tokens.stream().anyMatch(Token.Doctype.class::isInstance)
                || candidates.values().stream()
                        .map(candidate -> candidate.tag().name())
                        .anyMatch(STRUCTURE::contains);
        return structured ? Optional.of(headPosition(0)) : Optional.empty();
    }

    /** A noscript in the head may hold what begins the body where scripts do not run; the tag is where it is. */
    private Optional<Integer> lateBody() {
        return candidates.values().stream()
                .map(Candidate::tag)
                .filter(tag -> !xml && tag.name().equals("body"))
                .map(StartTag::end)
                .findFirst();
    }

    /** After the element's own start tag, where it has one. */
    private Optional<Integer> endOf(String name) {
        return Optional.ofNullable(tree.document().selectFirst(name))
                .flatMap(PageTree::position)
                .map(candidates::get)
                .map(Candidate::tag)
                .filter(tag -> !xml || !tag.selfClosing())
                .map(StartTag::end);
    }

    /** Before the outermost element around a position: no form, table or paragraph is open there. */
    private int outermost(int first) {
        int position = first;
        Optional<Element> element = tree.at(first);
        while (element.isPresent()) {
            Element current = element.get();
            position = PageTree.position(current).filter(p -> p <= first).orElse(position);
            element = Optional.ofNullable(current.parent()).filter(parent -> !isRoot(parent));
        }
        return position;
    }

    private static boolean isRoot(Element element) {
        String name = element.normalName();
        return name.equals("body") || name.equals("head") || name.equals("html") || name.equals("#root");
    }
}
