package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.FindingSink;

/** Finds what a page would load from elsewhere and replaces exactly those bytes. CONTRACT STUB. */
public final class PageRewriter {
    private final Catalogue catalogue;
    private final FindingSink findings;

    public PageRewriter(Catalogue catalogue, FindingSink findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /** Thread-safe; never throws for any input. */
    public Rewrite rewrite(PageSource source, PageMarkup markup) {
        throw new UnsupportedOperationException(catalogue.services() + " " + findings + source + markup);
    }
}
