package io.github.zweiklick.page;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;

/** What is to be known of elements of HTML to follow which of them are open, as bits. */
final class ElementKinds {
    static final int VOID = 1;
    /** Its start tag ends an open paragraph. */
    static final int ENDS_P = 1 << 1;
    /** Ends the search for an open paragraph and the like. */
    static final int SCOPE = 1 << 2;
    /** Holds text only or no control. */
    static final int INERT = 1 << 3;

    static final int P = 1 << 4;
    static final int A = 1 << 5;
    static final int HEADING = 1 << 6;
    static final int LI = 1 << 7;
    static final int DD = 1 << 8;
    static final int CELL = 1 << 9;
    static final int ROW = 1 << 10;
    static final int SECTION = 1 << 11;
    static final int OPTION = 1 << 12;
    static final int FORMATTING = 1 << 13;
    static final int SVG = 1 << 14;
    static final int NOSCRIPT = 1 << 15;
    static final int RAW = 1 << 16;
    static final int BUTTON = 1 << 17;
    static final int SCRIPT = 1 << 18;
    static final int TABLE = 1 << 19;
    static final int FORM = 1 << 20;
    /** "Special" elements: an end tag of another name does not reach beyond them. */
    static final int SPECIAL = ENDS_P | SCOPE | P | LI | DD | CELL | ROW | SECTION | HEADING | BUTTON;

    private static final NameTable TABLE_OF_KINDS = NameTable.of(elements());

    private ElementKinds() {}

    /** The kinds of the element of a name; 0 for one that is nothing special. */
    static int of(long key, int length) {
        return TABLE_OF_KINDS.get(key, length);
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
        return (of(NameTable.key(name), name.length()) & (ENDS_P | P | LI | DD)) != 0;
    }
}
