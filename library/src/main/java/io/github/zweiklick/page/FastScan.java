package io.github.zweiklick.page;

import static io.github.zweiklick.page.Interests.*;

import java.util.Arrays;

/**
 * Walks once over a page's bytes and notes the tags that may concern us. Where what is a tag depends on the tree, on
 * scripting or on the kind of reader, it gives up: ambiguity never passes unexamined.
 */
final class FastScan {
    private final byte[] b;
    private final int start;
    private final int end;
    /** Whether names that hold characters beyond ASCII cannot be told from each other. */
    private final boolean decoded;

    private final Interests interests;
    private final AddressProbe probe;
    private final AttributeScan tag;

    /** Start and, in the lowest bit, whether it stands in SVG. */
    private int[] found = new int[0];

    private int count;
    private int bases;

    private final PlainTags plain = new PlainTags();

    private boolean doubt;
    private final DocumentPlaces places = new DocumentPlaces();
    /** Whether there was a start tag. */
    private boolean started;

    /** Where {@code noscript} ends for readers to whom it is text; -1 outside of it. */
    private int noscriptEnd = -1;

    /** Where a title of SVG that closed itself ends for readers that build no tree, to whom what follows is text; -1 outside of it. */
    private int titleEnd = -1;

    private boolean inSelect;
    /** Whether a template has begun, where columns may change what a tag is. */
    private boolean inTemplate;

    private final SvgNesting svg;

    FastScan(PlainBytes page, Interests interests, AddressProbe probe, byte[] endpoint, LinkProbe links) {
        this.b = page.bytes;
        this.start = page.start;
        this.end = b.length;
        this.decoded = page.isDecoded();
        this.interests = interests;
        this.probe = probe;
        this.svg = new SvgNesting(b);
        this.tag = new AttributeScan(page, interests, probe, endpoint, links);
    }

    /** False where the page is to be left to the exact way. */
    boolean run() {
        int at = start;
        while (true) {
            int open = Bytes.indexOf(b, at, end, '<');
            if (open + 1 >= end) {
                return true;
            }
            byte next = b[open + 1];
            if (Bytes.is(next, Bytes.LETTER)) {
                at = startTag(open);
            } else if (next == '/') {
                at = endTag(open);
            } else if (next == '!') {
                at = declaration(open);
            } else if (next == '?') {
                at = Bytes.after(b, open + 2, end, '>');
            } else {
                at = open + 1;
            }
            // What is text for some readers ends within what was just read.
            if (doubt || tag.doubt || (noscriptEnd >= 0 && at > noscriptEnd) || (titleEnd >= 0 && at > titleEnd)) {
                return false;
            }
        }
    }

    /** Whether nothing is to be done. */
    boolean isIdle() {
        return count == bases && plain.isEmpty();
    }

    /** Whether no tag is to be looked at closely. */
    boolean isPlain() {
        return count == bases;
    }

    PlainTags plain() {
        return plain;
    }

    int count() {
        return count;
    }

    /** Where the tag stands that was found as the n-th. */
    int start(int n) {
        return found[n] >>> 1;
    }

    boolean inSvg(int n) {
        return (found[n] & 1) != 0;
    }

    DocumentPlaces places() {
        return places;
    }

    private void content(boolean began) {
        if (began && noscriptEnd < 0) {
            places.content();
        }
    }

    private void note(int open) {
        if (count == found.length) {
            found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count++] = open << 1 | (svg.depth() > 0 ? 1 : 0);
    }

    private int startTag(int open) {
        int i = Bytes.tagNameEnd(b, open + 1, end);
        if (i == end) {
            return end;
        }
        started = true;
        doubt |= decoded && !Bytes.isAscii(b, open, i);
        int element = interests.elements.get(b, open + 1, i);
        int nameEnd = i;
        i = tag.read(open + 1, i, element, svg.depth() > 0);
        if (i < 0) {
            return end;
        }
        if ((element & SCRIPT) == 0) {
            tag.notePlain(plain, open, nameEnd, element);
        }
        if (svg.depth() > 0) {
            return inSvg(open, i, nameEnd, element | interests.inSvg.get(b, open + 1, nameEnd));
        }
        if (inSelect && (element & IN_SELECT) == 0) {
            doubt = true;
            return i;
        }
        if ((element & ~(ALWAYS | HREF | PARAM | ANIMATION | IN_SELECT | DESC | ANCHOR | SUBMITTER | MARKED)) == 0) {
            content(true);
            if (tag.look) {
                note(open);
            }
            return i;
        }
        return special(open, i, nameEnd, element);
    }

    /** An element that is more than its attributes. */
    private int special(int open, int tagEnd, int nameEnd, int element) {
        if ((element & BASE) != 0) {
            note(open);
            bases += tag.look ? 0 : 1;
            return tagEnd;
        }
        if ((element & (RAW | SCRIPT | STYLE)) != 0) {
            return raw(open, tagEnd, nameEnd, element);
        }
        if (tag.look) {
            note(open);
        }
        inTemplate |= (element & TEMPLATE) != 0;
        if ((element & AMBIGUOUS) != 0 || ((element & COLUMN) != 0 && inTemplate)) {
            doubt = true;
        } else if ((element & SVG) != 0) {
            if (!tag.selfClosing) {
                doubt |= !svg.open(open + 1, nameEnd);
            }
        } else if ((element & SELECT) != 0) {
            inSelect = true;
        } else if ((element & NOSCRIPT) != 0) {
            doubt |= noscriptEnd >= 0;
            noscriptEnd = RawBytes.end(b, tagEnd, end, "noscript");
            doubt |= noscriptEnd == end;
        } else if ((element & HTML) != 0) {
            doubt |= noscriptEnd >= 0;
            places.html(tagEnd);
        } else if ((element & HEAD) != 0) {
            places.head(tagEnd);
        } else if ((element & BODY) != 0) {
            places.body(tagEnd);
        }
        content((element & (IN_HEAD | HTML | HEAD)) == 0);
        return tagEnd;
    }

    private int raw(int open, int tagEnd, int nameEnd, int element) {
        content((element & IN_HEAD) == 0);
        // As if of XML: jsoup takes it for empty in noscript, and whoever wrote it too.
        doubt |= tag.selfClosing;
        int contentEnd;
        if ((element & SCRIPT) != 0) {
            contentEnd = RawBytes.scriptEnd(b, tagEnd, end);
            places.script(open);
            tag.look |= tag.mayBeLoader(tagEnd, contentEnd);
            tag.notePlain(plain, open, nameEnd, element);
        } else if ((element & STYLE) != 0) {
            contentEnd = RawBytes.end(b, tagEnd, end, "style");
            tag.look |= !StyleProbe.isHarmless(b, tagEnd, contentEnd, probe);
        } else {
            contentEnd = RawBytes.end(b, tagEnd, end, open + 1, nameEnd);
        }
        if (tag.look) {
            note(open);
        }
        return contentEnd;
    }

    // SVG: its elements are told by a stack, and whatever could end it early or be read as HTML is left to the exact
    // way.

    private int inSvg(int open, int tagEnd, int nameEnd, int element) {
        int next = tagEnd;
        if ((element & NOT_IN_SVG) != 0) {
            boolean known = (element & (STYLE | SCRIPT | TITLE | DESC)) != 0;
            if (!known || (tag.selfClosing && (element & (STYLE | SCRIPT)) != 0)) {
                doubt = true;
                return next;
            }
            if (!tag.selfClosing) {
                next = inSvgText(open, tagEnd, element);
            } else if ((element & TITLE) != 0 && titleEnd < 0) {
                titleEnd = RawBytes.end(b, tagEnd, end, "title");
            }
        } else if ((element & (AMBIGUOUS | HEAD | BODY | HTML)) != 0) {
            doubt = true;
        }
        if (tag.look) {
            note(open);
        }
        if (!tag.selfClosing) {
            doubt |= !svg.open(open + 1, nameEnd);
        }
        return next;
    }

    /** Text that ends at its own end tag whether it is read as text or as markup. */
    private int inSvgText(int open, int from, int element) {
        boolean script = (element & SCRIPT) != 0;
        boolean style = (element & STYLE) != 0;
        int close = Bytes.indexOf(b, from, end, '<');
        String name = script ? "</script" : style ? "</style" : (element & TITLE) != 0 ? "</title" : "</desc";
        boolean plain =
                Bytes.startsWith(b, close, end, name) && !((script || style) && Bytes.contains(b, from, close, '&'));
        doubt |= !plain;
        if (script) {
            places.script(open);
            tag.look |= tag.mayBeLoader(from, close);
        } else if (style) {
            tag.look |= !StyleProbe.isHarmless(b, from, close, probe);
        }
        return close;
    }

    private int endTag(int open) {
        int i = open + 2;
        if (i >= end || !Bytes.is(b[i], Bytes.LETTER)) {
            return Bytes.after(b, i, end, '>');
        }
        i = Bytes.tagNameEnd(b, i, end);
        if (i == end) {
            return end;
        }
        int nameEnd = i;
        doubt |= decoded && !Bytes.isAscii(b, open, i);
        if (b[i] == '>') {
            i++;
        } else {
            i = tag.read(open + 2, i, 0, svg.depth() > 0);
            if (i < 0) {
                return end;
            }
        }
        if (nameEnd - open == "</body".length() && (interests.elements.get(b, open + 2, nameEnd) & BODY) != 0) {
            places.bodyEnd(open, noscriptEnd >= 0 || inSelect || inTemplate);
        }
        if (open == titleEnd) {
            titleEnd = -1;
        }
        if (open == noscriptEnd) {
            noscriptEnd = -1;
            doubt |= svg.depth() > 0 || inSelect;
        }
        if (svg.depth() > 0) {
            doubt |= !svg.close(open + 2, nameEnd);
        } else if (inSelect && (interests.elements.get(b, open + 2, nameEnd) & SELECT) != 0) {
            inSelect = false;
        }
        return i;
    }

    private int declaration(int open) {
        if (open + 3 < end && b[open + 2] == '-' && b[open + 3] == '-') {
            return RawBytes.commentEnd(b, open + 4, end);
        }
        doubt |= svg.depth() > 0;
        int after = Bytes.after(b, open + 2, end, '>');
        if (Bytes.startsWith(b, open + 2, end, "doctype")) {
            places.doctype(after, !started);
        }
        return after;
    }
}
