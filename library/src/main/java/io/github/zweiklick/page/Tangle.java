package io.github.zweiklick.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a page holds what only a tree can tell, and trees of browsers do not agree on: tags that are ignored, so that they
 * begin no text, and HTML inside SVG and MathML that is not plainly nested. Up to there {@link Lexer} reads as they do.
 *
 * <p>What is known to be harmless is listed, not what is known to do harm.
 */
final class Tangle {
    /** Elements of HTML which inside SVG and MathML neither end others there nor are ended by others. */
    private static final Set<String> PLAIN = Set.of(
            ("a abbr article aside audio b br button canvas code dd del div dl dt em figcaption figure footer h1 h2 h3 h4 h5 "
                            + "h6 header hr i iframe img input ins kbd label li main mark nav ol p picture pre q script "
                            + "section small source span strong style sub sup textarea time u ul var video wbr")
                    .split(" "));

    /** End tags of theirs that end nothing do nothing, in SVG and in HTML. */
    private static final Set<String> SHAPES =
            Set.of("circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "stop", "use");

    /** An open element inside SVG or MathML. */
    private record Open(String name, boolean svg, boolean html, boolean integration) {
        boolean isHtmlInside() {
            return html || integration;
        }
    }

    /** The innermost first; the outermost is {@code svg} or {@code math}. */
    private final Deque<Open> open = new ArrayDeque<>();
    /** How many of a name are open, and how many of these are not of HTML. */
    private final Map<String, Integer> names = new HashMap<>();

    private final Map<String, Integer> foreignNames = new HashMap<>();
    /** How many are open that are HTML inside, or hold it. */
    private int inside;
    /** All elements of HTML so far: which of them an end tag inside SVG may end. */
    private final Set<String> html = new HashSet<>();

    private final Columns columns = new Columns();
    private boolean inSelect;
    /** Whether the select holds a template, in which its end tag is ignored. */
    private boolean isSelectHeld;

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
                if (!tangle.open.isEmpty()) {
                    tangle.close();
                }
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
        boolean ignored = (open.isEmpty() && columns.ignores(name))
                || (inSelect && !name.equals("script"))
                || (inFrameset && !name.equals("noframes"));
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
        isSelectHeld |= inSelect && name.equals("template");
        inSelect |= name.equals("select");
        inFrameset |= name.equals("frameset");
        html.add(name);
        return false;
    }

    private boolean inForeign(StartTag tag) {
        String name = tag.name();
        if (name.equals("mglyph") || name.equals("malignmark") || name.equals("annotation-xml")) {
            return true;
        }
        boolean foreign = name.equals("svg") || name.equals("math");
        if (open.element().isHtmlInside() && !foreign) {
            boolean plain = PLAIN.contains(name) || name.contains("-");
            boolean confusing = !plain || foreignNames.getOrDefault(name, 0) > 0;
            open(tag, true);
            return confusing;
        }
        if (!foreign && Lexer.isBreakout(tag)) {
            boolean tangled = inside > 0;
            open.clear();
            names.clear();
            foreignNames.clear();
            inside = 0;
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
        boolean root = open.isEmpty() || open.element().isHtmlInside();
        boolean svg = root ? name.equals("svg") : open.element().svg();
        boolean integration =
                !isHtml && (svg ? Lexer.SVG_INTEGRATION.contains(name) : Lexer.MATHML_INTEGRATION.contains(name));
        Open element = new Open(name, svg, isHtml, integration);
        open.push(element);
        names.merge(name, 1, Integer::sum);
        foreignNames.merge(name, isHtml ? 0 : 1, Integer::sum);
        inside += element.isHtmlInside() ? 1 : 0;
    }

    private Open close() {
        Open element = open.pop();
        names.merge(element.name(), -1, Integer::sum);
        foreignNames.merge(element.name(), element.html() ? 0 : -1, Integer::sum);
        inside -= element.isHtmlInside() ? 1 : 0;
        return element;
    }

    private boolean end(String name) {
        if (open.isEmpty()) {
            inSelect &= isSelectHeld || !name.equals("select");
            columns.end(name);
            return false;
        }
        if (open.element().name().equals(name)) {
            close();
            return false;
        }
        boolean known = names.getOrDefault(name, 0) > 0;
        if (inside > 0 || (!known && (html.contains(name) || !SHAPES.contains(name)))) {
            // What this ends, and what stays open, is a matter of scopes.
            return true;
        }
        // What was left open inside it ends with it.
        for (boolean found = !known; !found; ) {
            found = close().name().equals(name);
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
