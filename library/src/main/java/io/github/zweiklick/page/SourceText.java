package io.github.zweiklick.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The text of a document under examination and how its values are read. Positions count characters of the text. */
abstract class SourceText {
    private static final int REMEMBERED = 16;

    /** Values by the last bits of where their attributes begin, and where those begin, counted from 1. */
    private final String[] values = new String[REMEMBERED];

    private final int[] begins = new int[REMEMBERED];

    /**
     * A text at hand.
     *
     * @param text markup, possibly a view of undecoded bytes
     * @param decode from that view to the characters meant
     */
    static SourceText of(String text, UnaryOperator<String> decode) {
        return new SourceText() {
            @Override
            String raw(int start, int end) {
                return text.substring(start, end);
            }

            @Override
            String decoded(int start, int end) {
                return decode.apply(text.substring(start, end));
            }

            @Override
            boolean isBlank(int start, int end) {
                return Ascii.isBlank(text, start, end);
            }

            @Override
            boolean stands(String ascii, int at) {
                return text.startsWith(ascii, at);
            }
        };
    }

    /** As it stands in the text. */
    abstract String raw(int start, int end);

    /** As the characters it means. */
    abstract String decoded(int start, int end);

    abstract boolean isBlank(int start, int end);

    /** Whether exactly this stands at a position, none where the text ends before. */
    abstract boolean stands(String ascii, int at);

    /** What an attribute's value means: decoded, entities resolved. */
    String value(Attribute attribute) {
        // The attributes of one tag are asked for again and again.
        int place = attribute.nameStart() & (REMEMBERED - 1);
        if (begins[place] != attribute.nameStart() + 1) {
            values[place] = read(attribute);
            begins[place] = attribute.nameStart() + 1;
        }
        return values[place];
    }

    private String read(Attribute attribute) {
        String decoded = decoded(attribute.valueStart(), attribute.valueEnd()).replace('\0', '\ufffd');
        return CharacterReferences.inAttribute(decoded);
    }

    /** Of the first attribute with the name, which is the one browsers take. */
    Optional<String> value(StartTag tag, String attribute) {
        return tag.first(attribute).map(this::value);
    }

    /** Of all attributes with the name. */
    List<String> values(StartTag tag, String attribute) {
        List<String> values = new ArrayList<>(1);
        for (Attribute candidate : tag.attributes()) {
            if (candidate.name().equals(attribute)) {
                values.add(value(candidate));
            }
        }
        return values;
    }

    String raw(Attribute attribute) {
        return raw(attribute.valueStart(), attribute.valueEnd());
    }

    String decoded(Span span) {
        return decoded(span.start(), span.end());
    }
}
