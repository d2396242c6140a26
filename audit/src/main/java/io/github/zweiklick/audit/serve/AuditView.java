package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.report.AuditSummary;
import io.github.zweiklick.audit.report.HtmlReport;
import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.List;
import java.util.Optional;

/**
 * One audit that is not being made: what it came to, its files, and what can be done with it.
 *
 * @param files names of the report's files
 * @param folder of the report
 * @param asked whether it is known what was asked for
 * @param others audits it can be compared with
 */
record AuditView(
        Paper paper,
        History.Entry entry,
        List<String> files,
        String folder,
        boolean asked,
        List<History.Entry> others) {

    String page() {
        Optional<AuditSummary> summary = entry.report();
        String title = summary.map(
                        report -> paper.say("audit.title", "date", paper.words().dateAndTime(report.started())))
                .orElse(paper.say("audit.title.none"));
        paper.begin(title + ": " + entry.site(), false);
        paper.element("h1", title);
        paper.element("p", "lead", entry.site());
        summary.ifPresent(this::verdict);
        unfinished();
        failure();
        summary.ifPresent(this::about);
        listFiles();
        actions();
        return paper.end();
    }

    private void verdict(AuditSummary summary) {
        HtmlBuilder out = paper.out();
        Verdict verdict = new Verdict(paper, summary);
        out.open("div").attribute("class", "verdict");
        verdict.sentences().forEach(sentence -> paper.element("p", "sentence", sentence));
        summary.stopped().ifPresent(why -> {
            out.open("p").text(paper.report().say("verdict.stopped") + " ");
            paper.english(why);
            out.close();
        });
        verdict.besides().forEach(beside -> paper.element("p", beside));
        if (files.contains(HtmlReport.FILE)) {
            out.open("p");
            out.open("a")
                    .attribute("class", "primary")
                    .attribute("href", file(HtmlReport.FILE))
                    .text(paper.say("audit.open"))
                    .close();
            out.close();
        }
        out.close();
    }

    private String file(String name) {
        return paper.to("audits/" + entry.id() + "/files/" + name);
    }

    private void unfinished() {
        entry.unfinished().ifPresent(extent -> {
            HtmlBuilder out = paper.out();
            out.open("div").attribute("class", "note");
            paper.element(
                    "p",
                    paper.say(
                            "audit.unfinished",
                            "done",
                            paper.words().number(extent.done()),
                            "all",
                            paper.words().number(extent.all())));
            paper.element("p", "hint", paper.say("audit.resume.hint"));
            paper.action("audits/" + entry.id() + "/resume", "primary", paper.say("audit.resume"));
            out.close();
        });
    }

    /** Why there is no report, as far as that is known. */
    private void failure() {
        Optional<LiveAudit.Moment> failed =
                entry.live().filter(moment -> !moment.failure().isEmpty());
        if (failed.isEmpty()
                && (entry.report().isPresent() || entry.unfinished().isPresent())) {
            return;
        }
        HtmlBuilder out = paper.out();
        out.open("div").attribute("class", failed.isPresent() ? "note wrong" : "note");
        paper.element("p", paper.say(ListView.state(entry)));
        failed.ifPresent(moment -> {
            out.open("p");
            paper.english(moment.failure());
            out.close();
        });
        out.close();
    }

    private void about(AuditSummary summary) {
        HtmlBuilder out = paper.out();
        out.open("dl").attribute("class", "entries");
        paper.entry(paper.report().say("case.number"), summary.fileNumber());
        paper.entry(paper.report().say("case.occasion"), summary.occasion());
        paper.entry(paper.report().say("case.examiner"), summary.examiner());
        paper.entry(paper.say("audit.pages"), paper.words().number(summary.pages()));
        paper.entry(paper.report().say("case.began"), paper.words().dateAndTime(summary.started()));
        paper.entry(paper.report().say("case.ended"), paper.words().dateAndTime(summary.ended()));
        paper.entry(paper.report().say("case.browser"), summary.browser());
        out.close();
    }

    private void listFiles() {
        if (files.isEmpty()) {
            return;
        }
        HtmlBuilder out = paper.out();
        paper.element("h2", paper.say("audit.files"));
        out.open("ul").attribute("class", "files");
        for (String name : files) {
            String about = "file." + name.replace('.', '_');
            out.open("li").open("a").attribute("href", file(name));
            if (!FileKinds.of(name).shown()) {
                out.attribute("download", name);
            }
            out.text(name).close();
            if (paper.words().has(about)) {
                out.text(": " + paper.say(about));
            }
            out.close();
        }
        out.close();
        out.open("p").attribute("class", "hint").text(paper.say("audit.folder") + " ");
        paper.element("code", folder);
        out.close();
    }

    private void actions() {
        HtmlBuilder out = paper.out();
        paper.element("h2", paper.say("audit.actions"));
        if (!others.isEmpty() && files.contains(JsonReport.FILE)) {
            compare();
        }
        out.open("ul").attribute("class", "actions");
        if (files.contains("manifest.json")) {
            action("audits/" + entry.id() + "/verify", "audit.verify");
        }
        if (asked) {
            out.open("li").open("a").attribute("href", paper.to("") + "?again=" + entry.id());
            out.text(paper.say("audit.again")).close().close();
        }
        action("audits/" + entry.id() + "/delete", "audit.delete");
        out.close();
    }

    private void action(String target, String key) {
        paper.out().open("li");
        paper.link(target, paper.say(key));
        paper.out().close();
    }

    private void compare() {
        HtmlBuilder out = paper.out();
        out.open("form")
                .attribute("method", "get")
                .attribute("action", paper.to("audits/" + entry.id() + "/compare"))
                .attribute("class", "compare");
        out.open("label")
                .attribute("for", "with")
                .text(paper.say("audit.compare.with"))
                .close();
        out.open("select").attribute("id", "with").attribute("name", "with");
        for (History.Entry other : others) {
            out.open("option")
                    .attribute("value", other.id())
                    .text(other.report()
                                    .map(report -> paper.words().dateAndTime(report.started()))
                                    .orElse(other.id()) + " · " + other.site())
                    .close();
        }
        out.close();
        paper.button("plain", paper.say("audit.compare"));
        out.close();
    }
}
