package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.PageResult;
import java.util.HashSet;
import java.util.Set;

/** Which services are allowed at some time of a visit. */
final class Allowed {
    private Allowed() {}

    /** Whether a consent tool was told that everything is allowed. */
    static boolean anything(Set<String> allowed) {
        return allowed.stream().anyMatch(about -> about.startsWith(Step.TOOL));
    }

    /** Consented to until then and not opened anew without; the service whose consent is being taken back included. */
    static Set<String> during(PageResult page, Step until) {
        Set<String> allowed = new HashSet<>();
        for (Step step : page.contacts().steps()) {
            if (step.number() > until.number()) {
                break;
            }
            if (step.phase() == Phase.CONSENT) {
                allowed.add(step.about());
            } else if (step.phase() == Phase.RELOAD) {
                allowed.remove(step.about());
            }
        }
        return allowed;
    }
}
