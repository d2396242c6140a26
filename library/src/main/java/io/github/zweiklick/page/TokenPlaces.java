package io.github.zweiklick.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Places in a document that its tags tell, without the tree. */
final class TokenPlaces {
    /** Inside them an end tag of the body is ignored, or what stands before it is not shown. */
    private static final Set<String> HOLDING = Set.of("select", "template", "svg", "math", "frameset");

    private TokenPlaces() {}

    static Stream<StartTag> starts(List<Token> tokens) {
        return tokens.stream().filter(Token.Start.class::isInstance).map(token -> ((Token.Start) token).tag());
    }

    static Optional<Integer> doctypeEnd(List<Token> tokens) {
        for (Token token : tokens) {
            if (token instanceof Token.Doctype doctype) {
                return Optional.of(doctype.end());
            }
            if (token instanceof Token.Start) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Where the last end tag of the body begins. In HTML: where it is the same tag whether scripts run or not. */
    static OptionalInt bodyEnd(List<Token> withoutScripts, List<Token> withScripts) {
        OptionalInt end = last(withoutScripts);
        return end.equals(last(withScripts)) ? end : OptionalInt.empty();
    }

    private static OptionalInt last(List<Token> tokens) {
        OptionalInt last = OptionalInt.empty();
        int held = 0;
        for (Token token : tokens) {
            if (token instanceof Token.Start start
                    && HOLDING.contains(start.tag().name())) {
                held += isClosed(start.tag()) ? 0 : 1;
            } else if (token instanceof Token.End end && HOLDING.contains(end.name())) {
                held = Math.max(0, held - 1);
            } else if (token instanceof Token.End end && end.name().equals("body")) {
                last = held == 0 ? OptionalInt.of(end.start()) : OptionalInt.empty();
            }
        }
        return last;
    }

    private static boolean isClosed(StartTag tag) {
        return tag.selfClosing() && (tag.name().equals("svg") || tag.name().equals("math"));
    }

    /** The same in XML: where it ends the document's body in the tree as well. */
    static OptionalInt bodyEndInXml(List<Token> tokens, Document document) {
        OptionalInt last = last(tokens);
        boolean sure = last.isPresent()
                && document.select("html > body").stream()
                        .map(Element::endSourceRange)
                        .anyMatch(range ->
                                range.isTracked() && !range.isImplicit() && range.startPos() == last.getAsInt());
        return sure ? last : OptionalInt.empty();
    }
}
