package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.result.SecondOpinion;

/** What another browser contacted, as {@code audit.json} has it. */
record OpinionJson(PageJson page, JsonOut json) {

    void write(SecondOpinion opinion) {
        ContactReport seen = opinion.contacts();
        json.word("browser", opinion.browser()).text("version", opinion.version());
        opinion.failure().ifPresent(why -> json.text("failure", why));
        json.time("started", opinion.started())
                .time("ended", opinion.ended())
                .list(
                        "steps",
                        seen.steps(),
                        step -> json.number("number", step.number())
                                .word("phase", step.phase())
                                .text("about", step.about())
                                .time("began", step.began()))
                .list("untested", seen.untested(), page::gap)
                .list("contacts", seen.contacts(), page::contact)
                .list("firstParty", seen.firstParty(), page::contact)
                .list("browserOwn", seen.browserOwn(), page::contact);
    }
}
