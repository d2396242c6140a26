package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.report.AuditSummary;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.List;

/** All audits of the folder. */
record ListView(Paper paper, List<History.Entry> entries, String folder) {

    String page() {
        String title = paper.say("list.title");
        paper.begin(title, false);
        paper.element("h1", title);
        HtmlBuilder out = paper.out();
        if (entries.isEmpty()) {
            out.open("p").attribute("class", "lead").text(paper.say("list.none") + " ");
            paper.link("", paper.say("nav.new"));
            out.close();
        } else {
            out.open("ul").attribute("class", "audits");
            entries.forEach(this::entry);
            out.close();
        }
        out.open("p").attribute("class", "hint").text(paper.say("list.folder") + " ");
        paper.element("code", folder);
        out.close();
        return paper.end();
    }

    private void entry(History.Entry entry) {
        HtmlBuilder out = paper.out();
        out.open("li").open("h2");
        paper.link("audits/" + entry.id(), entry.site());
        out.close();
        out.open("p").attribute("class", "when").text(when(entry)).close();
        if (entry.isBusy() || entry.report().isEmpty()) {
            paper.element("p", "state", paper.say(state(entry)));
        } else {
            AuditSummary summary = entry.report().get();
            Verdict verdict = new Verdict(paper, summary);
            verdict.sentences().forEach(sentence -> paper.element("p", "sentence", sentence));
            verdict.besides().stream()
                    .limit(1)
                    .filter(any -> !summary.isWhole())
                    .forEach(any -> paper.element("p", any));
            if (entry.unfinished().isPresent()) {
                paper.element("p", "state", paper.say("state.unfinished"));
            }
        }
        out.close();
    }

    private String when(History.Entry entry) {
        return entry.report()
                .map(summary -> paper.words().dateAndTime(summary.started())
                        + (summary.fileNumber().isBlank()
                                ? ""
                                : " · "
                                        + paper.report()
                                                .say(
                                                        "footer.number",
                                                        "number",
                                                        paper.words().cut(summary.fileNumber()))))
                .orElse(entry.id());
    }

    /** Key of the text for one that has no report. */
    static String state(History.Entry entry) {
        if (entry.unfinished().isPresent()) {
            return "state.unfinished";
        }
        return entry.live()
                .map(moment -> "state." + moment.state().name().toLowerCase(java.util.Locale.ROOT))
                .orElse("state.never");
    }
}
