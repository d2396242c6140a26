package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.SecondOpinion;
import io.github.zweiklick.audit.result.TrustedHost;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An audit for the terminal: a few lines a page, in English. Nothing a page says can move its cursor. */
public final class TextReport {
    private static final int MOST_SUBJECTS = 8;

    private final PrintWriter out;
    private final List<TrustedHost> trusted;

    private TextReport(PrintWriter out, List<TrustedHost> trusted) {
        this.out = out;
        this.trusted = trusted;
    }

    /** Writes what each page contacted, what was found on it and what was not tested, and why an audit ended early. */
    public static void write(AuditResult result, PrintWriter out) {
        TextReport report = new TextReport(out, result.setup().trusted());
        if (result.setup().proof() instanceof Proof.Missing missing) {
            out.println("Could not test: " + text(missing.why())
                    + ". What was seen is told; that nothing was proves nothing.");
        }
        result.pages().forEach(report::page);
        result.resumptions()
                .forEach(one -> out.println("Cut off after " + one.after() + ", went on at " + one.resumed() + ": "
                        + one.kept() + " pages had been visited by then"
                        + (one.again() == 0
                                ? ""
                                : ", and " + one.again() + " that had been as well were visited again")));
        result.stopped().ifPresent(why -> out.println("Ended early: " + text(why)));
        result.notVisited().forEach(url -> out.println("Not visited: " + url(url)));
    }

    private void page(PageResult page) {
        out.println(url(page.url()) + shown(page) + ": " + verdict(page, page.failure(), false));
        reached(page.contacts())
                .forEach((host, steps) -> out.println("  " + Plain.line(host) + ": " + said(steps) + reason(host)));
        subjects(page).forEach((kind, subjects) -> out.println("  " + Plain.word(kind) + said(subjects)));
        page.contacts().untested().forEach(gap -> out.println("  not tested: " + text(gap.toString())));
        page.opinions().forEach(opinion -> opinion(page, opinion));
    }

    /** Whom another browser contacted. */
    private void opinion(PageResult page, SecondOpinion opinion) {
        String name =
                opinion.browser().title() + (opinion.version().isEmpty() ? "" : " (" + text(opinion.version()) + ")");
        out.println(
                "  in " + name + ": " + verdict(page.seenBy(opinion), opinion.failure(), isBlind(opinion.contacts())));
        reached(opinion.contacts())
                .forEach((host, steps) -> out.println("    " + Plain.line(host) + ": " + said(steps) + reason(host)));
        opinion.contacts().untested().forEach(gap -> out.println("    not tested: " + text(gap.toString())));
    }

    private static boolean isBlind(ContactReport seen) {
        return seen.untested().stream().anyMatch(gap -> gap.kind() == Untested.Kind.EVERYTHING);
    }

    private static String url(String url) {
        return Plain.line(Masking.page(url));
    }

    private static String text(String text) {
        return Plain.line(Masking.text(text));
    }

    private static String shown(PageResult page) {
        String elsewhere = page.shown().equals(page.url()) ? "" : "led to " + url(page.shown());
        if (page.status().isEmpty()) {
            return elsewhere.isEmpty() ? "" : " (" + elsewhere + ")";
        }
        return " (status " + page.status().getAsInt() + (elsewhere.isEmpty() ? "" : ", " + elsewhere) + ")";
    }

    /** Claims no more than was tested. */
    private String verdict(PageResult page, Optional<String> failure, boolean blind) {
        Predicate<Step> early = BeforeConsent.of(page);
        Set<String> hosts = page.contacts().contacts().stream()
                .filter(contact -> early.test(contact.step()))
                .map(Contact::host)
                .collect(Collectors.toSet());
        long known = hosts.stream().filter(host -> trusted(host).isPresent()).count();
        String seen = (hosts.isEmpty() ? "no foreign host seen" : count(hosts.size())) + " before consent"
                + (known == 0 ? "" : ", " + known + " of them trusted");
        String tested = page.contacts().steps().stream()
                .filter(early)
                .map(step -> Plain.word(step.phase()))
                .distinct()
                .collect(Collectors.joining(", ", " (", ")"));
        if (blind && failure.isEmpty()) {
            return "not tested";
        }
        return failure.map(why -> "could not be tested: " + text(why) + (hosts.isEmpty() ? "" : "; until then " + seen))
                .orElse(seen + tested);
    }

    private static String count(int hosts) {
        return hosts == 1 ? "1 foreign host" : hosts + " foreign hosts";
    }

    /** How far contact with each host went in which part of the visit. */
    private static Map<String, Map<Step, Set<Level>>> reached(ContactReport seen) {
        Map<String, Map<Step, Set<Level>>> hosts = new TreeMap<>();
        for (Contact contact : seen.contacts()) {
            hosts.computeIfAbsent(contact.host(), host -> new TreeMap<>(Comparator.comparingInt(Step::number)))
                    .computeIfAbsent(contact.step(), step -> EnumSet.noneOf(Level.class))
                    .add(contact.level());
        }
        return hosts;
    }

    private static String said(Map<Step, Set<Level>> steps) {
        return steps.entrySet().stream()
                .map(step -> name(step.getKey())
                        + step.getValue().stream().map(Plain::word).collect(Collectors.joining(", ", " ", "")))
                .collect(Collectors.joining("; "));
    }

    private static String name(Step step) {
        return Plain.word(step.phase()) + (step.about().isEmpty() ? "" : " (" + text(step.about()) + ")");
    }

    private String reason(String host) {
        return trusted(host)
                .map(known -> "; trusted: " + Plain.line(known.reason()))
                .orElse("");
    }

    private Optional<TrustedHost> trusted(String host) {
        return trusted.stream().filter(known -> known.covers(host)).findFirst();
    }

    private static Map<Observation.Kind, Set<String>> subjects(PageResult page) {
        Subjects masking = Subjects.of(page);
        Map<Observation.Kind, Set<String>> kinds = new LinkedHashMap<>();
        for (Observation seen : page.observations()) {
            kinds.computeIfAbsent(seen.kind(), kind -> new LinkedHashSet<>())
                    .add(Plain.line(masking.masked(seen.subject())) + browsers(seen));
        }
        return kinds;
    }

    private static String browsers(Observation seen) {
        return seen.others().isEmpty()
                ? ""
                : seen.others().stream()
                        .map(SecondBrowser::title)
                        .collect(Collectors.joining(", ", seen.in().isPresent() ? " (only in " : " (also in ", ")"));
    }

    private static String said(Set<String> subjects) {
        String first = subjects.stream()
                .filter(subject -> !subject.isBlank())
                .limit(MOST_SUBJECTS)
                .collect(Collectors.joining(", "));
        return (first.isEmpty() ? "" : ": " + first)
                + (subjects.size() > MOST_SUBJECTS ? " and " + (subjects.size() - MOST_SUBJECTS) + " more" : "");
    }
}
