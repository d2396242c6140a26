package io.github.zweiklick.page;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The text of a document under examination and how its values are read.
 *
 * @param text markup, possibly a view of undecoded bytes
 * @param decode from that view to the characters meant
 */
record SourceText(String text, UnaryOperator<String> decode) {

    /** What an attribute's value means: decoded, entities resolved. */
    String value(Attribute attribute) {
        String raw = raw(attribute);
        String decoded = decode.apply(raw).replace('\0', '\ufffd');
        return CharacterReferences.inAttribute(decoded);
    }

    /** Of the first attribute with the name, which is the one browsers take. */
    Optional<String> value(StartTag tag, String attribute) {
        return tag.first(attribute).map(this::value);
    }

    /** Of all attributes with the name. */
    List<String> values(StartTag tag, String attribute) {
        return tag.attributes().stream()
                .filter(a -> a.name().equals(attribute))
                .map(this::value)
                .toList();
    }

    String raw(Attribute attribute) {
        return text.substring(attribute.valueStart(), attribute.valueEnd());
    }

    String decoded(Span span) {
        return decoded(span.start(), span.end());
    }

    String decoded(int start, int end) {
        return decode.apply(text.substring(start, end));
    }
}
