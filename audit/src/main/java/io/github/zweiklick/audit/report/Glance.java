package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import java.util.ArrayList;
import java.util.List;

/** On the first page: what was found and what was not tested, each in a line that leads on. */
record Glance(Sheet sheet, Outcome outcome, Findings findings) {
    /** Lines about what was not tested; the rest is where they lead. */
    private static final int MOST = 8;

    private record Line(String section, String text) {}

    void write() {
        Markup out = sheet.out();
        out.open("div", "glance").open("div");
        sheet.heading("h3", sheet.say("glance.found"));
        if (findings.groups().isEmpty()) {
            sheet.paragraph(sheet.say(outcome.isImpossible() ? "verdict.impossible" : "glance.found.none"));
        } else {
            list(findings.groups().stream().map(this::found).toList());
        }
        out.close().open("div");
        sheet.heading("h3", sheet.say("glance.untested"));
        list(untested());
        out.close().close().line();
    }

    private Line found(Findings.Group group) {
        return new Line(
                "finding-" + group.number(),
                "F" + group.number() + " " + sheet.words().name("kind", group.kind()) + ": "
                        + sheet.words().number(group.items().size()));
    }

    /** The limits of the method apply to every audit, and come last. */
    private List<Line> untested() {
        AuditResult result = sheet.result();
        List<Line> lines = new ArrayList<>();
        long broken =
                result.pages().stream().filter(page -> !Outcome.isTested(page)).count();
        add(lines, "glance.broken", broken);
        add(lines, "glance.unvisited", result.notVisited().size());
        for (AuditPhase phase : AuditPhase.values()) {
            if (Outcome.pages(result, phase) == 0) {
                lines.add(
                        new Line("scope", sheet.words().name("phase", phase) + ": " + ScopeSection.done(sheet, phase)));
            }
        }
        result.pages().stream()
                .flatMap(page -> page.contacts().untested().stream())
                .map(Untested::kind)
                .distinct()
                .sorted()
                .forEach(kind -> lines.add(new Line("scope", sheet.words().name("untested", kind))));
        List<Line> shown = new ArrayList<>(lines.stream().limit(MOST).toList());
        add(shown, "more", lines.size() - shown.size());
        shown.add(new Line("limits", sheet.say("glance.limits")));
        return shown;
    }

    private void add(List<Line> lines, String key, long number) {
        if (number > 0) {
            lines.add(new Line("scope", sheet.words().count(key, number)));
        }
    }

    private void list(List<Line> lines) {
        Markup out = sheet.out();
        out.open("ul");
        lines.forEach(line -> out.open("li").link(line.section(), line.text()).close());
        out.close().line();
    }
}
