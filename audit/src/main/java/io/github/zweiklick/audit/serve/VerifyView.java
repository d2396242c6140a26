package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.report.Verification;
import io.github.zweiklick.audit.report.Words;
import io.github.zweiklick.html.HtmlBuilder;

/** Whether a report is as its manifest says. */
record VerifyView(Paper paper, String id, Verification found) {

    String page() {
        String title = paper.say("verify.title");
        paper.begin(title, false);
        paper.element("h1", title);
        HtmlBuilder out = paper.out();
        out.open("div").attribute("class", "verdict");
        paper.element(
                "p",
                "sentence",
                paper.say(
                        Words.key("verify", found.outcome()),
                        "files",
                        paper.words().number(found.files())));
        paper.element("p", paper.words().name("signature", found.signature()));
        out.close();
        for (Verification.State state : Verification.State.values()) {
            if (!found.paths(state).isEmpty()) {
                paper.element("h2", paper.words().name("verify.state", state));
                out.open("ul");
                found.paths(state)
                        .forEach(path -> out.open("li")
                                .open("code")
                                .text(paper.words().cut(path))
                                .close()
                                .close());
                out.close();
            }
        }
        out.open("dl").attribute("class", "entries");
        paper.entry(paper.say("verify.sum"), found.sum());
        paper.entry(paper.say("verify.signer"), found.signer().orElse(""));
        out.close();
        paper.element("p", "hint", paper.say("verify.hint"));
        out.open("p");
        paper.link("audits/" + id, paper.say("back"));
        out.close();
        return paper.end();
    }
}
