package io.github.zweiklick.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@link Lexer} as a tokenizer: what brings it into a state is put before the text. */
final class LexerTokenizer implements HtmlTokenizer {
    private final Lexer.Reading reading;

    LexerTokenizer(Lexer.Reading reading) {
        this.reading = reading;
    }

    @Override
    public List<Found> read(String text, State state, Optional<String> lastStartTag) {
        String before = switch (state) {
            case DATA -> "";
            case PLAINTEXT -> "<plaintext>";
            case RCDATA -> "<" + lastStartTag.orElse("title") + ">";
            case RAWTEXT -> "<" + lastStartTag.orElse("xmp") + ">";
            case SCRIPT_DATA -> "<script>";
            case CDATA_SECTION -> "<svg><![CDATA[";
        };
        String whole = before + text;
        SourceText source = SourceText.of(whole, UnaryOperator.identity());
        List<Found> found = new ArrayList<>();
        for (Token token : Lexer.read(whole, reading)) {
            if (token instanceof Token.Start start && start.tag().start() >= before.length()) {
                found.add(start(source, start.tag(), before.length()));
            } else if (token instanceof Token.End end) {
                found.add(new Found.End(end.name(), end.start() - before.length(), end.end() - before.length()));
            } else if (token instanceof Token.Doctype doctype) {
                found.add(new Found.Doctype(doctype.start() - before.length(), doctype.end() - before.length()));
            }
        }
        return found;
    }

    private static Found start(SourceText source, StartTag tag, int shift) {
        Map<String, String> attributes = new LinkedHashMap<>();
        tag.attributes().forEach(attribute -> attributes.putIfAbsent(attribute.name(), source.value(attribute)));
        return new Found.Start(tag.name(), attributes, tag.selfClosing(), tag.start() - shift, tag.end() - shift);
    }
}
