package io.github.zweiklick.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds tags in HTML without building a tree: the WHATWG tokenizer's states, with foreign content (svg, math)
 * followed by a stack of its own. One pass, linear in the length.
 *
 * <p>It is the second opinion beside jsoup's tree: what either of them takes for a tag is examined.
 */
final class Lexer {
    /** How {@code noscript} is read: as text where the browser runs scripts, as markup where it does not. */
    enum Reading {
        SCRIPTING,
        NO_SCRIPTING,
        /** As a preload scanner does, which builds no tree and therefore knows no foreign content (measured). */
        SCRIPTING_AHEAD,
        NO_SCRIPTING_AHEAD;

        private boolean scripts() {
            return this == SCRIPTING || this == SCRIPTING_AHEAD;
        }

        private boolean seesForeignContent() {
            return this == SCRIPTING || this == NO_SCRIPTING;
        }
    }

    private static final Set<String> RAW =
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

    static final Set<String> INTEGRATION =
            Set.of("foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext");

    private final String text;
    private final Reading reading;
    private final List<Token> tokens = new ArrayList<>();
    /** Open svg, math and integration points, the innermost first. */
    private final Deque<String> foreign = new ArrayDeque<>();

    private int at;

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
        if (isForeign()) {
            if (BREAKOUT.contains(name)) {
                foreign.clear();
            } else {
                if (!tag.selfClosing() && (INTEGRATION.contains(name) || name.equals("svg") || name.equals("math"))) {
                    foreign.push(name);
                }
                return;
            }
        }
        if (name.equals("svg") || name.equals("math")) {
            if (!tag.selfClosing()) {
                foreign.push(name);
            }
        } else if (name.equals("plaintext")) {
            tokens.add(new Token.Raw(tag, at, text.length()));
            at = text.length();
        } else if (RAW.contains(name) || (name.equals("noscript") && reading.scripts())) {
            int end = name.equals("script") ? RawText.scriptEnd(text, at) : RawText.end(text, name, at);
            tokens.add(new Token.Raw(tag, at, end));
            at = end;
        }
    }

    private boolean isForeign() {
        return reading.seesForeignContent() && !foreign.isEmpty() && !INTEGRATION.contains(foreign.peek());
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
        if (isForeign() && (name.equals("p") || name.equals("br"))) {
            foreign.clear();
        }
        if (foreign.contains(name)) {
            // What was left open inside it ends with it.
            String ended = foreign.pop();
            while (!ended.equals(name)) {
                ended = foreign.pop();
            }
        }
    }

    private int declaration(int open) {
        if (text.startsWith("<!--", open)) {
            return RawText.commentEnd(text, open + 4);
        }
        if (text.startsWith("<![CDATA[", open) && isForeign()) {
            return after("]]>", open + 9);
        }
        int end = after(">", open + 2);
        if (Ascii.startsWith(text, open, "<!doctype")) {
            tokens.add(new Token.Doctype(open, end));
        }
        return end;
    }

    private int after(String terminator, int from) {
        int found = text.indexOf(terminator, from);
        return found < 0 ? text.length() : found + terminator.length();
    }
}
