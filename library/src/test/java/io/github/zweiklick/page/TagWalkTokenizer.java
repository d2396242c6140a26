package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@link TagWalk} as a tokenizer. It knows no plain text and no CDATA sections, which the fast way leaves to the exact way, and
 * tells nothing of document types.
 */
final class TagWalkTokenizer implements HtmlTokenizer {
    @Override
    public List<Found> read(String text, State state, Optional<String> lastStartTag) {
        String before = switch (state) {
            case DATA -> "";
            case RCDATA -> "<" + lastStartTag.orElse("title") + ">";
            case RAWTEXT -> "<" + lastStartTag.orElse("xmp") + ">";
            case SCRIPT_DATA -> "<script>";
            case PLAINTEXT, CDATA_SECTION -> throw new IllegalArgumentException(state.toString());
        };
        String whole = before + text;
        Positions positions = new Positions(whole);
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        TagWalk walk = new TagWalk(bytes, 0, bytes.length);
        List<Found> found = new ArrayList<>();
        for (Optional<Token> next = walk.next(); next.isPresent(); next = walk.next()) {
            if (next.get() instanceof Token.Start start && start.tag().start() >= before.length()) {
                found.add(start(whole, start.tag(), positions, before.length()));
            } else if (next.get() instanceof Token.End end) {
                found.add(new Found.End(
                        utf8(end.name()),
                        positions.of(end.start()) - before.length(),
                        positions.of(end.end()) - before.length()));
            }
        }
        return found;
    }

    private static Found start(String whole, StartTag tag, Positions positions, int shift) {
        SourceText source = SourceText.of(whole, UnaryOperator.identity());
        Map<String, String> attributes = new LinkedHashMap<>();
        tag.attributes()
                .forEach(attribute -> attributes.putIfAbsent(
                        utf8(attribute.name()),
                        source.value(new Attribute(
                                attribute.name(),
                                positions.of(attribute.nameStart()),
                                positions.of(attribute.nameEnd()),
                                positions.of(attribute.valueStart()),
                                positions.of(attribute.valueEnd()),
                                attribute.quoted()))));
        return new Found.Start(
                utf8(tag.name()),
                attributes,
                tag.selfClosing(),
                positions.of(tag.start()) - shift,
                positions.of(tag.end()) - shift);
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** From bytes of UTF-8 to characters. */
    private record Positions(String text) {
        int of(int position) {
            int at = 0;
            int bytes = 0;
            while (bytes < position) {
                int character = text.codePointAt(at);
                boolean lone = Character.isBmpCodePoint(character) && Character.isSurrogate((char) character);
                bytes += character < 0x80 || lone ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
                at += Character.charCount(character);
            }
            return at;
        }
    }
}
