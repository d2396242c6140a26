package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Pages of which nothing was seen. */
final class Failures {
    private Failures() {}

    static PageResult of(String url, Instant started, Instant ended, String why) {
        ContactReport nothing = new ContactReport(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new PageResult(
                url,
                url,
                OptionalInt.empty(),
                Optional.of(why),
                started,
                ended,
                List.of(),
                nothing,
                PageFacts.NONE,
                Map.of(),
                List.of(),
                List.of());
    }
}
