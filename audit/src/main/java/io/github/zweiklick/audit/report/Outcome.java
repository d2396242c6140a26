package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.Observation.Kind;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an audit comes to.
 *
 * @param tested pages of which something can be said to their end
 * @param all pages that were to be visited
 * @param without foreign hosts contacted without consent
 * @param after foreign hosts contacted after withdrawal
 * @param consented foreign hosts contacted after a consent
 * @param trusted hosts admitted beforehand that were contacted
 * @param others things found that are no contact without consent
 * @param proven whether the browser is known to be seen through: without, nothing seen proves nothing
 * @param withoutOpinion pages that another browser was to open and could not, or not to the end
 * @param gaps whether something could not be observed on a page that was tested
 */
record Outcome(
        int tested,
        int all,
        Set<String> without,
        Set<String> after,
        Set<String> consented,
        Set<String> trusted,
        int others,
        boolean proven,
        long withoutOpinion,
        boolean gaps) {

    static Outcome of(AuditResult result, Findings findings) {
        Set<String> trusted = new TreeSet<>();
        Set<String> consented = new TreeSet<>();
        for (PageResult page : result.pages()) {
            for (Contact contact : page.foreign()) {
                if (result.setup().trusted().stream().anyMatch(host -> host.covers(contact.host()))) {
                    trusted.add(contact.host());
                } else if (contact.phase() == Phase.CONSENT) {
                    consented.add(contact.host());
                }
            }
        }
        return new Outcome(
                (int) result.pages().stream().filter(Outcome::isTested).count(),
                result.pages().size() + result.notVisited().size(),
                subjects(findings, Kind.CONTACT),
                subjects(findings, Kind.CONTACT_AFTER_WITHDRAWAL),
                consented,
                trusted,
                findings.others(),
                result.setup().proof() instanceof Proof.Passed,
                result.pages().stream()
                        .filter(page -> page.opinions().stream()
                                .anyMatch(opinion -> opinion.failure().isPresent()))
                        .count(),
                result.pages().stream()
                        .anyMatch(page ->
                                isTested(page) && !page.contacts().untested().isEmpty()));
    }

    private static Set<String> subjects(Findings findings, Kind kind) {
        return findings.items(kind).map(Findings.Item::subject).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a page was visited to the end by a browser that was watched. */
    static boolean isTested(PageResult page) {
        return page.failure().isEmpty() && !isBlind(page);
    }

    /** Whether nobody watched the browser. */
    static boolean isBlind(PageResult page) {
        return page.contacts().untested().stream().anyMatch(gap -> gap.kind() == Untested.Kind.EVERYTHING);
    }

    /** What was seen is said even of pages that were not tested to their end. */
    boolean isImpossible() {
        return (tested == 0 || !proven) && without.isEmpty() && after.isEmpty();
    }

    boolean isWhole() {
        return tested == all;
    }

    /** On how many pages something was done. */
    static long pages(AuditResult result, AuditPhase phase) {
        return result.pages().stream()
                .filter(page ->
                        page.steps().stream().anyMatch(step -> phase(step.step().phase()) == phase))
                .count();
    }

    private static AuditPhase phase(Phase phase) {
        return switch (phase) {
            case LOAD -> AuditPhase.LOAD;
            case SCROLL, HOVER, IDLE -> AuditPhase.INTERACT;
            case CONSENT -> AuditPhase.CONSENT;
            case WITHDRAW, RELOAD -> AuditPhase.WITHDRAW;
            case LEAVE -> AuditPhase.LEAVE;
        };
    }

    /** Hosts a page contacted without consent, or after withdrawal. */
    static Set<String> subjects(PageResult page, Kind kind) {
        return page.observations().stream()
                .filter(seen -> seen.kind() == kind)
                .map(Observation::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
