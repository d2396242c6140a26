package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.SecondOpinion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whom other browsers contacted on a page before any consent, and what could not be tested in them. */
record OpinionsTable(Sheet sheet, PageResult page, int number) {
    private static final int MOST = 100;

    void write() {
        if (page.opinions().isEmpty()) {
            return;
        }
        sheet.heading("h4", sheet.say("page.opinions.heading"));
        sheet.paragraph(sheet.say("page.opinions.about"));
        Table table = sheet.table(
                sheet.say("page.opinions", "n", sheet.words().number(number)),
                "page.opinions.browser",
                "page.opinions.hosts",
                "page.opinions.only",
                "page.opinions.untested");
        for (SecondOpinion opinion : page.opinions()) {
            List<String> only = opinion.hosts().stream()
                    .filter(host -> !early().contains(host))
                    .toList();
            table.row()
                    .head(name(opinion))
                    .cell(() -> hosts(opinion, opinion.hosts()))
                    .cell(() -> hosts(opinion, only))
                    .cell(() -> untested(opinion));
        }
        table.close();
    }

    /** Whom the first browser contacted before any consent. */
    private Set<String> early() {
        Predicate<Step> early = BeforeConsent.of(page);
        return page.contacts().contacts().stream()
                .filter(contact -> early.test(contact.step()))
                .map(Contact::host)
                .collect(Collectors.toSet());
    }

    private static String name(SecondOpinion opinion) {
        return Plain.line(
                opinion.version().isEmpty()
                        ? opinion.browser().title()
                        : opinion.browser().title() + " (" + Masking.text(opinion.version()) + ")");
    }

    private void hosts(SecondOpinion opinion, Collection<String> hosts) {
        if (hosts.isEmpty()) {
            boolean known = opinion.failure().isEmpty() && !isBlind(opinion);
            sheet.out().text(sheet.say(known ? "none" : "unknown"));
        } else {
            sheet.list(List.copyOf(hosts), MOST, sheet::name);
        }
    }

    private static boolean isBlind(SecondOpinion opinion) {
        return opinion.contacts().untested().stream().anyMatch(gap -> gap.kind() == Untested.Kind.EVERYTHING);
    }

    private void untested(SecondOpinion opinion) {
        List<Runnable> lines = new ArrayList<>();
        opinion.failure()
                .ifPresent(why -> lines.add(() -> {
                    sheet.out().text(sheet.say("scope.result.failed") + " ");
                    sheet.english(why);
                }));
        opinion.contacts().untested().forEach(gap -> lines.add(() -> ScopeSection.gap(sheet, gap)));
        if (lines.isEmpty()) {
            sheet.out().text("\u2013");
        } else {
            sheet.list(lines, MOST, Runnable::run);
        }
    }

    /** Which browsers were asked beside the first, and how far. */
    static String asked(Sheet sheet) {
        List<String> browsers = new ArrayList<>();
        for (SecondBrowser browser : sheet.result().setup().secondOpinions()) {
            List<SecondOpinion> opinions = sheet.result().pages().stream()
                    .flatMap(page -> page.opinions().stream())
                    .filter(opinion -> opinion.browser() == browser)
                    .toList();
            List<String> versions = opinions.stream()
                    .map(OpinionsTable::name)
                    .filter(name -> !name.equals(browser.title()))
                    .distinct()
                    .toList();
            browsers.add(sheet.say(
                    "opinions.browser",
                    "browser",
                    versions.isEmpty() ? browser.title() : sheet.words().list(versions),
                    "pages",
                    sheet.words()
                            .count(
                                    "pages",
                                    opinions.stream()
                                            .filter(opinion -> opinion.failure().isEmpty() && !isBlind(opinion))
                                            .count())));
        }
        return sheet.words().list(browsers);
    }
}
