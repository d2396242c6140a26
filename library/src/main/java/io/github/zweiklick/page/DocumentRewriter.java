package io.github.zweiklick.page;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Examines a document and splices until nothing more is found: what a splice brings to light is examined as well, so
 * that a second pass over the result would change nothing.
 */
final class DocumentRewriter {
    private static final int ROUNDS = 5;
    private static final int DEEPEST = 4;

    private final Session session;
    private final boolean xml;
    private final int depth;

    DocumentRewriter(Session session, boolean xml) {
        this(session, xml, 0);
    }

    private DocumentRewriter(Session session, boolean xml, int depth) {
        this.session = session;
        this.xml = xml;
        this.depth = depth;
    }

    /**
     * The document, disarmed; empty where it does not come to rest.
     *
     * @param decode from the text's view to the characters meant
     */
    Optional<Patchwork> rewrite(String text, UnaryOperator<String> decode) {
        Patchwork patchwork = Patchwork.of(text);
        Insertions insertions = new Insertions(session.markup);
        for (int round = 0; round < ROUNDS; round++) {
            Examined page =
                    xml ? ExaminedTree.xml(patchwork.text(), decode) : ExaminedTree.html(patchwork.text(), decode);
            List<Splice> splices = new PageScan(session, page, patchwork, insertions, this::nested).run();
            if (splices.isEmpty()) {
                return Optional.of(patchwork);
            }
            patchwork = patchwork.apply(splices);
        }
        return Optional.empty();
    }

    Optional<String> nested(String document) {
        if (depth == DEEPEST) {
            return Optional.empty();
        }
        return new DocumentRewriter(session, xml, depth + 1)
                .rewrite(document, UnaryOperator.identity())
                .map(Patchwork::text);
    }
}
