package io.github.zweiklick.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a page holds what only a tree can tell, and trees of browsers do not agree on: tags that are ignored, so that they
 * begin no text, and HTML inside SVG and MathML that is not properly nested. Up to there {@link Lexer} reads as they do.
 */
final class Tangle {
    private static final Set<String> GLYPHS = Set.of("mglyph", "malignmark", "annotation-xml");

    /** An open element inside SVG or MathML. */
    private record Open(String name, boolean html, boolean integration) {
        boolean isHtmlInside() {
            return html || integration;
        }
    }

    /** The innermost first; the outermost is {@code svg} or {@code math}. */
    private final Deque<Open> open = new ArrayDeque<>();
    /** All elements of HTML so far, and those there without a tag: which of them an end tag inside SVG may end. */
    private final Set<String> html = new HashSet<>(Set.of("html", "head", "body", "tbody", "tr", "colgroup"));

    private final Columns columns = new Columns();
    private boolean inSelect;
    private boolean inFrameset;

    private Tangle() {}

    static boolean isIn(List<Token> tokens) {
        Tangle tangle = new Tangle();
        int ownEnd = -1;
        for (Token token : tokens) {
            boolean found = false;
            if (token instanceof Token.Start start) {
                found = tangle.start(start.tag());
            } else if (token instanceof Token.Raw text) {
                tangle.open.poll();
                ownEnd = text.end();
            } else if (token instanceof Token.End end && end.start() != ownEnd) {
                found = tangle.end(end.name());
            } else if (token instanceof Token.Section) {
                found = true;
            }
            if (found) {
                return true;
            }
        }
        return false;
    }

    private boolean start(StartTag tag) {
        String name = tag.name();
        boolean text = Lexer.RAW.contains(name) || name.equals("noscript") || name.equals("plaintext");
        boolean foreign = name.equals("svg") || name.equals("math");
        boolean ignored = (inSelect && !name.equals("script"))
                || (inFrameset && !name.equals("noframes"))
                || columns.ignores(name);
        if (ignored && (text || foreign)) {
            return true;
        }
        if (!open.isEmpty()) {
            return inForeign(tag);
        }
        if (foreign) {
            open(tag, false);
            return false;
        }
        inSelect |= name.equals("select");
        inFrameset |= name.equals("frameset");
        html.add(name);
        return false;
    }

    private boolean inForeign(StartTag tag) {
        String name = tag.name();
        if (GLYPHS.contains(name)) {
            return true;
        }
        if (open.element().isHtmlInside()) {
            open(tag, !name.equals("svg") && !name.equals("math"));
            return name.equals("select") || name.equals("frameset") || name.equals("template");
        }
        if (Lexer.isBreakout(tag)) {
            boolean tangled = open.stream().anyMatch(Open::isHtmlInside);
            open.clear();
            html.add(name);
            return tangled;
        }
        open(tag, false);
        return false;
    }

    private void open(StartTag tag, boolean isHtml) {
        String name = tag.name();
        if (isHtml ? Extents.VOID.contains(name) : tag.selfClosing()) {
            return;
        }
        boolean integration =
                !isHtml && (Lexer.SVG_INTEGRATION.contains(name) || Lexer.MATHML_INTEGRATION.contains(name));
        open.push(new Open(name, isHtml, integration));
    }

    private boolean end(String name) {
        if (open.isEmpty()) {
            inSelect &= !name.equals("select");
            columns.end(name);
            return false;
        }
        if (open.element().name().equals(name)) {
            open.pop();
            return false;
        }
        boolean nested = open.stream().anyMatch(Open::isHtmlInside);
        boolean known = open.stream().anyMatch(element -> element.name().equals(name));
        if (nested || name.equals("p") || name.equals("br") || (!known && html.contains(name))) {
            // What this ends, and what stays open, is a matter of scopes.
            return true;
        }
        while (known && !open.pop().name().equals(name)) {
            // What was left open inside it ends with it.
        }
        return false;
    }

    /**
     * After {@code col} as the first in a {@code template} all but a few tags are ignored.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intemplate">HTML, 13.2.6.4.22</a>
     */
    private static final class Columns {
        private enum Mode {
            /** Nothing yet that tells what the template is about. */
            UNDECIDED,
            COLUMNS,
            OTHER
        }

        /** What says nothing about the rest of a template. */
        private static final Set<String> OF_HEAD =
                Set.of("base", "basefont", "bgsound", "link", "meta", "noframes", "script", "style", "title");

        /** Of templates; the innermost first. */
        private final Deque<Mode> modes = new ArrayDeque<>();

        boolean ignores(String name) {
            if (name.equals("template")) {
                modes.push(Mode.UNDECIDED);
            } else if (modes.peek() == Mode.COLUMNS) {
                return !name.equals("col") && !name.equals("html");
            } else if (modes.peek() == Mode.UNDECIDED && !OF_HEAD.contains(name)) {
                modes.pop();
                modes.push(name.equals("col") ? Mode.COLUMNS : Mode.OTHER);
            }
            return false;
        }

        void end(String name) {
            if (name.equals("template")) {
                modes.poll();
            }
        }
    }
}
