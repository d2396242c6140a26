package io.github.zweiklick.page;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes from tag to tag through bytes of which {@link FastScan} has found that they are read one way only. Contents that
 * are text are passed over.
 */
final class TagWalk {
    private static final Set<String> RAW =
            Set.of("title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script");

    private final byte[] b;
    private final int end;
    private int at;

    TagWalk(byte[] bytes, int from, int end) {
        this.b = bytes;
        this.at = from;
        this.end = end;
    }

    /**
     * Where start tags stand whose elements {@link Reach} would find no end of, all in one walk. Such as close themselves are
     * taken to do so wherever they stand, so that rather too few are told than too many.
     */
    static BitSet unclosed(byte[] bytes, int from) {
        BitSet unclosed = new BitSet();
        Map<String, Deque<Integer>> open = new HashMap<>();
        TagWalk walk = new TagWalk(bytes, from, bytes.length);
        for (Optional<Token> next = walk.next(); next.isPresent(); next = walk.next()) {
            if (next.get() instanceof Token.Start start) {
                StartTag tag = start.tag();
                if (!tag.selfClosing() && !Extents.VOID.contains(tag.name()) && !Extents.TEXT.contains(tag.name())) {
                    unclosed.set(tag.start());
                    open.computeIfAbsent(tag.name(), name -> new ArrayDeque<>()).push(tag.start());
                }
            } else if (next.get() instanceof Token.End end) {
                Deque<Integer> same = open.get(end.name());
                if (same != null && !same.isEmpty()) {
                    int start = same.pop();
                    unclosed.set(start, end.end() - start > Extents.CAP);
                }
            }
        }
        return unclosed;
    }

    /** The next start or end tag; empty at the end. */
    Optional<Token> next() {
        while (true) {
            int open = Bytes.indexOf(b, at, end, '<');
            if (open + 1 >= end) {
                return Optional.empty();
            }
            byte next = b[open + 1];
            if (Bytes.is(next, Bytes.LETTER)) {
                Optional<StartTag> tag = TagBytes.startTag(b, open, end);
                at = tag.map(this::afterContent).orElse(end);
                return tag.map(Token.Start::new);
            }
            if (next == '/' && open + 2 < end && Bytes.is(b[open + 2], Bytes.LETTER)) {
                Optional<StartTag> tag = TagBytes.endTag(b, open, end);
                at = tag.map(StartTag::end).orElse(end);
                return tag.map(read -> new Token.End(read.name(), open, read.end()));
            }
            if (next == '!' && Bytes.startsWith(b, open, end, "<!--")) {
                at = RawBytes.commentEnd(b, open + 4, end);
            } else if (next == '!' || next == '/' || next == '?') {
                at = Bytes.after(b, open + 2, end, '>');
            } else {
                at = open + 1;
            }
        }
    }

    private int afterContent(StartTag tag) {
        if (tag.name().equals("script")) {
            return RawBytes.scriptEnd(b, tag.end(), end);
        }
        // Of what has text only a title of SVG may close itself: all else was left to the exact way.
        return RAW.contains(tag.name()) && !tag.selfClosing() ? RawBytes.end(b, tag.end(), end, tag.name()) : tag.end();
    }
}
