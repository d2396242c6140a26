package io.github.zweiklick.page;

import static io.github.zweiklick.page.Interests.*;

import io.github.zweiklick.policy.LinkRelations;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Walks once over a page's bytes and notes the tags that may concern us. Where what is a tag depends on the tree, on
 * scripting or on the kind of reader, it gives up: ambiguity never passes unexamined.
 */
final class FastScan {
    private static final int DEEPEST_SVG = 64;
    /** More attributes with addresses than a tag has. */
    private static final int MOST_FOREIGN = 4;

    private final byte[] b;
    private final int end;
    private final Interests interests;
    private final AddressProbe probe;
    private final byte[] endpoint;

    /** Start and, in the lowest bit, whether it stands in SVG. */
    private int[] found = new int[0];

    private int count;
    private int bases;

    private final PlainTags plain = new PlainTags();

    private boolean doubt;
    private boolean contentBegan;
    private int htmlEnd = -1;
    private int headEnd = -1;
    private int bodyEnd = -1;
    private boolean oddBody;

    /** Where {@code noscript} ends for readers to whom it is text; -1 outside of it. */
    private int noscriptEnd = -1;

    private boolean inSelect;
    /** Whether a template has begun, where columns may change what a tag is. */
    private boolean inTemplate;

    /** Where the names stand of elements open in SVG, with their ends. */
    private long[] svg = new long[0];

    private int svgDepth;

    // Of the tag being read.
    private boolean look;
    private boolean selfClosing;
    private int typeStart;
    private int typeEnd;
    private int relationStart;
    private int relationEnd;
    /** Where the names of attributes begin that hold plainly foreign addresses. */
    private final int[] foreign = new int[MOST_FOREIGN];

    private int foreignCount;
    private int addresses;
    private final long[] addressNames = new long[MOST_FOREIGN];
    private long foreignHost;

    FastScan(byte[] bytes, Interests interests, AddressProbe probe, byte[] endpoint) {
        this.b = bytes;
        this.end = bytes.length;
        this.interests = interests;
        this.probe = probe;
        this.endpoint = endpoint;
    }

    /** False where the page is to be left to the exact way. */
    boolean run(int start) {
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
            // For some readers noscript is text, which ends within what was just read.
            if (doubt || (noscriptEnd >= 0 && at > noscriptEnd)) {
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

    /** Where style and script go; -1 where that is not certain. */
    int headPosition() {
        return headEnd >= 0 ? headEnd : htmlEnd;
    }

    /** The start of the body; -1 where that is not certain. */
    int bodyPosition() {
        return oddBody ? -1 : bodyEnd;
    }

    private void note(int open) {
        if (count == found.length) {
            found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count++] = open << 1 | (svgDepth > 0 ? 1 : 0);
    }

    private int startTag(int open) {
        int i = Bytes.tagNameEnd(b, open + 1, end);
        if (i == end) {
            return end;
        }
        int element = interests.elements.get(b, open + 1, i);
        int nameEnd = i;
        look = (element & ALWAYS) != 0;
        typeStart = -1;
        relationStart = -1;
        addresses = 0;
        foreignCount = 0;
        i = attributes(i, element);
        if (i < 0) {
            return end;
        }
        if ((element & SCRIPT) == 0) {
            notePlain(open, nameEnd, element);
        }
        if (svgDepth > 0) {
            return inSvg(open, i, nameEnd, element | interests.inSvg.get(b, open + 1, nameEnd));
        }
        if (inSelect && (element & IN_SELECT) == 0) {
            doubt = true;
            return i;
        }
        if ((element & ~(ALWAYS | HREF | PARAM | ANIMATION | IN_SELECT | DESC)) == 0) {
            contentBegan |= noscriptEnd < 0;
            if (look) {
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
            bases += look ? 0 : 1;
            return tagEnd;
        }
        if ((element & (RAW | SCRIPT | STYLE)) != 0) {
            return raw(open, tagEnd, nameEnd, element);
        }
        if (look) {
            note(open);
        }
        inTemplate |= (element & TEMPLATE) != 0;
        if ((element & AMBIGUOUS) != 0 || ((element & COLUMN) != 0 && inTemplate)) {
            doubt = true;
        } else if ((element & SVG) != 0) {
            if (!selfClosing) {
                push(open + 1, nameEnd);
            }
        } else if ((element & SELECT) != 0) {
            inSelect = true;
        } else if ((element & NOSCRIPT) != 0) {
            doubt |= noscriptEnd >= 0;
            noscriptEnd = RawBytes.end(b, tagEnd, end, "noscript");
            doubt |= noscriptEnd == end;
        } else if ((element & HTML) != 0) {
            htmlEnd = htmlEnd < 0 && !contentBegan ? tagEnd : htmlEnd;
        } else if ((element & HEAD) != 0) {
            headEnd = headEnd < 0 && bodyEnd < 0 && !contentBegan ? tagEnd : headEnd;
        } else if ((element & BODY) != 0) {
            oddBody |= contentBegan;
            bodyEnd = bodyEnd < 0 ? tagEnd : bodyEnd;
        }
        contentBegan |= noscriptEnd < 0 && (element & (IN_HEAD | HTML | HEAD)) == 0;
        return tagEnd;
    }

    private void notePlain(int open, int nameEnd, int element) {
        if (foreignCount > 0 && !look && isDisarmed(element)) {
            plain.add(open, nameEnd, (int) (foreignHost >>> 32), (int) foreignHost, foreign, foreignCount);
        }
    }

    private int raw(int open, int tagEnd, int nameEnd, int element) {
        contentBegan |= noscriptEnd < 0 && (element & IN_HEAD) == 0;
        // As if of XML: jsoup takes it for empty in noscript, and whoever wrote it too.
        doubt |= selfClosing;
        int contentEnd;
        if ((element & SCRIPT) != 0) {
            contentEnd = RawBytes.scriptEnd(b, tagEnd, end);
            look |= mayConcern(tagEnd, contentEnd);
            notePlain(open, nameEnd, element);
        } else if ((element & STYLE) != 0) {
            contentEnd = RawBytes.end(b, tagEnd, end, "style");
            look |= !StyleProbe.isHarmless(b, tagEnd, contentEnd, probe);
        } else {
            contentEnd = RawBytes.end(b, tagEnd, end, open + 1, nameEnd);
        }
        if (look) {
            note(open);
        }
        return contentEnd;
    }

    /** Whether a script may be a loader, an import map or the like. */
    private boolean mayConcern(int content, int contentEnd) {
        if (typeStart >= 0 && typeEnd > typeStart) {
            boolean data = isType("application/ld+json") || isType("application/json") || isType("text/template");
            if (data && foreignCount == 0) {
                return false;
            }
            if (!isType("text/javascript") && !isType("module") && !isType("application/javascript")) {
                return true;
            }
        }
        return interests.loaders.anyIn(b, content, contentEnd);
    }

    private boolean isType(String type) {
        return typeEnd - typeStart == type.length() && Bytes.startsWith(b, typeStart, typeEnd, type);
    }

    // SVG: its elements are told by a stack, and whatever could end it early or be read as HTML is left to the exact
    // way.

    private int inSvg(int open, int tagEnd, int nameEnd, int element) {
        int next = tagEnd;
        if ((element & NOT_IN_SVG) != 0) {
            boolean known = (element & (STYLE | SCRIPT | TITLE | DESC)) != 0;
            if (!known || selfClosing) {
                doubt = true;
                return next;
            }
            next = inSvgText(tagEnd, element);
        } else if ((element & (AMBIGUOUS | HEAD | BODY | HTML)) != 0) {
            doubt = true;
        }
        if (look) {
            note(open);
        }
        if (!selfClosing) {
            push(open + 1, nameEnd);
        }
        return next;
    }

    /** Text that ends at its own end tag whether it is read as text or as markup. */
    private int inSvgText(int from, int element) {
        boolean script = (element & SCRIPT) != 0;
        boolean style = (element & STYLE) != 0;
        int close = Bytes.indexOf(b, from, end, '<');
        String name = script ? "</script" : style ? "</style" : (element & TITLE) != 0 ? "</title" : "</desc";
        boolean plain =
                Bytes.startsWith(b, close, end, name) && !((script || style) && Bytes.contains(b, from, close, '&'));
        doubt |= !plain;
        if (script) {
            look |= mayConcern(from, close);
        } else if (style) {
            look |= !StyleProbe.isHarmless(b, from, close, probe);
        }
        return close;
    }

    private void push(int name, int nameEnd) {
        if (svgDepth == svg.length) {
            if (svgDepth >= DEEPEST_SVG) {
                doubt = true;
                return;
            }
            svg = Arrays.copyOf(svg, Math.max(16, svgDepth * 2));
        }
        svg[svgDepth++] = (long) name << 32 | nameEnd;
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
        if (b[i] == '>') {
            i++;
        } else {
            i = attributes(i, 0);
            if (i < 0) {
                return end;
            }
        }
        if (open == noscriptEnd) {
            noscriptEnd = -1;
            doubt |= svgDepth > 0 || inSelect;
        }
        if (svgDepth > 0) {
            pop(open + 2, nameEnd);
        } else if (inSelect && (interests.elements.get(b, open + 2, nameEnd) & SELECT) != 0) {
            inSelect = false;
        }
        return i;
    }

    private void pop(int name, int nameEnd) {
        int depth = svgDepth;
        while (depth > 0 && !RawBytes.isSame(b, (int) (svg[depth - 1] >>> 32), (int) svg[depth - 1], name, nameEnd)) {
            depth--;
        }
        doubt |= depth == 0;
        svgDepth = Math.max(0, depth - 1);
    }

    private int declaration(int open) {
        if (open + 3 < end && b[open + 2] == '-' && b[open + 3] == '-') {
            return RawBytes.commentEnd(b, open + 4, end);
        }
        doubt |= svgDepth > 0;
        return Bytes.after(b, open + 2, end, '>');
    }

    // Attributes

    /** Reads to the end of a tag; -1 where the page ends first. Notes in {@link #look} whether one may concern us. */
    private int attributes(int from, int element) {
        int i = from;
        selfClosing = false;
        while (i < end) {
            byte c = b[i];
            if (c == '>') {
                return i + 1;
            }
            if (Bytes.is(c, Bytes.SPACE)) {
                i++;
                continue;
            }
            if (c == '/') {
                i++;
                selfClosing = i < end && b[i] == '>';
                continue;
            }
            // An equals sign at the very beginning belongs to the name.
            int name = i;
            int local = name;
            long eight = i + 8 < end ? Bytes.eightAt(b, i) : 0;
            long ends = Bytes.nameEnds(eight);
            i += Long.numberOfTrailingZeros(ends) >>> 3;
            // Short names without a prefix, which nearly all are.
            if (eight == 0
                    || ends == 0
                    || i == name
                    || !Bytes.is(b[i], Bytes.ENDS_ATTRIBUTE_NAME)
                    || Bytes.colons(eight) != 0) {
                i = Bytes.attributeNameEnd(b, name + 1, end);
                if (i == end) {
                    return -1;
                }
                int colon = Bytes.indexOf(b, name, i, ':');
                local = colon < i ? colon + 1 : name;
            }
            int nameEnd = i;
            int valueStart = i;
            int valueEnd = i;
            int j = Bytes.skipSpace(b, i, end);
            if (j < end && b[j] == '=') {
                j = Bytes.skipSpace(b, j + 1, end);
                if (j >= end) {
                    return -1;
                }
                c = b[j];
                if (c == '"' || c == '\'') {
                    valueStart = j + 1;
                    valueEnd = Bytes.indexOf(b, valueStart, end, (char) c);
                    if (valueEnd == end) {
                        return -1;
                    }
                    i = valueEnd + 1;
                } else {
                    valueStart = j;
                    while (j < end && b[j] != '>' && !Bytes.is(b[j], Bytes.SPACE)) {
                        j++;
                    }
                    valueEnd = j;
                    i = j;
                }
            }
            if (!look) {
                int attribute = interests.attributes.get(b, local, nameEnd);
                look = (attribute != 0 && concerns(attribute, element, name, nameEnd, valueStart, valueEnd))
                        || (svgDepth > 0 && mayRefer(valueStart, valueEnd));
            }
        }
        return -1;
    }

    /** In SVG any attribute may be a presentation attribute. */
    private boolean mayRefer(int from, int to) {
        return Bytes.contains(b, from, to, '(') && !isHarmlessStyle(from, to);
    }

    private boolean concerns(int attribute, int element, int name, int nameEnd, int from, int to) {
        if ((attribute & TRIGGER) != 0) {
            return true;
        }
        if ((attribute & CLASS) != 0) {
            return hasToken(from, to);
        }
        if ((attribute & REFERENCE) != 0 && (svgDepth > 0 || (element & (HREF | BASE)) != 0)) {
            // Below our own endpoints any relative address of a form may be one of them.
            doubt |= (element & BASE) != 0 && mayBeEndpoint(from, to);
            return hasForeign(element, name, nameEnd, from, to, false);
        }
        if ((attribute & ADDRESS) != 0) {
            return hasForeign(element, name, nameEnd, from, to, (element & FRAME) == 0);
        }
        if ((attribute & CSS) != 0) {
            return !isHarmlessStyle(from, to);
        }
        if ((attribute & SOURCE_SET) != 0) {
            return !SourceSetProbe.isOwn(b, from, to, probe);
        }
        if ((attribute & ID) != 0) {
            return interests.ids.get(b, from, to) != 0
                    || interests.idPrefixes.isAt(b, from, to)
                    || Bytes.contains(b, from, to, '&');
        }
        return concernsRarely(attribute, element, from, to);
    }

    /** Whether an attribute needs a closer look for its address; a plainly foreign one is only noted. */
    private boolean hasForeign(int element, int name, int nameEnd, int from, int to, boolean inline) {
        long key = NameTable.key(b, name, nameEnd);
        // The second of two attributes counts once the first is gone.
        for (int i = 0; i < addresses; i++) {
            if (addressNames[i] == key) {
                return true;
            }
        }
        if (addresses == MOST_FOREIGN) {
            return true;
        }
        addressNames[addresses++] = key;
        if (probe.isOwn(b, from, to, inline)) {
            return false;
        }
        long host = AddressProbe.plainHost(b, from, to);
        boolean closer = host < 0
                || svgDepth > 0
                || (element & (FRAME | BASE | ALWAYS)) != 0
                || ((element & SCRIPT) != 0 && interests.scripts.anyIn(b, from, to))
                || (!inline && (element & LINK) == 0)
                || interests.hosts.hasHostOrParent(b, (int) (host >>> 32), (int) host);
        if (!closer) {
            foreignHost = foreignCount == 0 ? host : foreignHost;
            foreign[foreignCount++] = name;
        }
        return closer;
    }

    /** Whether a plainly foreign address loads at all: that of a link may be a mere reference. */
    private boolean isDisarmed(int element) {
        if ((element & LINK) == 0) {
            return true;
        }
        if (relationStart >= 0) {
            for (String loading : LOADING) {
                if (isRelation(loading)) {
                    return true;
                }
            }
            for (String inert : INERT) {
                if (isRelation(inert)) {
                    return false;
                }
            }
        }
        look = true;
        return false;
    }

    /** The most frequent ones that load. */
    private static final String[] LOADING = Stream.of(
                    "stylesheet",
                    "dns-prefetch",
                    "preconnect",
                    "preload",
                    "icon",
                    "shortcut icon",
                    "apple-touch-icon",
                    "prefetch",
                    "next",
                    "prev",
                    "manifest",
                    "mask-icon",
                    "modulepreload",
                    "search")
            .filter(relation -> !LinkRelations.isInert(relation))
            .toArray(String[]::new);

    /** The most frequent ones of {@link LinkRelations}. */
    private static final String[] INERT = Stream.of(
                    "canonical",
                    "alternate",
                    "shortlink",
                    "pingback",
                    "profile",
                    "author",
                    "license",
                    "amphtml",
                    "me",
                    "https://api.w.org/",
                    "edituri",
                    "wlwmanifest")
            .filter(LinkRelations::isInert)
            .toArray(String[]::new);

    private boolean isRelation(String relation) {
        return relationEnd - relationStart == relation.length()
                && Bytes.startsWith(b, relationStart, relationEnd, relation);
    }

    private boolean concernsRarely(int attribute, int element, int from, int to) {
        if ((attribute & PRESENTATION) != 0) {
            return mayRefer(from, to);
        }
        if ((attribute & TYPE) != 0) {
            return (element & SCRIPT) != 0 && noteType(from, to);
        }
        if ((attribute & RELATION) != 0) {
            return (element & LINK) != 0 && noteRelation(from, to);
        }
        boolean reference = Bytes.contains(b, from, to, '&');
        if ((attribute & LAZY) != 0) {
            return (element & FRAME) != 0;
        }
        if ((attribute & NAME) != 0) {
            return reference || interests.namePrefixes.isAt(b, from, to);
        }
        if ((attribute & FORM) != 0) {
            return reference || Bytes.startsWith(b, from, to, "zweiklick-form");
        }
        if ((attribute & ACTION) != 0) {
            return mayBeEndpoint(from, to);
        }
        if ((attribute & PRAGMA) != 0) {
            int at = Bytes.skipSpace(b, from, to);
            return reference || Bytes.startsWith(b, at, to, "refresh") || Bytes.startsWith(b, at, to, "x-dns");
        }
        boolean list = (attribute & ADDRESSES) != 0
                || ((attribute & ANIMATED) != 0 && (element & ANIMATION) != 0)
                || ((attribute & VALUE) != 0 && (element & PARAM) != 0);
        return list && !AddressProbe.isRelative(b, from, to);
    }

    /** Of repeated ones readers take different ones. */
    private boolean noteType(int from, int to) {
        boolean repeated = typeStart >= 0;
        typeStart = from;
        typeEnd = to;
        return repeated;
    }

    private boolean noteRelation(int from, int to) {
        boolean repeated = relationStart >= 0;
        relationStart = from;
        relationEnd = to;
        return repeated;
    }

    private boolean isHarmlessStyle(int from, int to) {
        return !Bytes.contains(b, from, to, '&') && StyleProbe.isHarmless(b, from, to, probe);
    }

    private boolean hasToken(int from, int to) {
        int i = from;
        while (i < to) {
            int token = i;
            i = Bytes.tokenEnd(b, i, to);
            if (interests.classes.get(b, token, i) != 0 || interests.classPrefixes.isAt(b, token, i)) {
                return true;
            }
            i++;
        }
        return Bytes.contains(b, from, to, '&');
    }

    /** Whether an address may be one of our own endpoints; servers decode, and drop repeated slashes. */
    private boolean mayBeEndpoint(int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c == '%' || c == '&' || c == '\\' || (c >= 0 && c < ' ')) {
                return true;
            }
            if (endpoint.length == 0) {
                return true;
            }
            if (c == endpoint[0]
                    && i + endpoint.length <= to
                    && Arrays.equals(b, i, i + endpoint.length, endpoint, 0, endpoint.length)) {
                return true;
            }
        }
        return false;
    }
}
