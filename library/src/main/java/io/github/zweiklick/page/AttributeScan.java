package io.github.zweiklick.page;

import static io.github.zweiklick.page.Interests.*;

/** Reads the attributes of one tag after the other and sees whether they may concern us. */
final class AttributeScan {
    /** More attributes with addresses than a tag has. */
    private static final int MOST_FOREIGN = 4;

    private final byte[] b;
    private final int end;
    /** Whether names that hold characters beyond ASCII cannot be told from each other. */
    private final boolean decoded;

    private final Interests interests;
    private final AddressProbe probe;
    private final byte[] endpoint;
    private final LinkProbe links;

    /** Whether the tag needs a closer look. */
    boolean look;

    boolean selfClosing;
    /** Whether a page is to be left to the exact way; stays once it is set. */
    boolean doubt;

    private boolean inSvg;
    private int elementName;
    private int elementNameEnd;
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

    AttributeScan(PlainBytes page, Interests interests, AddressProbe probe, byte[] endpoint, LinkProbe links) {
        this.b = page.bytes;
        this.end = b.length;
        this.decoded = page.isDecoded();
        this.interests = interests;
        this.probe = probe;
        this.endpoint = endpoint;
        this.links = links;
    }

    /** Notes the tag where it loads from plainly foreign hosts and needs no closer look. */
    void notePlain(PlainTags plain, int open, int nameEnd, int element) {
        if (foreignCount > 0 && !look && isDisarmed(element)) {
            plain.add(open, nameEnd, (int) (foreignHost >>> 32), (int) foreignHost, foreign, foreignCount);
        }
    }

    /** Whether a script may be a loader, an import map or the like. */
    boolean mayBeLoader(int content, int contentEnd) {
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

    /**
     * Reads to the end of a tag; -1 where the page ends first. Notes in {@link #look} whether one may concern us.
     *
     * @param tagName where the element's name begins, which ends at {@code from}
     */
    int read(int tagName, int from, int element, boolean svg) {
        int i = from;
        elementName = tagName;
        elementNameEnd = from;
        inSvg = svg;
        look = (element & ALWAYS) != 0;
        selfClosing = false;
        typeStart = -1;
        relationStart = -1;
        addresses = 0;
        foreignCount = 0;
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
            int length = Long.numberOfTrailingZeros(Bytes.nameEnds(eight)) >>> 3;
            // Short names without a prefix, which nearly all are.
            boolean isShort = length > 0 && length < 8 && Bytes.is(b[i + length], Bytes.ENDS_ATTRIBUTE_NAME);
            long key = isShort ? NameTable.shortKey(eight, length) : 0;
            if (isShort && Bytes.colons(key) == 0) {
                i += length;
            } else {
                key = 0;
                i = Bytes.attributeNameEnd(b, name + 1, end);
                if (i == end) {
                    return -1;
                }
                int colon = Bytes.indexOf(b, name, i, ':');
                local = colon < i ? colon + 1 : name;
            }
            int nameEnd = i;
            doubt |= decoded && !Bytes.isAscii(b, name, nameEnd);
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
                int attribute =
                        key != 0 ? interests.attributes.get(key, length) : interests.attributes.get(b, local, nameEnd);
                look = (attribute != 0 && concerns(attribute, element, name, local, nameEnd, valueStart, valueEnd))
                        || (inSvg && mayRefer(valueStart, valueEnd));
            }
        }
        return -1;
    }

    /** In SVG any attribute may be a presentation attribute. */
    private boolean mayRefer(int from, int to) {
        return Bytes.contains(b, from, to, '(') && !isHarmlessStyle(from, to);
    }

    private boolean concerns(int attribute, int element, int name, int local, int nameEnd, int from, int to) {
        if ((attribute & TRIGGER) != 0
                || ((attribute & MARK) != 0 && (element & MARKED) != 0 && isMark(local, nameEnd))) {
            return true;
        }
        if ((attribute & CLASS) != 0) {
            return interests.classes.mayBeIn(b, from, to);
        }
        boolean link = (attribute & REFERENCE) != 0
                ? (element & ANCHOR) != 0
                : (attribute & ACTION) != 0 && (element & SUBMITTER) != 0;
        if (link && !links.settles(b, from, to)) {
            return true;
        }
        if ((attribute & REFERENCE) != 0 && (inSvg || (element & (HREF | BASE)) != 0)) {
            // Below our own endpoints any relative address of a form may be one of them.
            doubt |= (element & BASE) != 0 && EndpointProbe.mayBe(endpoint, b, from, to);
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

    private boolean isMark(int local, int nameEnd) {
        return interests.marks.has(NameTable.key(b, elementName, elementNameEnd), NameTable.key(b, local, nameEnd));
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
                || inSvg
                // The prefix is renamed too.
                || Bytes.contains(b, name, nameEnd, ':')
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
            return EndpointProbe.mayBe(endpoint, b, from, to);
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

    /** Whether a plainly foreign address loads at all: that of a link may be a mere reference. */
    private boolean isDisarmed(int element) {
        if ((element & LINK) == 0) {
            return true;
        }
        if (relationStart >= 0) {
            if (RelationProbe.loads(b, relationStart, relationEnd)) {
                return true;
            }
            if (RelationProbe.isInert(b, relationStart, relationEnd)) {
                return false;
            }
        }
        look = true;
        return false;
    }
}
