package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation.Kind;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondOpinion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was tested, what was not, and what cannot be tested this way. */
record ScopeSection(Sheet sheet) {
    static final List<String> LIMITS = List.of(
            "pages",
            "own",
            "navigation",
            "automated",
            "evasion",
            "container",
            "cloaked",
            "browser",
            "caches",
            "addresses",
            "presence");

    /** Rows of one table. */
    private static final int MOST = 1_000;

    void write() {
        sheet.openSection("scope");
        sheet.heading("h3", sheet.say("scope.tested"));
        phases();
        pages();
        if (!sheet.result().setup().secondOpinions().isEmpty()) {
            sheet.paragraph(sheet.say("scope.opinions", "browsers", OpinionsTable.asked(sheet)));
        }
        sheet.heading("h3", sheet.say("scope.untested"));
        gaps();
        sheet.out()
                .open("h3")
                .attribute("id", "limits")
                .text(sheet.say("scope.limits"))
                .close()
                .line();
        sheet.list(LIMITS, LIMITS.size(), limit -> sheet.out().text(sheet.say("limit." + limit)));
        sheet.closeSection();
    }

    private void phases() {
        Table table = sheet.whole(sheet.say("scope.phases"), "scope.phase", "scope.phase.about", "scope.phase.done");
        for (AuditPhase phase : AuditPhase.values()) {
            table.row()
                    .head(sheet.words().name("phase", phase))
                    .cell(sheet.say(Words.key("phase", phase) + ".about"))
                    .cell(done(sheet, phase));
        }
        table.close();
    }

    static String done(Sheet sheet, AuditPhase phase) {
        long pages = Outcome.pages(sheet.result(), phase);
        if (pages > 0) {
            return sheet.say("scope.done", "pages", sheet.words().count("pages", pages));
        }
        return sheet.say(sheet.result().setup().phases().contains(phase) ? "scope.done.nowhere" : "scope.not.done");
    }

    private void pages() {
        AuditResult result = sheet.result();
        Table table = sheet.table(sheet.say("scope.pages"), "scope.number", "scope.address", "scope.result");
        int most = sheet.isOnPaper()
                ? Math.min(MOST, result.pages().size())
                : result.pages().size();
        for (int i = 0; i < most; i++) {
            PageResult page = result.pages().get(i);
            int at = i + 1;
            table.row()
                    .head(() -> sheet.out().link("page-" + at, sheet.words().number(at)))
                    .cell(() -> sheet.quote(Masking.page(page.url())))
                    .cell(() -> result(sheet, page));
        }
        for (String address : result.notVisited().stream().limit(MOST).toList()) {
            table.row()
                    .head("\u2013")
                    .cell(() -> sheet.quote(Masking.page(address)))
                    .cell(sheet.say("scope.result.not.visited"));
        }
        table.more(result.pages().size()
                - most
                + result.notVisited().size()
                - Math.min(MOST, result.notVisited().size()));
        table.close();
    }

    /** What is to be said of a page in a line. */
    static void result(Sheet sheet, PageResult page) {
        Markup out = sheet.out();
        if (page.failure().isPresent()) {
            out.text(sheet.say("scope.result.failed") + " ");
            sheet.english(page.failure().get());
            out.text(" ");
        } else if (Outcome.isBlind(page)) {
            out.text(sheet.say("scope.result.blind") + " ");
        }
        for (SecondOpinion opinion : page.opinions()) {
            if (opinion.failure().isPresent()) {
                out.text(sheet.say(
                                "scope.result.opinion",
                                "browser",
                                opinion.browser().title())
                        + " ");
            }
        }
        int without = Outcome.subjects(page, Kind.CONTACT).size();
        int after = Outcome.subjects(page, Kind.CONTACT_AFTER_WITHDRAWAL).size();
        long others = page.observations().stream()
                .filter(seen -> seen.kind() != Kind.CONTACT && seen.kind() != Kind.CONTACT_AFTER_WITHDRAWAL)
                .map(seen -> seen.kind() + seen.subject())
                .distinct()
                .count();
        StringBuilder text = new StringBuilder();
        if (without > 0) {
            add(sheet, text, hosts(sheet, "scope.result.before", without));
        }
        if (after > 0) {
            add(sheet, text, hosts(sheet, "scope.result.after", after));
        }
        if (without + after == 0 && Outcome.isTested(page)) {
            add(sheet, text, sheet.say("scope.result.none"));
        }
        if (others > 0) {
            add(sheet, text, sheet.words().count("scope.result.others", others));
        }
        out.text(text.toString());
    }

    private static String hosts(Sheet sheet, String key, int number) {
        return sheet.say(key, "hosts", sheet.words().count("scope.result.hosts", number));
    }

    private static void add(Sheet sheet, StringBuilder text, String part) {
        text.append(text.isEmpty() ? "" : sheet.say("list.separator")).append(part);
    }

    private void gaps() {
        Map<Untested, SortedSet<Integer>> gaps = new LinkedHashMap<>();
        List<PageResult> pages = sheet.result().pages();
        for (int i = 0; i < pages.size(); i++) {
            for (Untested gap : pages.get(i).contacts().untested()) {
                gaps.computeIfAbsent(gap, one -> new TreeSet<>()).add(i + 1);
            }
        }
        if (gaps.isEmpty()) {
            sheet.paragraph(sheet.say("scope.untested.none"));
            return;
        }
        Table table = sheet.table(sheet.say("scope.gaps"), "scope.gap", "scope.gap.pages");
        gaps.entrySet().stream()
                .limit(MOST)
                .forEach(gap ->
                        table.row().head(() -> gap(sheet, gap.getKey())).cell(() -> sheet.pages(gap.getValue())));
        table.more(gaps.size() - Math.min(MOST, gaps.size()));
        table.close();
    }

    static void gap(Sheet sheet, Untested gap) {
        Markup out = sheet.out();
        out.text(sheet.words().name("untested", gap.kind()));
        gap.detail().ifPresent(detail -> {
            out.text(" (");
            switch (gap.kind()) {
                case LOG, FACTS, TIMINGS -> sheet.english(detail);
                case CONSENT, WITHDRAWAL -> out.text(sheet.operators().service(detail));
                default -> out.text(sheet.words().cut(detail));
            }
            out.text(")");
        });
    }
}
