package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.FindingSink;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Inspects pages, and compares what is told with what the rewriter does. */
final class Inspected {
    static final Inspected SAMPLES = new Inspected(Pages.CATALOGUE);
    static final Inspected BUNDLED = new Inspected(Catalogue.bundled());

    private final PageInspector usual;
    private final PageInspector exact;
    private final Recognition recognition;

    private Inspected(Catalogue catalogue) {
        this.usual = new PageInspector(catalogue);
        this.exact = new PageInspector(catalogue, PageRewriter.exact(catalogue, FindingSink.none()));
        this.recognition = new Recognition(catalogue);
    }

    List<ForeignPart> parts(PageSource source) {
        return read(usual.inspect(source)).parts();
    }

    /** The same the exact way. */
    List<ForeignPart> exactly(PageSource source) {
        return read(exact.inspect(source)).parts();
    }

    static Inspection.Read read(Inspection inspection) {
        assertThat(inspection).isInstanceOf(Inspection.Read.class);
        return (Inspection.Read) inspection;
    }

    /** Whatever is left out or renamed lies in a part that is told, and in each such part something is. */
    void check(PageSource source) {
        List<ForeignPart> taken = exactly(source).stream()
                .filter(part -> part.kind().isTakenOut())
                .toList();
        BitSet told = new BitSet();
        taken.forEach(part -> told.set(part.range().start(), part.range().end()));
        List<Change> changes = changes(source);
        List<Change> untold = changes.stream()
                .filter(change -> !change.isTold(told) && !change.isAsked())
                .toList();
        assertThat(untold).as("changes where nothing foreign is told").isEmpty();
        assertThat(taken.stream()
                        .filter(part -> changes.stream().noneMatch(change -> change.touches(part.range())))
                        .toList())
                .as("parts where nothing is changed")
                .isEmpty();
    }

    /**
     * A change that the rewriter makes to a page.
     *
     * @param start in bytes
     * @param markup of ours that stands there
     */
    private record Change(int start, int end, String removed, String markup) {

        boolean touches(SourceRange range) {
            return start < range.end() && end >= range.start();
        }

        /** A tag is marked where it is; what is told may stand inside of its element. */
        boolean isTold(BitSet told) {
            boolean renames = markup.replace("data-zweiklick-blocked", "").contains("data-zweiklick-");
            return told.get(start, end).cardinality() == end - start && (!renames || told.get(start));
        }

        /** For what an author asks the site itself. */
        boolean isAsked() {
            return removed.contains("zweiklick-");
        }
    }

    private List<Change> changes(PageSource source) {
        MediaType type = MediaType.of(source.contentType(), source.body());
        PageText page = PageText.read(source.body(), EncodingSniffer.sniff(source.body(), type));
        Session session = new Session(recognition, source, new SmallMarkup());
        Patchwork patchwork = new DocumentRewriter(session, DocumentRewriter.Syntax.of(type))
                .rewrite(page.text(), page::value)
                .orElseThrow();
        List<Change> changes = new ArrayList<>();
        int done = 0;
        StringBuilder ours = new StringBuilder();
        for (Patchwork.Piece piece : patchwork.pieces()) {
            if (piece instanceof Patchwork.Piece.Ours markup) {
                ours.append(markup.text());
            } else if (piece instanceof Patchwork.Piece.Original kept) {
                changes.add(change(page, done, kept.start(), ours));
                done = kept.end();
            }
        }
        changes.add(change(page, done, page.text().length(), ours));
        return changes;
    }

    private static Change change(PageText page, int start, int end, StringBuilder ours) {
        String markup = ours.toString();
        ours.setLength(0);
        return new Change(page.byteAt(start), page.byteAt(end), page.text().substring(start, end), markup);
    }
}
