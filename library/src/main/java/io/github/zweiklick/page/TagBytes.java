package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one tag with the exact range of each attribute; {@link TagScanner} over bytes. */
final class TagBytes {
    private final byte[] b;
    private final int end;
    private int at;
    private boolean selfClosing;
    private final List<Attribute> attributes = new ArrayList<>();

    private TagBytes(byte[] bytes, int end, int at) {
        this.b = bytes;
        this.end = end;
        this.at = at;
    }

    /** The start tag whose {@code <} stands at a position; empty where none begins or the text ends inside it. */
    static Optional<StartTag> startTag(byte[] bytes, int position, int end) {
        return read(bytes, position, position + 1, end);
    }

    /** The end tag whose {@code </} stands at a position, read the same way. */
    static Optional<StartTag> endTag(byte[] bytes, int position, int end) {
        return read(bytes, position, position + 2, end);
    }

    private static Optional<StartTag> read(byte[] bytes, int position, int name, int end) {
        if (name >= end || !Bytes.is(bytes[name], Bytes.LETTER)) {
            return Optional.empty();
        }
        TagBytes tag = new TagBytes(bytes, end, name);
        int nameEnd = Bytes.tagNameEnd(bytes, name, end);
        tag.at = nameEnd;
        if (!tag.readAttributes()) {
            return Optional.empty();
        }
        return Optional.of(new StartTag(
                tag.name(name, nameEnd), position, nameEnd, List.copyOf(tag.attributes), tag.selfClosing, tag.at));
    }

    private String name(int from, int to) {
        return Ascii.lower(new String(b, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** Leaves {@code at} after the {@code >}; false where the text ends first. */
    private boolean readAttributes() {
        while (at < end) {
            byte c = b[at];
            if (c == '>') {
                at++;
                return true;
            }
            if (c == '/') {
                at++;
                selfClosing = at < end && b[at] == '>';
            } else if (Bytes.is(c, Bytes.SPACE)) {
                at++;
            } else if (!readAttribute()) {
                return false;
            }
        }
        return false;
    }

    private boolean readAttribute() {
        int name = at;
        // An equals sign at the very beginning belongs to the name: <p =x> has an attribute "=x".
        int nameEnd = Bytes.attributeNameEnd(b, name + 1, end);
        at = nameEnd;
        int next = Bytes.skipSpace(b, at, end);
        if (next >= end || b[next] != '=') {
            attributes.add(new Attribute(name(name, nameEnd), name, nameEnd, nameEnd, nameEnd, false));
            return true;
        }
        at = Bytes.skipSpace(b, next + 1, end);
        if (at >= end) {
            return false;
        }
        byte quote = b[at];
        if (quote == '"' || quote == '\'') {
            int close = Bytes.indexOf(b, at + 1, end, (char) quote);
            attributes.add(new Attribute(name(name, nameEnd), name, nameEnd, at + 1, close, true));
            at = Math.min(end, close + 1);
            return close < end;
        }
        int value = at;
        while (at < end && b[at] != '>' && !Bytes.is(b[at], Bytes.SPACE)) {
            at++;
        }
        attributes.add(new Attribute(name(name, nameEnd), name, nameEnd, value, at, false));
        return true;
    }
}
