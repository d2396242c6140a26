package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.report.AuditSummary;
import io.github.zweiklick.audit.report.Words;
import java.util.ArrayList;
import java.util.List;

/** What an audit came to, in the report's own sentences. */
record Verdict(Paper paper, AuditSummary summary) {

    List<String> sentences() {
        Words words = paper.report();
        if (summary.isImpossible()) {
            return List.of(words.say("verdict.impossible"));
        }
        List<String> sentences = new ArrayList<>();
        if (!summary.without().isEmpty()) {
            sentences.add(words.say(
                    "verdict.before",
                    "hosts",
                    words.count("hosts", summary.without().size())));
        }
        if (!summary.after().isEmpty()) {
            sentences.add(words.say(
                    "verdict.after",
                    "hosts",
                    words.count("hosts", summary.after().size())));
        }
        if (sentences.isEmpty()) {
            sentences.add(summary.trusted().isEmpty() ? words.say("verdict.none") : paper.say("audit.none.trusted"));
        }
        return sentences;
    }

    /** What must be known beside it. */
    List<String> besides() {
        List<String> besides = new ArrayList<>();
        if (!summary.isWhole()) {
            besides.add(paper.report()
                    .say(
                            "verdict.incomplete",
                            "tested",
                            paper.words().number(summary.tested()),
                            "all",
                            paper.words().number(summary.pages())));
        }
        if (summary.others() > 0) {
            besides.add(paper.words().count("audit.others", summary.others()));
        }
        return besides;
    }
}
