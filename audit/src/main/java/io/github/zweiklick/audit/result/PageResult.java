package io.github.zweiklick.audit.result;

import io.github.zweiklick.audit.harness.ContactReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One page as it was visited.
 *
 * @param shown the address it led to; the same where that is not known
 * @param status of the answer; empty where none was seen
 * @param failure why the page could not be tested, or not to the end, in English; empty where it was
 * @param steps in their order
 * @param facts what the page looked like once it was loaded
 * @param policies response header fields of the page that protect visitors, by lower-case name
 * @param pictures what the window showed, in order of time
 * @param observations what was found
 */
public record PageResult(
        String url,
        String shown,
        OptionalInt status,
        Optional<String> failure,
        Instant started,
        Instant ended,
        List<StepResult> steps,
        ContactReport contacts,
        PageFacts facts,
        Map<String, String> policies,
        List<Screenshot> pictures,
        List<Observation> observations) {

    public PageResult {
        steps = List.copyOf(steps);
        policies = Map.copyOf(policies);
        pictures = List.copyOf(pictures);
        observations = List.copyOf(observations);
    }

    public PageResult with(List<Observation> found) {
        return new PageResult(
                url, shown, status, failure, started, ended, steps, contacts, facts, policies, pictures, found);
    }
}
