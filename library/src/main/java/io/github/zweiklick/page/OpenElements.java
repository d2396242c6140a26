package io.github.zweiklick.page;

import static java.util.Map.entry;

import io.github.zweiklick.page.PageMarkup.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The stack of open elements at a position of a page, as far as it tells what may be written there (HTML, 13.2.6.4.7).
 * Followed only as far as asked; what would need the tree's full repair of misnested links is said to be uncertain.
 */
final class OpenElements {
    private static final int VOID = 1;
    /** Its start tag ends an open paragraph. */
    private static final int ENDS_P = 1 << 1;
    /** Ends the search for an open paragraph and the like. */
    private static final int SCOPE = 1 << 2;
    /** Holds text only or no control. */
    private static final int INERT = 1 << 3;

    private static final int P = 1 << 4;
    private static final int A = 1 << 5;
    private static final int HEADING = 1 << 6;
    private static final int LI = 1 << 7;
    private static final int DD = 1 << 8;
    private static final int CELL = 1 << 9;
    private static final int ROW = 1 << 10;
    private static final int SECTION = 1 << 11;
    private static final int OPTION = 1 << 12;
    private static final int FORMATTING = 1 << 13;
    private static final int SVG = 1 << 14;
    private static final int NOSCRIPT = 1 << 15;
    private static final int RAW = 1 << 16;
    private static final int BUTTON = 1 << 17;
    private static final int SCRIPT = 1 << 18;
    private static final int TABLE = 1 << 19;
    private static final int FORM = 1 << 20;
    /** "Special" elements: an end tag of another name does not reach beyond them. */
    private static final int SPECIAL = ENDS_P | SCOPE | P | LI | DD | CELL | ROW | SECTION | HEADING | BUTTON;

    private static final NameTable ELEMENTS = NameTable.of(elements());

    private final byte[] b;
    private final int begin;
    private final SourceText source;

    private int at;
    private int depth;
    private long[] names = new long[32];
    private int[] bits = new int[32];
    /** Where the value of the language stands, with its end; 0 where none. */
    private long[] languages = new long[32];

    private int heading;
    private boolean formOpen;
    /** To readers with scripting noscript is text, which nothing inside it ends. */
    private boolean inNoscript;
    /** Whether a link was ended without its end tag: the parser may open it again anywhere. */
    private boolean strayLink;

    // Of the tag read last.
    private boolean selfClosing;
    private long language;

    OpenElements(byte[] bytes, int begin, SourceText source) {
        this.b = bytes;
        this.begin = begin;
        this.at = begin;
        this.source = source;
    }

    private static Map<String, Integer> elements() {
        Map<String, Integer> elements = new HashMap<>(Map.ofEntries(
                entry("p", P),
                entry("a", A | FORMATTING),
                entry("li", LI),
                entry("dd", DD),
                entry("dt", DD),
                entry("td", CELL | SCOPE),
                entry("th", CELL | SCOPE),
                entry("tr", ROW),
                entry("tbody", SECTION),
                entry("thead", SECTION),
                entry("tfoot", SECTION),
                entry("table", TABLE | SCOPE | ENDS_P),
                entry("option", OPTION | INERT),
                entry("select", INERT),
                entry("button", BUTTON | INERT),
                entry("noscript", NOSCRIPT),
                entry("svg", SVG),
                entry("script", SCRIPT)));
        for (String name : Extents.VOID) {
            elements.put(name, VOID);
        }
        elements.put("hr", VOID | ENDS_P);
        elements.put("form", FORM | ENDS_P);
        for (String name : "caption html marquee object applet template".split(" ")) {
            elements.put(name, SCOPE);
        }
        for (String name : "title textarea style xmp iframe noembed noframes".split(" ")) {
            elements.put(name, RAW);
        }
        for (String name : "b big code em font i nobr s small strike strong tt u".split(" ")) {
            elements.put(name, FORMATTING);
        }
        for (String name : "h1 h2 h3 h4 h5 h6".split(" ")) {
            elements.put(name, HEADING | ENDS_P);
        }
        for (String name :
                ("address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
                                + "footer header hgroup listing main menu nav ol pre search section summary ul")
                        .split(" ")) {
            elements.put(name, ENDS_P);
        }
        return elements;
    }

    /** Whether a start tag ends an open paragraph. */
    static boolean endsParagraph(String name) {
        return (ELEMENTS.get(NameTable.key(name), name.length()) & (ENDS_P | P | LI | DD)) != 0;
    }

    /** What surrounds the element whose start tag stands at a position; found out only when asked. */
    Standing standing(int position, boolean svg) {
        return new Standing() {
            @Override
            public boolean isHtml() {
                return !svg;
            }

            @Override
            public Place place() {
                follow(position);
                return OpenElements.this.place(position);
            }

            @Override
            public Optional<String> language() {
                follow(position);
                return OpenElements.this.language(position);
            }

            @Override
            public boolean isInside(String ancestor) {
                follow(position);
                return depthFor(position) > 0 && find(NameTable.key(ancestor), 0) >= 0;
            }
        };
    }

    /** One below the last heading before a position. */
    int headingLevel(int position) {
        follow(position);
        return heading == 0 ? 2 : Math.min(6, heading + 1);
    }

    /** Whether a paragraph is open at an element that does not end it itself. */
    boolean isInParagraph(int position) {
        follow(position);
        return isParagraphOpen(depthFor(position));
    }

    boolean isInLink(int position) {
        follow(position);
        return find(A) >= 0;
    }

    private boolean isParagraphOpen(int depth) {
        for (int i = depth - 1; i >= 0; i--) {
            if ((bits[i] & (P | SCOPE | BUTTON)) != 0) {
                return (bits[i] & P) != 0;
            }
        }
        return false;
    }

    /** How many elements stay open when the start tag at a position, up to which all has been followed, is read. */
    private int depthFor(int position) {
        int i = position + 1;
        while (!Bytes.is(b[i], Bytes.ENDS_TAG_NAME)) {
            i++;
        }
        int element = ELEMENTS.get(b, position + 1, i);
        if ((element & (CELL | ROW | SECTION | OPTION | BUTTON | LI | DD | HEADING)) != 0
                || ((element & A) != 0 && find(A) >= 0)) {
            throw new ExaminedBytes.Uncertain();
        }
        if ((element & (ENDS_P | P)) != 0 && isParagraphOpen(depth)) {
            return find(P);
        }
        return depth;
    }

    private Place place(int position) {
        int depth = depthFor(position);
        for (int i = depth - 1; i >= 0; i--) {
            if ((bits[i] & INERT) != 0) {
                return Place.INERT;
            }
        }
        if (inNoscript) {
            return Place.NOSCRIPT;
        }
        return isParagraphOpen(depth) ? Place.PHRASING : Place.FLOW;
    }

    private Optional<String> language(int position) {
        StartTag tag = TagBytes.startTag(b, position, b.length).orElseThrow();
        Optional<String> own = source.value(tag, "lang")
                .or(() -> source.value(tag, "xml:lang"))
                .filter(value -> !value.isBlank());
        for (int i = depthFor(position) - 1; i >= 0 && own.isEmpty(); i--) {
            if (languages[i] != 0) {
                int start = (int) (languages[i] >>> 32);
                int end = (int) languages[i];
                own = Optional.of(source.value(new Attribute("lang", start, start, start, end, true)))
                        .filter(value -> !value.isBlank());
            }
        }
        return own.map(String::strip);
    }

    private void follow(int position) {
        if (position < at) {
            at = begin;
            depth = 0;
            heading = 0;
            formOpen = false;
            inNoscript = false;
            strayLink = false;
        }
        while (at < position) {
            int open = Bytes.indexOf(b, at, position, '<');
            if (open >= position) {
                at = position;
            } else if (Bytes.is(b[open + 1], Bytes.LETTER)) {
                startTag(open);
            } else if (b[open + 1] == '/' && Bytes.is(b[open + 2], Bytes.LETTER)) {
                endTag(open);
            } else if (Bytes.startsWith(b, open, b.length, "<!--")) {
                at = RawBytes.commentEnd(b, open + 4, b.length);
            } else if (b[open + 1] == '!' || b[open + 1] == '/' || b[open + 1] == '?') {
                at = Bytes.after(b, open + 2, b.length, '>');
            } else {
                at = open + 1;
            }
        }
        if (strayLink) {
            throw new ExaminedBytes.Uncertain();
        }
    }

    private void startTag(int open) {
        int i = nameEnd(open + 1);
        long key = NameTable.key(b, open + 1, i);
        int element = ELEMENTS.get(key, i - open - 1);
        at = tagEnd(i);
        boolean inSvg = depth > 0 && find(SVG) >= 0;
        if (inSvg) {
            if (!selfClosing) {
                push(key, 0);
            }
            skipText(open, element);
            return;
        }
        if ((element & HEADING) != 0) {
            heading = b[open + 2] - '0';
            if (depth > 0 && (bits[depth - 1] & HEADING) != 0) {
                pop(depth - 1);
            }
        }
        if ((element & (CELL | ROW | SECTION)) != 0 && find(TABLE) < 0) {
            // No table is open: the tag is dropped.
            return;
        }
        if ((element & FORM) != 0 && formOpen) {
            // One form inside another: the tag is dropped.
            return;
        }
        formOpen |= (element & FORM) != 0;
        inNoscript |= (element & NOSCRIPT) != 0;
        close(element);
        if ((element & ENDS_P) != 0 || (element & (P | LI | DD)) != 0) {
            endParagraph();
        }
        if ((element & VOID) == 0 && !((element & SVG) != 0 && selfClosing)) {
            push(key, element);
        }
        skipText(open, element);
    }

    private int nameEnd(int from) {
        int i = from;
        while (!Bytes.is(b[i], Bytes.ENDS_TAG_NAME)) {
            if (b[i] == 0) {
                // Keys of names do not tell it from their end.
                throw new ExaminedBytes.Uncertain();
            }
            i++;
        }
        return i;
    }

    /** What the start tag of an element ends besides a paragraph. */
    private void close(int element) {
        if ((element & (LI | DD)) != 0) {
            int wanted = element & (LI | DD);
            for (int i = depth - 1; i >= 0; i--) {
                if ((bits[i] & wanted) != 0) {
                    pop(i);
                    return;
                }
                // Only address, div and p among the special elements let it through.
                if ((bits[i] & SPECIAL) != 0 && (bits[i] & P) == 0 && names[i] != ADDRESS && names[i] != DIV) {
                    return;
                }
            }
        } else if ((element & (CELL | ROW | SECTION)) != 0) {
            int inner = CELL | ((element & (ROW | SECTION)) != 0 ? ROW : 0) | ((element & SECTION) != 0 ? SECTION : 0);
            for (int i = depth - 1; i >= 0 && (bits[i] & TABLE) == 0; i--) {
                if ((bits[i] & inner) != 0) {
                    pop(i);
                }
            }
        } else if ((element & OPTION) != 0 && depth > 0 && (bits[depth - 1] & OPTION) != 0) {
            pop(depth - 1);
        } else if ((element & BUTTON) != 0) {
            popInScope(BUTTON);
        } else if ((element & A) != 0) {
            // One link inside another ends the outer, and one that lost its element is forgotten.
            int open = find(A);
            if (open >= 0) {
                endFormatting(open);
            }
            strayLink = false;
        }
    }

    private static final long ADDRESS = NameTable.key("address");
    private static final long DIV = NameTable.key("div");

    private void skipText(int open, int element) {
        if ((element & SCRIPT) != 0) {
            at = RawBytes.scriptEnd(b, at, b.length);
        } else if ((element & RAW) != 0) {
            int nameEnd = open + 1;
            while (!Bytes.is(b[nameEnd], Bytes.ENDS_TAG_NAME)) {
                nameEnd++;
            }
            at = RawBytes.end(b, at, b.length, open + 1, nameEnd);
        }
    }

    private void endTag(int open) {
        int i = nameEnd(open + 2);
        long key = NameTable.key(b, open + 2, i);
        int element = ELEMENTS.get(key, i - open - 2);
        at = tagEnd(i);
        formOpen &= (element & FORM) == 0;
        inNoscript &= (element & NOSCRIPT) == 0;
        if ((element & HEADING) != 0) {
            popInScope(HEADING);
        } else if ((element & P) != 0) {
            endParagraph();
        } else if ((element & FORM) != 0) {
            // What is open inside stays open.
            int found = find(key, SCOPE);
            if (found >= 0) {
                remove(found);
            }
        } else if ((element & NOSCRIPT) != 0) {
            int found = find(NOSCRIPT);
            depth = found < 0 ? depth : found;
        } else if ((element & FORMATTING) != 0) {
            int found = find(key, SCOPE);
            if (found >= 0) {
                endFormatting(found);
            } else if ((element & A) != 0) {
                strayLink = false;
            }
        } else {
            int barrier = (element & (TABLE | CELL | ROW | SECTION)) != 0 ? TABLE : SCOPE;
            boolean block = (element & (ENDS_P | P | LI | DD | SCOPE | CELL | ROW | SECTION | BUTTON)) != 0;
            int found = find(key, block ? barrier : SPECIAL);
            if (found >= 0) {
                pop(found);
            }
        }
    }

    /** Without a block inside, all up to it ends; a block stays open when the formatting around it ends. */
    private void endFormatting(int found) {
        boolean block = false;
        for (int i = found + 1; i < depth; i++) {
            block |= (bits[i] & SPECIAL) != 0;
        }
        if (block) {
            remove(found);
        } else {
            bits[found] &= ~A;
            pop(found);
        }
    }

    /** The innermost element of a name; -1 where a barrier comes first, which may be the element itself. */
    private int find(long key, int barrier) {
        for (int i = depth - 1; i >= 0; i--) {
            if (names[i] == key) {
                return i;
            }
            if ((bits[i] & barrier) != 0) {
                return -1;
            }
        }
        return -1;
    }

    private int find(int kind) {
        for (int i = depth - 1; i >= 0; i--) {
            if ((bits[i] & kind) != 0) {
                return i;
            }
        }
        return -1;
    }

    private void endParagraph() {
        if (isParagraphOpen(depth)) {
            pop(find(P));
        }
    }

    private void popInScope(int kind) {
        for (int i = depth - 1; i >= 0; i--) {
            if ((bits[i] & kind) != 0) {
                pop(i);
                return;
            }
            if ((bits[i] & SCOPE) != 0) {
                return;
            }
        }
    }

    /** Ends an element and all inside it. */
    private void pop(int index) {
        for (int i = index; i < depth; i++) {
            strayLink |= (bits[i] & A) != 0;
        }
        depth = index;
    }

    private void remove(int index) {
        System.arraycopy(names, index + 1, names, index, depth - index - 1);
        System.arraycopy(bits, index + 1, bits, index, depth - index - 1);
        System.arraycopy(languages, index + 1, languages, index, depth - index - 1);
        depth--;
    }

    private void push(long key, int element) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            bits = Arrays.copyOf(bits, depth * 2);
            languages = Arrays.copyOf(languages, depth * 2);
        }
        names[depth] = key;
        bits[depth] = element;
        languages[depth++] = language;
    }

    /** The end of a tag whose name ends at a position; notes its language. */
    private int tagEnd(int from) {
        int i = from;
        selfClosing = false;
        language = 0;
        while (i < b.length && b[i] != '>') {
            byte c = b[i];
            if (c == '/' || Bytes.is(c, Bytes.SPACE)) {
                selfClosing = c == '/' && i + 1 < b.length && b[i + 1] == '>';
                i++;
                continue;
            }
            int name = i++;
            while (i < b.length && !Bytes.is(b[i], Bytes.ENDS_ATTRIBUTE_NAME)) {
                i++;
            }
            int nameEnd = i;
            int value = Bytes.skipSpace(b, i, b.length);
            if (value < b.length && b[value] == '=') {
                i = value(Bytes.skipSpace(b, value + 1, b.length), isLanguage(name, nameEnd));
            }
        }
        return Math.min(b.length, i + 1);
    }

    private boolean isLanguage(int name, int nameEnd) {
        return (nameEnd - name == 4 && Bytes.startsWith(b, name, nameEnd, "lang"))
                || (nameEnd - name == 8 && Bytes.startsWith(b, name, nameEnd, "xml:lang"));
    }

    private int value(int from, boolean isLanguage) {
        boolean quoted = from < b.length && (b[from] == '"' || b[from] == '\'');
        int start = quoted ? from + 1 : from;
        int end = start;
        if (quoted) {
            end = Bytes.indexOf(b, start, b.length, (char) b[from]);
        } else {
            while (end < b.length && b[end] != '>' && !Bytes.is(b[end], Bytes.SPACE)) {
                end++;
            }
        }
        if (isLanguage && end > start && language == 0) {
            language = (long) start << 32 | end;
        }
        return quoted ? Math.min(b.length, end + 1) : end;
    }
}
