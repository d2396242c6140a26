package io.github.zweiklick.page;

import static io.github.zweiklick.page.ElementKinds.*;

import io.github.zweiklick.page.PageMarkup.Place;
import java.util.Optional;

/**
 * The stack of open elements at a position of a page, as far as it tells what may be written there (HTML, 13.2.6.4.7).
 * Followed only as far as asked; what would need the tree's full repair of misnested links is said to be uncertain.
 */
final class OpenElements {
    private final byte[] b;
    private final int begin;
    private final SourceText source;
    private final ElementStack stack = new ElementStack();
    private final TagLanguage tag;

    private int at;
    private int heading;
    private boolean formOpen;
    /** To readers with scripting noscript is text, which nothing inside it ends. */
    private boolean inNoscript;

    OpenElements(byte[] bytes, int begin, SourceText source) {
        this.b = bytes;
        this.begin = begin;
        this.at = begin;
        this.source = source;
        this.tag = new TagLanguage(bytes);
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
                return depthFor(position) > 0 && stack.find(NameTable.key(ancestor), 0) >= 0;
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
        return stack.isParagraphOpen(depthFor(position));
    }

    boolean isInLink(int position) {
        follow(position);
        return stack.find(A) >= 0;
    }

    /** How many elements stay open when the start tag at a position, up to which all has been followed, is read. */
    private int depthFor(int position) {
        int element = kinds(position + 1, nameEnd(position + 1));
        if ((element & (CELL | ROW | SECTION | OPTION | BUTTON | LI | DD | HEADING)) != 0
                || ((element & A) != 0 && stack.find(A) >= 0)) {
            throw new ExaminedBytes.Uncertain();
        }
        if ((element & (ENDS_P | P)) != 0 && stack.isParagraphOpen(stack.depth())) {
            return stack.find(P);
        }
        return stack.depth();
    }

    private Place place(int position) {
        int depth = depthFor(position);
        for (int i = depth - 1; i >= 0; i--) {
            if (stack.is(i, INERT)) {
                return Place.INERT;
            }
        }
        if (inNoscript) {
            return Place.NOSCRIPT;
        }
        return stack.isParagraphOpen(depth) ? Place.PHRASING : Place.FLOW;
    }

    private Optional<String> language(int position) {
        StartTag tag = TagBytes.startTag(b, position, b.length).orElseThrow();
        Optional<String> own = source.value(tag, "lang")
                .or(() -> source.value(tag, "xml:lang"))
                .filter(value -> !value.isBlank());
        for (int i = depthFor(position) - 1; i >= 0 && own.isEmpty(); i--) {
            if (stack.language(i) != 0) {
                int start = (int) (stack.language(i) >>> 32);
                int end = (int) stack.language(i);
                own = Optional.of(source.value(new Attribute("lang", start, start, start, end, true)))
                        .filter(value -> !value.isBlank());
            }
        }
        return own.map(String::strip);
    }

    private void follow(int position) {
        if (position < at) {
            at = begin;
            stack.clear();
            heading = 0;
            formOpen = false;
            inNoscript = false;
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
        if (!stack.isCertain()) {
            throw new ExaminedBytes.Uncertain();
        }
    }

    private void startTag(int open) {
        int nameEnd = nameEnd(open + 1);
        long key = NameTable.key(b, open + 1, nameEnd);
        int element = ElementKinds.of(key, nameEnd - open - 1);
        at = tag.after(nameEnd);
        if (stack.find(SVG) >= 0) {
            if (!tag.selfClosing()) {
                stack.push(key, 0, tag.language());
                skipText(open, nameEnd, element);
            }
            return;
        }
        if ((element & HEADING) != 0) {
            heading = b[open + 2] - '0';
            if (stack.isInnermost(HEADING)) {
                stack.pop(stack.depth() - 1);
            }
        }
        if ((element & (CELL | ROW | SECTION)) != 0 && stack.find(TABLE) < 0) {
            // No table is open: the tag is dropped.
            return;
        }
        if ((element & FORM) != 0 && formOpen) {
            // One form inside another: the tag is dropped.
            return;
        }
        formOpen |= (element & FORM) != 0;
        inNoscript |= (element & NOSCRIPT) != 0;
        stack.closeFor(element);
        if ((element & ENDS_P) != 0 || (element & (P | LI | DD)) != 0) {
            stack.endParagraph();
        }
        if ((element & VOID) == 0 && !((element & SVG) != 0 && tag.selfClosing())) {
            stack.push(key, element, tag.language());
        }
        skipText(open, nameEnd, element);
    }

    private int kinds(int name, int nameEnd) {
        return ElementKinds.of(NameTable.key(b, name, nameEnd), nameEnd - name);
    }

    private int nameEnd(int from) {
        int end = Bytes.tagNameEnd(b, from, b.length);
        if (Bytes.contains(b, from, end, '\0')) {
            // Keys of names do not tell it from their end.
            throw new ExaminedBytes.Uncertain();
        }
        return end;
    }

    private void skipText(int open, int nameEnd, int element) {
        if ((element & SCRIPT) != 0) {
            at = RawBytes.scriptEnd(b, at, b.length);
        } else if ((element & RAW) != 0) {
            at = RawBytes.end(b, at, b.length, open + 1, nameEnd);
        }
    }

    private void endTag(int open) {
        int nameEnd = nameEnd(open + 2);
        long key = NameTable.key(b, open + 2, nameEnd);
        int element = ElementKinds.of(key, nameEnd - open - 2);
        at = tag.after(nameEnd);
        formOpen &= (element & FORM) == 0;
        inNoscript &= (element & NOSCRIPT) == 0;
        if ((element & HEADING) != 0) {
            stack.popInScope(HEADING);
        } else if ((element & P) != 0) {
            stack.endParagraph();
        } else if ((element & FORM) != 0) {
            // What is open inside stays open.
            int found = stack.find(key, SCOPE);
            if (found >= 0) {
                stack.remove(found);
            }
        } else if ((element & NOSCRIPT) != 0) {
            int found = stack.find(NOSCRIPT);
            stack.truncate(found < 0 ? stack.depth() : found);
        } else if ((element & FORMATTING) != 0) {
            int found = stack.find(key, SCOPE);
            if (found >= 0) {
                stack.endFormatting(found);
            } else if ((element & A) != 0) {
                stack.forgetStrayLink();
            }
        } else {
            int barrier = (element & (TABLE | CELL | ROW | SECTION)) != 0 ? TABLE : SCOPE;
            boolean block = (element & (ENDS_P | P | LI | DD | SCOPE | CELL | ROW | SECTION | BUTTON)) != 0;
            int found = stack.find(key, block ? barrier : SPECIAL);
            if (found >= 0) {
                stack.pop(found);
            }
        }
    }
}
