package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import java.util.HashSet;
import java.util.Set;

/** What is common to all documents and rounds of one page: a page may hold others in {@code srcdoc}. */
final class Session {
    final Catalogue catalogue;
    final EmbedForms forms;
    final ParkedMarkup parked;
    final PlainElements plain;
    final ConsentTools consentTools = new ConsentTools();
    final PageSource source;
    final PageMarkup markup;
    private final FindingSink findings;
    private final Set<String> embedded = new HashSet<>();
    private final Set<Finding> reported = new HashSet<>();
    private final String place;
    private int number;

    Session(
            Catalogue catalogue,
            EmbedForms forms,
            ParkedMarkup parked,
            PlainElements plain,
            FindingSink findings,
            PageSource source,
            PageMarkup markup) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.parked = parked;
        this.plain = plain;
        this.findings = findings;
        this.source = source;
        this.markup = markup;
        // The query may hold personal data.
        this.place = source.address().origin() + source.address().path();
    }

    int nextNumber() {
        return ++number;
    }

    void embedded(String serviceId) {
        embedded.add(serviceId);
    }

    boolean hasEmbedOf(String serviceId) {
        return embedded.contains(serviceId);
    }

    /** Reports a finding once a page. */
    void report(Finding.Kind kind, String message, String remedy) {
        Finding finding = new Finding(kind, place, message, remedy);
        if (reported.add(finding)) {
            findings.report(finding);
        }
    }
}
