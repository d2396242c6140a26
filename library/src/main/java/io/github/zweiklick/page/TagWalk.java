package io.github.zweiklick.page;

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
