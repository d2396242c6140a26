package io.github.zweiklick.audit.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One audit: what was asked for, how it was made, and what was seen on each page.
 *
 * @param stopped why it ended before all pages were visited; empty where it did not
 * @param notVisited addresses it did not come to
 * @param resumptions each time it was cut off and went on
 */
public record AuditResult(
        CaseFile file,
        Setup setup,
        Instant started,
        Instant ended,
        Optional<String> stopped,
        List<PageResult> pages,
        List<String> notVisited,
        List<Resumption> resumptions) {

    public AuditResult {
        resumptions = List.copyOf(resumptions);
        pages = List.copyOf(pages);
        notVisited = List.copyOf(notVisited);
    }

    /** One that was made in one go. */
    public AuditResult(
            CaseFile file,
            Setup setup,
            Instant started,
            Instant ended,
            Optional<String> stopped,
            List<PageResult> pages,
            List<String> notVisited) {
        this(file, setup, started, ended, stopped, pages, notVisited, List.of());
    }

    /** What was found on all pages, in order. */
    public List<Observation> observations() {
        return pages.stream().flatMap(page -> page.observations().stream()).toList();
    }

    /**
     * Whether every page was opened by a browser that is known to be seen through, and by all that were to give a second
     * opinion, and nothing ended the audit early.
     */
    public boolean isWhole() {
        return stopped.isEmpty()
                && notVisited.isEmpty()
                && setup.proof() instanceof Proof.Passed
                && pages.stream().noneMatch(page -> page.anyFailure().isPresent());
    }
}
