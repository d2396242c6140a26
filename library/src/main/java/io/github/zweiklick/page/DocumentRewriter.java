package io.github.zweiklick.page;

import io.github.zweiklick.html.Html;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Examines a document and splices until nothing more is found: what a splice brings to light is examined as well, so
 * that a second pass over the result would change nothing.
 */
final class DocumentRewriter {
    private static final int ROUNDS = 5;
    private static final int DEEPEST = 4;

    /** How a document is read. */
    enum Syntax {
        HTML,
        XML,
        /** Only elements of XHTML, SVG and MathML count, and nothing is inserted. */
        OTHER_XML;

        static Syntax of(MediaType type) {
            if (type.isOtherXml()) {
                return OTHER_XML;
            }
            return type.isXml() ? XML : HTML;
        }
    }

    private final Session session;
    private final Syntax syntax;
    private final int depth;

    DocumentRewriter(Session session, Syntax syntax) {
        this(session, syntax, 0);
    }

    private DocumentRewriter(Session session, Syntax syntax, int depth) {
        this.session = session;
        this.syntax = syntax;
        this.depth = depth;
    }

    /**
     * The document, disarmed; empty where it does not come to rest.
     *
     * @param decode from the text's view to the characters meant
     */
    Optional<Patchwork> rewrite(String text, UnaryOperator<String> decode) {
        Patchwork patchwork = Patchwork.of(text);
        Insertions insertions = new Insertions(session.markup, depth > 0);
        for (int round = 0; round < ROUNDS; round++) {
            ExaminedTree page = switch (syntax) {
                case HTML -> ExaminedTree.html(patchwork.text(), decode);
                case XML -> ExaminedTree.xml(patchwork.text(), decode);
                case OTHER_XML -> ExaminedTree.otherXml(patchwork.text(), decode);
            };
            List<Splice> splices = new PageScan(session, page, patchwork, insertions, this::nested).run();
            if (round == 0) {
                guard(page, patchwork.text()).ifPresent(guard -> splices.add(0, guard));
            }
            if (splices.isEmpty()) {
                return Optional.of(depth == 0 ? withScript(patchwork, page) : patchwork);
            }
            patchwork = patchwork.apply(splices);
        }
        return Optional.empty();
    }

    /** None either where the very same stands there: the page has been rewritten before. */
    private Optional<Splice> guard(ExaminedTree page, String text) {
        OptionalInt place = syntax == Syntax.OTHER_XML ? OptionalInt.empty() : page.beforeScripts(depth > 0);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        // In XML its characters would have to be written as references, which HTML would not read.
        OwnScripts own = new OwnScripts(session.source.base());
        Html guard = session.markup.guard(() -> page.hasScripts(own), syntax == Syntax.HTML && depth == 0);
        return own.isGuarded(text, place.getAsInt(), guard.toString())
                ? Optional.empty()
                : Optional.of(Splice.insert(place.getAsInt(), guard.toString()));
    }

    /** The script comes last, when all hosts are known; in a fragment it would run in a page that has it already. */
    private Patchwork withScript(Patchwork patchwork, ExaminedTree page) {
        if (syntax == Syntax.OTHER_XML || !session.links.areLedOut()) {
            return patchwork;
        }
        Optional<Integer> position = page.scriptPosition();
        if (position.isEmpty() && syntax == Syntax.HTML) {
            session.links.unknown();
        }
        return position.flatMap(at -> session.links
                        .script(session)
                        .filter(script -> !patchwork.text().startsWith(script.toString(), at))
                        .map(script -> Splice.insert(at, script.toString())))
                .map(script -> patchwork.apply(List.of(script)))
                .orElse(patchwork);
    }

    Optional<String> nested(String document) {
        if (depth == DEEPEST) {
            return Optional.empty();
        }
        // Of XML pages too: the document of a srcdoc is HTML.
        return new DocumentRewriter(session, Syntax.HTML, depth + 1)
                .rewrite(document, UnaryOperator.identity())
                .map(Patchwork::text);
    }
}
