package io.github.zweiklick.audit.junit;

import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.report.Lines;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Assertions about one page. The page is visited when the first needs it, and once more where a later one needs phases that were
 * left out; so name those about consent first, or alone, where time counts. Each fails with what was seen: hosts, how far the
 * contact went, when, and the element or script behind it.
 *
 * <p>A page that could not be tested (an error, a download, a crash) fails every assertion.
 */
public final class PageAssert {
    private static final Set<AuditPhase> BEFORE = EnumSet.of(AuditPhase.LOAD, AuditPhase.INTERACT, AuditPhase.LEAVE);

    private final String url;
    private final PageVisitor visitor;
    private Set<AuditPhase> done = Set.of();
    private Optional<PageResult> visited = Optional.empty();

    PageAssert(String url, PageVisitor visitor) {
        this.url = url;
        this.visitor = visitor;
    }

    /** No foreign host is contacted by loading, scrolling, pointing, waiting and leaving: § 25(1) TDDDG. */
    public PageAssert contactsNobodyBeforeConsent() {
        return finds(BEFORE, "to contact nobody before consent", Observation.Kind.CONTACT);
    }

    /** Nothing is stored in the browser before consent: § 25(1) TDDDG. */
    public PageAssert storesNothingBeforeConsent() {
        return finds(BEFORE, "to store nothing before consent", Observation.Kind.STORAGE);
    }

    /** After consent to one service, each in turn, only hosts and cookies appear that are declared for it: Art. 4(11), 13 GDPR. */
    public PageAssert contactsOnlyDeclaredHostsAfterConsent() {
        return finds(
                EnumSet.allOf(AuditPhase.class),
                "to contact only declared hosts after consent",
                Observation.Kind.UNDECLARED_HOST,
                Observation.Kind.UNDECLARED_COOKIE);
    }

    /** Once consent was taken back and the page opened anew, nobody is contacted and nothing is left over: Art. 7(3) GDPR. */
    public PageAssert isCleanAfterWithdrawal() {
        return finds(
                EnumSet.allOf(AuditPhase.class),
                "to be clean after withdrawal",
                Observation.Kind.CONTACT_AFTER_WITHDRAWAL,
                Observation.Kind.STORAGE_AFTER_WITHDRAWAL,
                Observation.Kind.HARD_TO_WITHDRAW);
    }

    /** What the browser saw, for assertions that are not made here: all phases. */
    public PageResult result() {
        return visit(EnumSet.allOf(AuditPhase.class));
    }

    /** What was not done proves nothing. */
    private void requireConsent(PageResult page) {
        page.contacts().untested().stream()
                .filter(gap -> gap.kind() == Untested.Kind.CONSENT || gap.kind() == Untested.Kind.SERVICES)
                .findFirst()
                .ifPresent(gap -> {
                    throw new AssertionError("Page\n  " + url + "\ncould not be tested after consent: " + gap);
                });
    }

    private PageAssert finds(Set<AuditPhase> phases, String expected, Observation.Kind... kinds) {
        PageResult page = visit(phases);
        if (phases.contains(AuditPhase.CONSENT)) {
            requireConsent(page);
        }
        List<Observation> found = page.observations().stream()
                .filter(one -> List.of(kinds).contains(one.kind()))
                .toList();
        if (!found.isEmpty()) {
            StringBuilder message = new StringBuilder("Expecting page\n  " + url + "\n" + expected + " but found:");
            found.forEach(one -> message.append("\n  ").append(Lines.of(page, one)));
            throw new AssertionError(message.toString());
        }
        return this;
    }

    private PageResult visit(Set<AuditPhase> phases) {
        if (visited.isEmpty() || !done.containsAll(phases)) {
            visited = Optional.of(visitor.visit(url, phases));
            done = phases;
        }
        PageResult page = visited.get();
        page.failure().ifPresent(why -> {
            throw new AssertionError("Page\n  " + url + "\ncould not be tested: " + why);
        });
        return page;
    }
}
