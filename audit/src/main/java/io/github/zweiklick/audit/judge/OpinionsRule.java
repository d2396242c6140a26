package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.SecondOpinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What other browsers contacted, by the rule that holds for the first. A host that several contacted is one finding, which
 * names them: browsers differ in when they do it, so the part of the visit does not make it another.
 */
record OpinionsRule(ContactRule rule) {

    /** What was found with what other browsers add to it. */
    List<Observation> merge(PageResult page, List<Observation> found) {
        List<Observation> all = new ArrayList<>(found);
        for (SecondOpinion opinion : page.opinions()) {
            for (Observation seen : rule.apply(page.seenBy(opinion))) {
                add(all, seen, opinion.browser());
            }
        }
        return all;
    }

    private static void add(List<Observation> all, Observation seen, SecondBrowser browser) {
        int like = -1;
        for (int i = 0; i < all.size(); i++) {
            Observation known = all.get(i);
            if (known.kind() == seen.kind() && known.subject().equals(seen.subject())) {
                if (known.in().equals(Optional.of(browser))) {
                    // In a further part of its visit.
                    like = -1;
                    break;
                }
                if (like < 0 || phase(known).equals(phase(seen))) {
                    like = i;
                }
            }
        }
        if (like < 0) {
            all.add(seen.foundIn(browser));
        } else {
            all.set(like, all.get(like).andIn(browser));
        }
    }

    private static Optional<Phase> phase(Observation seen) {
        return seen.step().map(Step::phase);
    }
}
