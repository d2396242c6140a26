package io.github.zweiklick.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** How far elements reach: by same-name depth of their tags, within a cap, and only where the tree agrees. */
final class Extents {
    /** @param contentEnd where the end tag begins; {@code end} where the element ends */
    record Extent(int contentEnd, int end) {}

    /** A larger element is not one embed; it is not replaced but disarmed. In characters. */
    static final int CAP = 64 << 10;

    static final Set<String> VOID = Set.of(
            "area",
            "base",
            "basefont",
            "bgsound",
            "br",
            "col",
            "embed",
            "frame",
            "hr",
            "image",
            "img",
            "input",
            "keygen",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr");
    /** Their content is text, so that the first end tag ends them whatever the tree is. */
    static final Set<String> TEXT = Set.of("iframe", "script", "style");

    private final Map<Integer, Extent> extents = new HashMap<>();
    private final boolean xml;

    private Extents(boolean xml) {
        this.xml = xml;
    }

    static Extents of(List<Token> tokens, boolean xml) {
        Extents result = new Extents(xml);
        Map<String, Deque<StartTag>> open = new HashMap<>();
        for (Token token : tokens) {
            if (token instanceof Token.Start start) {
                result.open(start.tag(), open);
            } else if (token instanceof Token.End end) {
                result.close(end, open);
            }
        }
        return result;
    }

    private void open(StartTag tag, Map<String, Deque<StartTag>> open) {
        if (xml ? tag.selfClosing() : VOID.contains(tag.name())) {
            extents.put(tag.start(), new Extent(tag.end(), tag.end()));
        } else {
            open.computeIfAbsent(tag.name(), name -> new ArrayDeque<>()).push(tag);
        }
    }

    private void close(Token.End end, Map<String, Deque<StartTag>> open) {
        Deque<StartTag> same = open.get(end.name());
        if (same != null && !same.isEmpty()) {
            extents.put(same.pop().start(), new Extent(end.start(), end.end()));
        }
    }

    /** The extent by the tags alone. */
    Optional<Extent> lexical(StartTag tag) {
        return Optional.ofNullable(extents.get(tag.start())).filter(extent -> extent.end() - tag.start() <= CAP);
    }

    /** The extent where tags and tree say the same: what may be cut out. */
    Optional<Extent> sure(StartTag tag, Element element) {
        return lexical(tag)
                .filter(extent -> extent.end() == tag.end()
                        || TEXT.contains(tag.name())
                        || PageTree.end(element)
                                .filter(end -> end == extent.end())
                                .isPresent());
    }
}
