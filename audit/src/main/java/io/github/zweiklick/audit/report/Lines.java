package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import java.util.stream.Collectors;

/** Observations in a line each, in English, masked, and fit for terminals and messages of tests. */
public final class Lines {
    private Lines() {}

    /** What was found, when, and what is known of it, such as {@code contact: www.example.org in load (dns, socket)}. */
    public static String of(PageResult page, Observation seen) {
        String subject = Plain.line(Subjects.of(page).masked(seen.subject()));
        String when = seen.step()
                .map(step -> " in " + Plain.word(step.phase())
                        + (step.about().isEmpty() ? "" : " (" + Plain.line(Masking.text(step.about())) + ")"))
                .orElse("");
        String details = seen.details().stream()
                .map(detail -> Plain.line(Masking.text(detail)))
                .collect(Collectors.joining(", "));
        return Plain.word(seen.kind())
                + (subject.isEmpty() ? "" : ": " + subject)
                + when
                + (details.isEmpty() ? "" : " (" + details + ")");
    }
}
