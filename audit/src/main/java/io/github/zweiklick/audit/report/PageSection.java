package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.StepResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One page: what was done with it and all that was seen. */
record PageSection(Sheet sheet, PageResult page, int number, Findings findings) {
    private static final int MOST_STEPS = 200;

    /** Each is short. */
    private static final int MOST_HOSTS = 100;

    void write() {
        open();
        failure();
        facts();
        if (wasVisited()) {
            new ContactTables(sheet, page, number).write();
            steps();
            new OpinionsTable(sheet, page, number).write();
            new StorageTable(sheet, page, number).write();
            policies();
            others();
            new Screenshots(sheet, page, number).write();
        }
        sheet.closeSection();
    }

    /** Only what it comes to, and where the rest is. */
    void writeResult() {
        Markup out = sheet.out();
        open();
        out.open("p");
        sheet.quote(Masking.page(page.url()));
        out.text(": ");
        ScopeSection.result(sheet, page);
        out.close().line();
        sheet.paragraph(sheet.say("page.short", "html", HtmlReport.FILE, "json", JsonReport.FILE));
        sheet.closeSection();
    }

    private void open() {
        Markup out = sheet.out();
        String title = page.facts().title();
        String id = "page-" + number;
        out.line().open("section", "page").attribute("id", id).attribute("aria-labelledby", id + "-heading");
        out.open("h3").attribute("id", id + "-heading");
        if (title.isBlank()) {
            out.text(sheet.say("page", "n", numbered()));
        } else {
            out.text(sheet.say("page.titled", "n", numbered(), "title", "")).element("bdi", title(title));
        }
        out.close().line();
    }

    /** Of a page that was never opened, "nothing was seen" would say too much. */
    private boolean wasVisited() {
        return !page.steps().isEmpty()
                || !page.contacts().steps().isEmpty()
                || !page.contacts().contacts().isEmpty()
                || !page.opinions().isEmpty();
    }

    private String title(String title) {
        return sheet.words().cut(Masking.text(title));
    }

    private String numbered() {
        return sheet.words().number(number);
    }

    private void failure() {
        Markup out = sheet.out();
        page.failure().ifPresent(why -> {
            out.open("div", "note").element("p", sheet.say("page.failure"));
            out.open("p").text(sheet.say("page.failure.reason") + " ");
            sheet.english(why);
            out.close().close().line();
        });
        List<Untested> gaps = page.contacts().untested();
        if (!gaps.isEmpty()) {
            out.open("div", "note").element("p", sheet.say("page.untested"));
            out.open("ul");
            gaps.forEach(gap -> {
                out.open("li");
                ScopeSection.gap(sheet, gap);
                out.close();
            });
            out.close().close().line();
        }
    }

    private void facts() {
        Table table = sheet.whole(sheet.say("page.facts", "n", numbered()), "case.what", "case.value");
        table.row().head(sheet.say("page.address")).cell(() -> sheet.quote(Masking.page(page.url())));
        if (!page.shown().equals(page.url())) {
            table.row().head(sheet.say("page.shown")).cell(() -> sheet.quote(Masking.page(page.shown())));
        }
        table.row().head(sheet.say("page.result")).cell(() -> ScopeSection.result(sheet, page));
        List<Findings.Group> found = findings.groups().stream()
                .filter(group ->
                        group.items().stream().anyMatch(item -> item.pages().contains(number)))
                .toList();
        if (!found.isEmpty()) {
            table.row()
                    .head(sheet.say("page.findings"))
                    .cell(() -> sheet.several(
                            found,
                            found.size(),
                            group -> sheet.out()
                                    .link(
                                            "finding-" + group.number(),
                                            "F" + group.number() + " "
                                                    + sheet.words().name("kind", group.kind()))));
        }
        table.row()
                .head(sheet.say("page.status"))
                .cell(
                        page.status().isPresent()
                                ? sheet.say(
                                        "page.status.text",
                                        "status",
                                        Integer.toString(page.status().getAsInt()))
                                : sheet.say("page.status.none"));
        table.row()
                .head(sheet.say("page.time"))
                .cell(sheet.say(
                        "page.time.text",
                        "from",
                        sheet.words().dateAndTime(page.started()),
                        "to",
                        sheet.words().time(page.ended())));
        if (!page.facts().equals(PageFacts.NONE)) {
            shown(table);
        }
        table.close();
    }

    private void shown(Table table) {
        List<PageFacts.Placeholder> placeholders = page.facts().placeholders();
        table.row()
                .head(sheet.say("page.zweiklick"))
                .cell(sheet.say(page.facts().zweiklick() ? "yes" : "no"));
        table.row()
                .head(sheet.say("page.placeholders"))
                .cell(
                        placeholders.isEmpty()
                                ? sheet.say("none")
                                : sheet.words()
                                        .cut(sheet.say(
                                                "page.placeholders.text",
                                                "n",
                                                sheet.words().number(placeholders.size()),
                                                "services",
                                                sheet.operators()
                                                        .services(placeholders.stream()
                                                                .map(PageFacts.Placeholder::service)
                                                                .toList()))));
        table.row().head(sheet.say("page.settings")).cell(sheet.say(page.facts().settings() ? "yes" : "no"));
    }

    private void steps() {
        Map<Integer, Step> began = new TreeMap<>();
        Map<Integer, Instant> ended = new TreeMap<>();
        page.contacts().steps().forEach(step -> began.put(step.number(), step));
        for (StepResult step : page.steps()) {
            began.put(step.step().number(), step.step());
            ended.put(step.step().number(), step.ended());
        }
        sheet.heading("h4", sheet.say("page.steps.heading"));
        Table table = sheet.table(
                sheet.say("page.steps", "n", numbered()),
                "page.steps.number",
                "page.steps.step",
                "page.steps.began",
                "page.steps.ended");
        began.values().stream()
                .limit(MOST_STEPS)
                .forEach(step -> table.row()
                        .head(Integer.toString(step.number() + 1))
                        .cell(sheet.step(step))
                        .cell(sheet.words().time(step.began()))
                        .cell(
                                ended.containsKey(step.number())
                                        ? sheet.words().time(ended.get(step.number()))
                                        : "\u2013"));
        table.more(began.size() - Math.min(MOST_STEPS, began.size()));
        table.close();
    }

    private void policies() {
        if (page.status().isEmpty()) {
            return;
        }
        sheet.heading("h4", sheet.say("page.policies.heading"));
        if (page.policies().isEmpty()) {
            sheet.paragraph(sheet.say("page.policies.none"));
            return;
        }
        Table table =
                sheet.table(sheet.say("page.policies", "n", numbered()), "page.policies.name", "page.policies.value");
        new TreeMap<>(page.policies())
                .forEach((name, value) ->
                        table.row().head(() -> sheet.name(name)).cell(() -> sheet.quote(Masking.text(value))));
        table.close();
    }

    private void others() {
        List<String> first = hosts(page.contacts().firstParty());
        List<String> own = hosts(page.contacts().browserOwn());
        if (first.isEmpty() && own.isEmpty()) {
            return;
        }
        sheet.heading("h4", sheet.say("page.own"));
        list("page.own.first", first);
        list("page.own.browser", own);
    }

    private void list(String key, List<String> hosts) {
        if (!hosts.isEmpty()) {
            sheet.out().open("p").text(sheet.say(key) + " ");
            sheet.several(hosts, MOST_HOSTS, sheet::name);
            sheet.out().close().line();
        }
    }

    private static List<String> hosts(List<Contact> contacts) {
        return contacts.stream().map(Contact::host).distinct().sorted().toList();
    }
}
