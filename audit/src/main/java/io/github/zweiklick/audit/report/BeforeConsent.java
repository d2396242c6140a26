package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.PageResult;
import java.util.function.Predicate;

/** The parts of a visit before its first consent: whatever comes after that comes after consent. */
final class BeforeConsent {
    private BeforeConsent() {}

    static Predicate<Step> of(PageResult page) {
        int consent = page.contacts().steps().stream()
                .filter(step -> step.phase() == Phase.CONSENT)
                .mapToInt(Step::number)
                .min()
                .orElse(Integer.MAX_VALUE);
        return step -> step.number() < consent;
    }
}
