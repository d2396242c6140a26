package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.report.AuditRecord;
import io.github.zweiklick.audit.report.Comparison;
import io.github.zweiklick.audit.report.Difference;
import io.github.zweiklick.audit.report.Words;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** What is new since an earlier audit. */
record CompareView(Paper paper, String id, AuditRecord earlier, AuditRecord later, Comparison comparison) {
    private static final int MOST_ROWS = 500;
    private static final int MOST_PAGES = 10;

    String page() {
        String title = paper.say("compare.title", "date", paper.words().date(earlier.started()));
        paper.begin(title, false);
        paper.element("h1", title);
        paper.element(
                "p",
                "lead",
                paper.say(
                        "compare.lead",
                        "earlier",
                        paper.words().dateAndTime(earlier.started()),
                        "later",
                        paper.words().dateAndTime(later.started())));
        if (comparison instanceof Comparison.Refused refused) {
            paper.out().open("div").attribute("class", "note");
            paper.element("p", paper.say("compare.refused"));
            differences(refused.because());
            paper.element("p", paper.say("compare.refused.remedy"));
            paper.out().close();
        } else if (comparison instanceof Comparison.Made made) {
            made(made);
        }
        paper.out().open("p");
        paper.link("audits/" + id, paper.say("back"));
        paper.out().close();
        return paper.end();
    }

    private void made(Comparison.Made made) {
        HtmlBuilder out = paper.out();
        out.open("div").attribute("class", "verdict");
        paper.element("p", "sentence", sentence(made));
        out.close();
        if (!made.differences().isEmpty()) {
            out.open("div").attribute("class", "note");
            paper.element("p", paper.say("compare.differences"));
            differences(made.differences());
            out.close();
        }
        contacts("compare.hosts.added", made.hosts().added());
        findings(
                "compare.findings.added",
                Comparison.Made.beside(made.observations().added(), made.hosts().added()));
        contacts("compare.hosts.gone", made.hosts().gone());
        findings(
                "compare.findings.gone",
                Comparison.Made.beside(made.observations().gone(), made.hosts().gone()));
        paper.element("h2", paper.say("compare.rest"));
        out.open("dl").attribute("class", "entries");
        paper.entry(
                paper.say("compare.pages"), paper.words().number(made.pages().size()));
        paper.entry(
                paper.say("compare.hosts.still"),
                paper.words().number(made.hosts().still().size()));
        paper.entry(
                paper.say("compare.findings.still"),
                paper.words().number(made.observations().still().size()));
        out.close();
        pages("compare.unevenly", made.unevenly());
        pages("compare.not", made.notCompared());
    }

    private String sentence(Comparison.Made made) {
        if (made.pages().isEmpty()) {
            return paper.say("compare.nothing");
        }
        return made.tellsNews()
                ? paper.say(
                        "compare.news",
                        "hosts",
                        paper.words()
                                .count(
                                        "compare.count.hosts",
                                        made.hosts().added().size()),
                        "findings",
                        paper.words()
                                .count(
                                        "compare.count.findings",
                                        made.observations().added().size()))
                : paper.say("compare.no.news");
    }

    private void differences(List<Difference> differences) {
        HtmlBuilder out = paper.out();
        out.open("ul");
        for (Difference difference : differences) {
            String key = "differs." + difference.member().replace('.', '_');
            Words words = paper.words();
            out.open("li").text((words.has(key) ? words.say(key) : difference.member()) + ": ");
            paper.element("code", value(difference.earlier()));
            out.text(" → ");
            paper.element("code", value(difference.later()));
            out.close();
        }
        out.close();
    }

    private String value(String json) {
        return json.isEmpty() ? "–" : paper.words().cut(json);
    }

    private void contacts(String key, List<AuditRecord.Host> hosts) {
        table(
                key,
                hosts,
                "compare.host",
                host -> host.host(),
                host -> paper.words().name("stage", host.stage())
                        + (host.about().isEmpty() ? "" : " (" + host.about() + ")"),
                AuditRecord.Host::page);
    }

    private void findings(String key, List<AuditRecord.Observed> findings) {
        table(
                key,
                findings,
                "compare.subject",
                AuditRecord.Observed::subject,
                seen -> {
                    String kind = "kind." + seen.kind().replace('-', '_');
                    return (paper.report().has(kind) ? paper.report().say(kind) : seen.kind())
                            + (seen.about().isEmpty() ? "" : " (" + seen.about() + ")");
                },
                AuditRecord.Observed::page);
    }

    private record Row(String subject, String what) {}

    private <T> void table(
            String key,
            List<T> items,
            String first,
            Function<T, String> subject,
            Function<T, String> what,
            Function<T, String> page) {
        if (items.isEmpty()) {
            return;
        }
        Map<Row, TreeSet<String>> rows = new LinkedHashMap<>();
        items.forEach(
                item -> rows.computeIfAbsent(new Row(subject.apply(item), what.apply(item)), none -> new TreeSet<>())
                        .add(page.apply(item)));
        HtmlBuilder out = paper.out();
        paper.element("h2", paper.say(key));
        out.open("div")
                .attribute("class", "scroll")
                .attribute("role", "region")
                .attribute("tabindex", "0")
                .attribute("aria-label", paper.say(key));
        out.open("table").open("thead").open("tr");
        for (String head : List.of(first, "compare.what", "compare.on")) {
            out.open("th").attribute("scope", "col").text(paper.say(head)).close();
        }
        out.close().close().open("tbody");
        rows.entrySet().stream().limit(MOST_ROWS).forEach(row -> {
            out.open("tr").open("th").attribute("scope", "row");
            paper.element("code", paper.words().cut(row.getKey().subject()));
            out.close().open("td").text(paper.words().cut(row.getKey().what())).close();
            out.open("td").open("ul");
            row.getValue().stream()
                    .limit(MOST_PAGES)
                    .forEach(on -> out.open("li")
                            .open("code")
                            .text(paper.words().cut(on))
                            .close()
                            .close());
            more(row.getValue().size() - MOST_PAGES);
            out.close().close().close();
        });
        out.close().close().close();
        if (rows.size() > MOST_ROWS) {
            paper.element("p", paper.words().count("more", rows.size() - MOST_ROWS));
        }
    }

    private void more(int number) {
        if (number > 0) {
            paper.element("li", paper.words().count("more", number));
        }
    }

    private void pages(String key, List<String> pages) {
        if (pages.isEmpty()) {
            return;
        }
        HtmlBuilder out = paper.out();
        paper.element("h3", paper.say(key));
        out.open("ul");
        pages.stream()
                .limit(MOST_ROWS)
                .forEach(page -> out.open("li")
                        .open("code")
                        .text(paper.words().cut(page))
                        .close()
                        .close());
        more(pages.size() - MOST_ROWS);
        out.close();
    }
}
