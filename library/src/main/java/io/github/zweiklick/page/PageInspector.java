package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.page.EncodingSniffer.Sniffed;

/**
 * Tells what {@link PageRewriter} would replace or disarm in a page, and where: it is that rewriter, whose result is thrown away.
 * What authors write to have an embed, posts or share links contacts nobody and is not told.
 *
 * <p>Style sheets are read as well. No rewriter changes them; what they load from elsewhere the headers stop.
 */
public final class PageInspector {
    private static final String STYLE_SHEET = "text/css";

    private final Catalogue catalogue;
    private final PageRewriter rewriter;

    public PageInspector(Catalogue catalogue) {
        this(catalogue, new PageRewriter(catalogue, FindingSink.none()));
    }

    PageInspector(Catalogue catalogue, PageRewriter rewriter) {
        this.catalogue = catalogue;
        this.rewriter = rewriter;
    }

    /** Thread-safe; never throws for any input. Waits while other pages hold the memory that this one needs. */
    public Inspection inspect(PageSource source) {
        MediaType type = MediaType.of(source.contentType(), source.body());
        if (type.essence().equals(STYLE_SHEET)) {
            return styleSheet(source, type);
        }
        Latest latest = new Latest(source);
        Rewrite rewrite = rewriter.rewrite(source, new PlainMarkup(), latest::begin);
        if (rewrite instanceof Rewrite.Unexamined unexamined) {
            return new Inspection.Unexamined(unexamined.reason());
        }
        if (rewrite instanceof Rewrite.Unchanged unchanged
                && unchanged.charset().isEmpty()) {
            return new Inspection.NoPage();
        }
        return read(latest.notes, source, type);
    }

    private Inspection styleSheet(PageSource source, MediaType type) {
        Sniffed sniffed = EncodingSniffer.sniff(source.body(), type);
        if (sniffed.encoding().isReplacement()) {
            return new Inspection.Unexamined("The style sheet has an encoding that browsers refuse to read");
        }
        PageText text = PageText.read(source.body(), sniffed);
        ForeignNotes notes = new ForeignNotes(catalogue, source);
        notes.readAs(text);
        for (StyleReference reference : StyleReference.in(
                SourceText.of(text.text(), text::value), new Span(0, text.text().length()), Addresses.at(source))) {
            notes.takenOut(
                    "", reference.disarming().start(), reference.disarming().end(), reference.foreign());
        }
        return read(notes, source, type);
    }

    private static Inspection read(ForeignNotes notes, PageSource source, MediaType type) {
        Sniffed sniffed = EncodingSniffer.sniff(source.body(), type);
        return new Inspection.Read(notes.parts(sniffed), sniffed.encoding().charset());
    }

    /** Of several readings the last counts. */
    private final class Latest {
        private final PageSource source;
        private ForeignNotes notes;

        Latest(PageSource source) {
            this.source = source;
            this.notes = new ForeignNotes(catalogue, source);
        }

        Notes begin() {
            notes = new ForeignNotes(catalogue, source);
            return notes;
        }
    }
}
