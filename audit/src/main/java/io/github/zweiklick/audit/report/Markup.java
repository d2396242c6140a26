package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Set;

/**
 * Writes a document that is HTML as well as XML, in ASCII, so that it is the same in every charset. What pages say is
 * only ever text or the value of an attribute that loads nothing and leads nowhere: there is no other way to write it.
 */
final class Markup {
    private static final Set<String> ELEMENTS = Set.of(
            ("html head meta title style body header nav main section h1 h2 h3 h4 p ul ol li div span strong code bdi a"
                            + " figure figcaption img table caption thead tbody tr th td dl dt dd svg desc g rect line text")
                    .split(" "));
    /** Those of SVG are lengths and colours of this program's own. */
    private static final Set<String> ATTRIBUTES = Set.of(("lang xml:lang id class scope colspan tabindex role alt"
                    + " aria-labelledby aria-hidden width height name viewBox x y x1 y1 x2 y2 fill stroke stroke-width"
                    + " font-size font-family text-anchor")
            .split(" "));

    private static final Set<String> VOID = Set.of("meta", "img");
    private static final int REPLACEMENT = 0xFFFD;

    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;
    private int elements;

    Markup(Appendable out) {
        this.out = out;
    }

    /** The head of the document up to its style: what it may load is said before anything else. */
    Markup begin(String language, String title, Stylesheet style) {
        raw("<!DOCTYPE html>\n");
        open("html");
        raw(" xmlns=\"http://www.w3.org/1999/xhtml\"");
        attribute("lang", language).attribute("xml:lang", language).open("head");
        raw(">\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " style-src 'sha256-" + style.hash() + "'; img-src data:; base-uri 'none'; form-action 'none'\"/>\n"
                + "<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"robots\" content=\"noindex\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        inTag = false;
        element("title", title);
        raw("\n<style>" + style.css() + "</style>\n");
        return close();
    }

    Markup open(String element) {
        if (!ELEMENTS.contains(element)) {
            throw new IllegalArgumentException("no element of a report: " + element);
        }
        endTag();
        raw("<" + element);
        open.push(element);
        inTag = true;
        elements++;
        return this;
    }

    /** Begun until now. */
    int elements() {
        return elements;
    }

    Markup open(String element, String className) {
        return open(element).attribute("class", className);
    }

    Markup attribute(String name, String value) {
        if (!ATTRIBUTES.contains(name)) {
            throw new IllegalArgumentException("no attribute of a report: " + name);
        }
        return write(name, value);
    }

    private Markup write(String name, String value) {
        if (!inTag) {
            throw new IllegalStateException(name + " after the content of its element");
        }
        raw(" " + name + "=\"");
        escape(value);
        raw("\"");
        return this;
    }

    Markup text(String text) {
        endTag();
        escape(text);
        return this;
    }

    Markup close() {
        String element = open.pop();
        if (inTag && VOID.contains(element)) {
            raw("/>");
        } else {
            endTag();
            raw("</" + element + ">");
        }
        inTag = false;
        return this;
    }

    /** A line's end, so that the file can be read. */
    Markup line() {
        endTag();
        raw("\n");
        return this;
    }

    Markup element(String element, String text) {
        return open(element).text(text).close();
    }

    Markup element(String element, String className, String text) {
        return open(element, className).text(text).close();
    }

    /** A link to a place in this document. */
    Markup link(String id, String text) {
        return open("a").write("href", "#" + id).text(text).close();
    }

    Markup picture(Jpeg picture, String alt) {
        open("img").write("src", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(picture.bytes()));
        return attribute("width", Integer.toString(picture.width()))
                .attribute("height", Integer.toString(picture.height()))
                .attribute("alt", alt)
                .close();
    }

    /** @param label ids of what it is called by */
    Markup openDrawing(int width, int height, String label) {
        open("svg");
        raw(" xmlns=\"http://www.w3.org/2000/svg\"");
        return attribute("viewBox", "0 0 " + width + " " + height)
                .attribute("width", Integer.toString(width))
                .attribute("height", Integer.toString(height))
                .attribute("role", "img")
                .attribute("aria-labelledby", label);
    }

    /** Ends everything that is open. */
    void end() {
        while (!open.isEmpty()) {
            close();
        }
        raw("\n");
    }

    private void endTag() {
        if (inTag) {
            inTag = false;
            raw(">");
        }
    }

    private void escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (c >= 0x20 && c < 0x7f) {
                        escaped.append((char) c);
                    } else {
                        escaped.append("&#")
                                .append(isHarmless(c) ? c : REPLACEMENT)
                                .append(';');
                    }
                }
            }
        });
        raw(escaped.toString());
    }

    /** XML has no place for controls; what turns the direction of reading could make a host look like another. */
    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> c == '\n' || c == '\t';
            case Character.FORMAT -> c == 0xAD;
            default -> (c & 0xFFFE) != 0xFFFE;
        };
    }

    private void raw(String markup) {
        try {
            out.append(markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
