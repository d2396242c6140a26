package io.github.zweiklick.audit.result;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

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
 * @param opinions of other browsers, in the order in which they were asked
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
        List<Observation> observations,
        List<SecondOpinion> opinions) {

    public PageResult {
        opinions = List.copyOf(opinions);
        steps = List.copyOf(steps);
        policies = Map.copyOf(policies);
        pictures = List.copyOf(pictures);
        observations = List.copyOf(observations);
    }

    /** Visited by one browser. */
    public PageResult(
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
        this(
                url,
                shown,
                status,
                failure,
                started,
                ended,
                steps,
                contacts,
                facts,
                policies,
                pictures,
                observations,
                List.of());
    }

    public PageResult with(List<Observation> found) {
        return copy(contacts, found, opinions);
    }

    public PageResult and(List<SecondOpinion> others) {
        return copy(contacts, observations, others);
    }

    /** The page as another browser saw it, as far as contacts go. */
    public PageResult seenBy(SecondOpinion opinion) {
        return copy(opinion.contacts(), List.of(), List.of());
    }

    /** With foreign hosts, in all browsers. */
    public List<Contact> foreign() {
        return Stream.concat(
                        contacts.contacts().stream(),
                        opinions.stream().flatMap(opinion -> opinion.contacts().contacts().stream()))
                .toList();
    }

    /** Why it could not be tested in some browser that was to open it. */
    public Optional<String> anyFailure() {
        return failure.or(() -> opinions.stream()
                .filter(opinion -> opinion.failure().isPresent())
                .findFirst()
                .flatMap(opinion ->
                        opinion.failure().map(why -> "in " + opinion.browser().title() + ": " + why)));
    }

    private PageResult copy(ContactReport seen, List<Observation> found, List<SecondOpinion> others) {
        return new PageResult(
                url, shown, status, failure, started, ended, steps, seen, facts, policies, pictures, found, others);
    }
}
