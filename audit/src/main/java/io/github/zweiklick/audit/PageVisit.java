package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.ContactReport;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * One page as it was visited.
 *
 * @param shown the address it led to; the same where scripts are off, which tell it
 * @param status of the answer; empty where scripts are off, which tell it
 * @param browser name and version
 * @param phases in the order in which they were
 */
record PageVisit(
        String url,
        String shown,
        OptionalInt status,
        String browser,
        Instant started,
        Instant ended,
        List<AuditPhase> phases,
        ContactReport contacts) {

    private static final int FIRST_ERROR = 400;

    PageVisit {
        phases = List.copyOf(phases);
    }

    /** Whether an error stood in the page's place, which says nothing of the page. */
    boolean isError() {
        return status.orElse(0) >= FIRST_ERROR;
    }
}
