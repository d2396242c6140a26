package io.github.zweiklick.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds tags in HTML without building a tree: the WHATWG tokenizer's states, with foreign content (svg, math)
 * followed by a stack of its own. One pass, linear in the length.
 *
 * <p>It is the second opinion beside jsoup's tree: what either of them takes for a tag is examined.
 */
final class Lexer {
    /** What a reader makes of a page where readers differ. */
    enum Reading {
        SCRIPTING(true, true),
        NO_SCRIPTING(false, true),
        /** As a preload scanner does, which builds no tree and therefore knows no foreign content (measured). */
        SCRIPTING_AHEAD(true, false),
        NO_SCRIPTING_AHEAD(false, false);

        /** Whether {@code noscript} is text, as where scripts run, or markup. */
        private final boolean scripts;

        private final boolean seesForeignContent;

        Reading(boolean scripts, boolean seesForeignContent) {
            this.scripts = scripts;
            this.seesForeignContent = seesForeignContent;
        }
    }

    static final Set<String> RAW =
            Set.of("title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script");
    /** Start tags that end foreign content: HTML, 13.2.6.5. */
    static final Set<String> BREAKOUT = Set.of(
            "b",
            "big",
            "blockquote",
            "body",
            "br",
            "center",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "embed",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "hr",
            "i",
            "img",
            "li",
            "listing",
            "menu",
            "meta",
            "nobr",
            "ol",
            "p",
            "pre",
            "ruby",
            "s",
            "small",
            "span",
            "strong",
            "strike",
            "sub",
            "sup",
            "table",
            "tt",
            "u",
            "ul",
            "var");

    static final Set<String> SVG_INTEGRATION = Set.of("foreignobject", "desc", "title");
    static final Set<String> MATHML_INTEGRATION = Set.of("mi", "mo", "mn", "ms", "mtext");

    /**
     * An open element of SVG or MathML.
     *
     * @param integration whether what stands in it is HTML again
     * @param tokens how many tokens there were when it was opened
     */
    private record Foreign(String name, boolean svg, boolean integration, int tokens) {}

    private final String text;
    private final Reading reading;
    private final List<Token> tokens = new ArrayList<>();
    /** The innermost first. */
    private final Deque<Foreign> foreign = new ArrayDeque<>();
    /** How many of a name are open: an end tag that ends none must not cost a search. */
    private final Map<String, Integer> foreignNames = new HashMap<>();

    private int at;
    /** Where text ended last: the end tag there is that of the element which held it, and of no other around it. */
    private int textEnd = -1;

    private Lexer(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    static List<Token> read(String text, Reading reading) {
        Lexer lexer = new Lexer(text, reading);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (true) {
            int open = text.indexOf('<', at);
            if (open < 0 || open + 1 >= text.length()) {
                return;
            }
            char next = text.charAt(open + 1);
            if (Ascii.isLetter(next)) {
                startTag(open);
            } else if (next == '/') {
                endTag(open);
            } else if (next == '!') {
                at = declaration(open);
            } else if (next == '?') {
                at = after(">", open + 2);
            } else {
                at = open + 1;
            }
        }
    }

    private void startTag(int open) {
        Optional<StartTag> read = TagScanner.startTag(text, open);
        if (read.isEmpty()) {
            at = text.length();
            return;
        }
        StartTag tag = read.get();
        at = tag.end();
        tokens.add(new Token.Start(tag));
        String name = tag.name();
        if (isForeign() || isGlyph(name)) {
            if (isBreakout(tag)) {
                leave();
            } else {
                open(tag, foreign.element().svg() || isSvgOfAnnotation(name));
                return;
            }
        }
        if (name.equals("svg") || name.equals("math")) {
            open(tag, name.equals("svg"));
        } else if (name.equals("plaintext")) {
            text(tag, text.length());
        } else if (name.equals("script")) {
            text(tag, RawText.scriptEnd(text, at));
        } else if (RAW.contains(name) || (name.equals("noscript") && reading.scripts)) {
            text(tag, RawText.end(text, name, at));
        }
    }

    private void text(StartTag owner, int end) {
        tokens.add(new Token.Raw(owner, at, end));
        at = end;
        textEnd = end;
    }

    private boolean isForeign() {
        return reading.seesForeignContent
                && !foreign.isEmpty()
                && !foreign.element().integration();
    }

    /** These stay MathML where other elements are HTML. */
    private boolean isGlyph(String name) {
        return reading.seesForeignContent
                && (name.equals("mglyph") || name.equals("malignmark"))
                && !foreign.isEmpty()
                && MATHML_INTEGRATION.contains(foreign.element().name());
    }

    private boolean isSvgOfAnnotation(String name) {
        return name.equals("svg") && foreign.element().name().equals("annotation-xml");
    }

    static boolean isBreakout(StartTag tag) {
        boolean font = tag.name().equals("font")
                && tag.attributes().stream()
                        .anyMatch(a -> a.name().equals("color")
                                || a.name().equals("face")
                                || a.name().equals("size"));
        return font || BREAKOUT.contains(tag.name());
    }

    /** What is HTML again ends the foreign elements around it, as far as it is in foreign content itself. */
    private void leave() {
        while (isForeign()) {
            close();
        }
    }

    private String close() {
        String name = foreign.pop().name();
        foreignNames.merge(name, -1, Integer::sum);
        return name;
    }

    private void open(StartTag tag, boolean svg) {
        if (!tag.selfClosing()) {
            boolean integration = svg
                    ? SVG_INTEGRATION.contains(tag.name())
                    : MATHML_INTEGRATION.contains(tag.name()) || isHtmlAnnotation(tag);
            foreign.push(new Foreign(tag.name(), svg, integration, tokens.size()));
            foreignNames.merge(tag.name(), 1, Integer::sum);
        }
    }

    private boolean isHtmlAnnotation(StartTag tag) {
        return tag.name().equals("annotation-xml")
                && SourceText.of(text, UnaryOperator.identity())
                        .value(tag, "encoding")
                        .map(Ascii::lower)
                        .filter(e -> e.equals("text/html") || e.equals("application/xhtml+xml"))
                        .isPresent();
    }

    private void endTag(int open) {
        if (open + 2 >= text.length() || !Ascii.isLetter(text.charAt(open + 2))) {
            at = after(">", open + 2);
            return;
        }
        Optional<StartTag> read = TagScanner.endTag(text, open);
        if (read.isEmpty()) {
            at = text.length();
            return;
        }
        at = read.get().end();
        String name = read.get().name();
        tokens.add(new Token.End(name, open, at));
        if (open == textEnd) {
            return;
        }
        if (name.equals("p") || name.equals("br")) {
            leave();
        }
        if (foreignNames.getOrDefault(name, 0) > 0) {
            // What was left open inside it ends with it.
            while (!close().equals(name)) {
                // Until that is gone as well.
            }
        }
    }

    private int declaration(int open) {
        if (text.startsWith("<!--", open)) {
            return RawText.commentEnd(text, open + 4);
        }
        if (text.startsWith("<![CDATA[", open)) {
            if (isForeign() || isDirectlyInForeign()) {
                return after("]]>", open + 9);
            }
            if (!foreign.isEmpty()) {
                tokens.add(new Token.Section(open));
            }
        }
        int end = after(">", open + 2);
        if (Ascii.startsWith(text, open, "<!doctype")) {
            tokens.add(new Token.Doctype(open, end));
        }
        return end;
    }

    /** Of an integration point only the content is HTML: nothing has been opened in it yet. */
    private boolean isDirectlyInForeign() {
        return reading.seesForeignContent
                && !foreign.isEmpty()
                && foreign.element().tokens() == tokens.size();
    }

    private int after(String terminator, int from) {
        int found = text.indexOf(terminator, from);
        return found < 0 ? text.length() : found + terminator.length();
    }
}
