package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.HostList;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.TrustedHost;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the audit comes to, in sentences that claim no more than was tested. */
record VerdictSection(Sheet sheet, Outcome outcome, Findings findings) {

    void write() {
        sheet.openSection("verdict");
        Markup out = sheet.out();
        out.open("div", "verdict");
        sentences().forEach(sentence -> out.element("p", "sentence", sentence).line());
        sheet.result().stopped().ifPresent(why -> {
            out.open("p").text(sheet.say("verdict.stopped") + " ");
            sheet.english(why);
            out.close().line();
        });
        if (sheet.result().setup().proof() instanceof Proof.Missing missing) {
            out.open("p").text(sheet.say("verdict.unproven") + " ");
            sheet.english(missing.why());
            out.close().line();
        }
        if (outcome.isImpossible() && outcome.tested() == 0) {
            sheet.paragraph(sheet.say("verdict.impossible.why"));
        } else if (!outcome.isWhole()) {
            sheet.paragraph(
                    sheet.say("verdict.incomplete", "tested", number(outcome.tested()), "all", number(outcome.all())));
        }
        if (!sheet.result().resumptions().isEmpty()) {
            sheet.paragraph(sheet.say("verdict.resumed"));
        }
        if (outcome.others() > 0) {
            sheet.paragraph(sheet.words().count("verdict.others", outcome.others()));
        }
        if (outcome.gaps()) {
            sheet.paragraph(sheet.say("verdict.gaps"));
        }
        sheet.paragraph(scope());
        if (!sheet.result().setup().secondOpinions().isEmpty()) {
            sheet.paragraph(sheet.say("verdict.opinions", "browsers", OpinionsTable.asked(sheet)));
        }
        if (outcome.withoutOpinion() > 0) {
            sheet.paragraph(sheet.words().count("verdict.opinions.failed", outcome.withoutOpinion()));
        }
        sheet.paragraph(sheet.say("verdict.meaning"));
        out.close().line();
        new Glance(sheet, outcome, findings).write();
        figures();
        trusted();
        own();
        sheet.closeSection();
    }

    private List<String> sentences() {
        if (outcome.isImpossible()) {
            return List.of(sheet.say("verdict.impossible"));
        }
        List<String> sentences = new ArrayList<>();
        if (!outcome.without().isEmpty()) {
            sentences.add(hosts("verdict.before", outcome.without().size()));
        }
        if (!outcome.after().isEmpty()) {
            sentences.add(hosts("verdict.after", outcome.after().size()));
        }
        if (sentences.isEmpty()) {
            sentences.add(sheet.say(outcome.trusted().isEmpty() ? "verdict.none" : "verdict.none.trusted"));
        }
        return sentences;
    }

    private String hosts(String key, int number) {
        return sheet.say(key, "hosts", sheet.words().count("hosts", number));
    }

    private String number(long number) {
        return sheet.words().number(number);
    }

    private String scope() {
        AuditResult result = sheet.result();
        List<String> phases = Stream.of(AuditPhase.values())
                .filter(phase -> Outcome.pages(result, phase) > 0)
                .map(phase -> sheet.words().name("phase", phase))
                .toList();
        return sheet.say(
                "verdict.scope",
                "pages",
                sheet.words().count("pages", outcome.tested()),
                "phases",
                phases.isEmpty() ? sheet.say("none") : sheet.words().list(phases),
                "browser",
                result.setup().browser().isEmpty()
                        ? sheet.say("unknown")
                        : result.setup().browser(),
                "from",
                sheet.words().dateAndTime(result.started()),
                "to",
                sheet.words().dateAndTime(result.ended()));
    }

    private void figures() {
        AuditResult result = sheet.result();
        Table table = sheet.whole(sheet.say("figures"), "figures.what", "figures.number");
        table.row().head(sheet.say("figures.tested")).number(outcome.tested());
        table.row().head(sheet.say("figures.untested")).number(outcome.all() - outcome.tested());
        figure(
                table,
                "figures.before",
                !outcome.isImpossible(),
                outcome.without().size());
        figure(
                table,
                "figures.consent",
                had(result, Phase.CONSENT),
                outcome.consented().size());
        figure(
                table,
                "figures.after",
                had(result, Phase.RELOAD) || !outcome.after().isEmpty(),
                outcome.after().size());
        table.close();
    }

    private void figure(Table table, String key, boolean tested, int number) {
        table.row().head(sheet.say(key)).number(tested ? number(number) : sheet.say("figures.not.done"));
    }

    private static boolean had(AuditResult result, Phase phase) {
        return result.pages().stream()
                .flatMap(page -> page.steps().stream())
                .anyMatch(step -> step.step().phase() == phase);
    }

    private void trusted() {
        sheet.heading("h3", sheet.say("trusted"));
        List<TrustedHost> trusted = sheet.result().setup().trusted();
        if (trusted.isEmpty()) {
            sheet.paragraph(sheet.say("trusted.none"));
            return;
        }
        sheet.paragraph(sheet.say("trusted.about"));
        Table table = sheet.table(sheet.say("trusted"), "trusted.host", "trusted.reason", "trusted.seen");
        for (TrustedHost host : trusted) {
            table.row().head(() -> sheet.name(host.host()));
            if (host.reason().isBlank()) {
                table.blank();
            } else {
                table.cell(sheet.words().cut(host.reason()));
            }
            table.cell(() -> seen(PageResult::foreign, host::covers));
        }
        table.close();
    }

    private void own() {
        sheet.heading("h3", sheet.say("own"));
        List<String> own = sheet.result().setup().options().firstParty();
        if (own.isEmpty()) {
            sheet.paragraph(sheet.say("own.none"));
            return;
        }
        sheet.paragraph(sheet.say("own.about"));
        Table table = sheet.table(sheet.say("own"), "trusted.host", "trusted.seen");
        for (String host : own) {
            table.row()
                    .head(() -> sheet.name(host))
                    .cell(() ->
                            seen(page -> page.contacts().firstParty(), contacted -> HostList.covers(host, contacted)));
        }
        table.close();
    }

    private void seen(Function<PageResult, List<Contact>> contacts, Predicate<String> covered) {
        SortedSet<Integer> pages = new TreeSet<>();
        List<PageResult> all = sheet.result().pages();
        for (int i = 0; i < all.size(); i++) {
            if (contacts.apply(all.get(i)).stream().anyMatch(contact -> covered.test(contact.host()))) {
                pages.add(i + 1);
            }
        }
        if (pages.isEmpty()) {
            sheet.out().text(sheet.say("no"));
        } else {
            sheet.out().text(sheet.say("yes") + sheet.say("list.separator"));
            sheet.pages(pages);
        }
    }
}
