package io.github.zweiklick.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one tag as the HTML tokenizer does, with the exact range of each attribute.
 *
 * <p>jsoup drops repeated attributes and the first of them wins; a repeated attribute becomes the first one as soon as
 * that is renamed, so all must be known.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#tag-name-state">HTML, 13.2.5.8 and following</a>
 */
final class TagScanner {
    private final String text;
    private int at;
    private boolean selfClosing;
    private final List<Attribute> attributes = new ArrayList<>();

    private TagScanner(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * The start tag whose {@code <} stands at {@code position}; empty where none begins there or the text ends inside
     * it, in which case browsers drop it.
     */
    static Optional<StartTag> startTag(String text, int position) {
        return scan(text, position, position + 1);
    }

    /** The end tag whose {@code </} stands at {@code position}, read the same way. */
    static Optional<StartTag> endTag(String text, int position) {
        return scan(text, position, position + 2);
    }

    /** A tag of XML, where names begin with other characters than ASCII letters as well. */
    static Optional<StartTag> inXml(String text, int position, boolean closing) {
        int nameStart = position + (closing ? 2 : 1);
        boolean name = nameStart < text.length() && startsXmlName(text.charAt(nameStart));
        return name ? read(text, position, nameStart) : Optional.empty();
    }

    private static boolean startsXmlName(char c) {
        return Ascii.isLetter(c) || c == '_' || c == ':' || c >= 0x80;
    }

    private static Optional<StartTag> scan(String text, int position, int nameStart) {
        boolean name = nameStart < text.length() && Ascii.isLetter(text.charAt(nameStart));
        return name ? read(text, position, nameStart) : Optional.empty();
    }

    private static Optional<StartTag> read(String text, int position, int nameStart) {
        TagScanner scanner = new TagScanner(text, nameStart);
        scanner.skipName();
        int nameEnd = scanner.at;
        if (!scanner.readAttributes()) {
            return Optional.empty();
        }
        String name = Ascii.lower(text.substring(nameStart, nameEnd));
        return Optional.of(new StartTag(
                name, position, nameEnd, List.copyOf(scanner.attributes), scanner.selfClosing, scanner.at));
    }

    private void skipName() {
        while (at < text.length() && !endsName(text.charAt(at))) {
            at++;
        }
    }

    private static boolean endsName(char c) {
        return c == '/' || c == '>' || Ascii.isSpace(c);
    }

    /** Leaves {@code at} after the {@code >}; false where the text ends first. */
    private boolean readAttributes() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '>') {
                at++;
                return true;
            }
            if (c == '/') {
                at++;
                selfClosing = at < text.length() && text.charAt(at) == '>';
            } else if (Ascii.isSpace(c)) {
                at++;
            } else if (!readAttribute()) {
                return false;
            }
        }
        return false;
    }

    /** False where the text ends inside a quoted value. */
    private boolean readAttribute() {
        int nameStart = at;
        // An equals sign at the very beginning belongs to the name: <p =x> has an attribute "=x".
        at++;
        while (at < text.length() && text.charAt(at) != '=' && !endsName(text.charAt(at))) {
            at++;
        }
        int nameEnd = at;
        int next = skipSpace(at);
        if (next >= text.length() || text.charAt(next) != '=') {
            add(nameStart, nameEnd, nameEnd, nameEnd, false);
            return true;
        }
        at = skipSpace(next + 1);
        if (at >= text.length()) {
            return false;
        }
        char quote = text.charAt(at);
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, at + 1);
            if (close < 0) {
                at = text.length();
                return false;
            }
            add(nameStart, nameEnd, at + 1, close, true);
            at = close + 1;
            return true;
        }
        int valueStart = at;
        while (at < text.length() && text.charAt(at) != '>' && !Ascii.isSpace(text.charAt(at))) {
            at++;
        }
        add(nameStart, nameEnd, valueStart, at, false);
        return true;
    }

    private void add(int nameStart, int nameEnd, int valueStart, int valueEnd, boolean quoted) {
        String name = Ascii.lower(text.substring(nameStart, nameEnd));
        attributes.add(new Attribute(name, nameStart, nameEnd, valueStart, valueEnd, quoted));
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && Ascii.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
