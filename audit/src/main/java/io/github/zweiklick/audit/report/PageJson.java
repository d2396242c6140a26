package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.StorageDump;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.StepResult;
import java.util.Map;
import java.util.TreeMap;

/** One page of {@code audit.json}. */
record PageJson(JsonOut json, PageResult page) {

    /** @param number of the page in the audit, from 1 */
    void write(int number) {
        json.number("number", number).page("url", page.url()).page("shown", page.shown());
        page.status().ifPresent(status -> json.number("status", status));
        page.failure().ifPresent(why -> json.text("failure", why));
        json.time("started", page.started()).time("ended", page.ended());
        steps();
        ContactReport seen = page.contacts();
        Subjects subjects = Subjects.of(page);
        if (!page.opinions().isEmpty()) {
            json.list("opinions", page.opinions(), opinion -> new OpinionJson(this, json).write(opinion));
        }
        json.list("untested", seen.untested(), this::gap)
                .list("observations", page.observations(), one -> observation(one, subjects))
                .list("contacts", seen.contacts(), this::contact)
                .list("firstParty", seen.firstParty(), this::contact)
                .list("browserOwn", seen.browserOwn(), this::contact)
                .list("exchanges", seen.exchanges(), this::exchange)
                .list(
                        "cookies",
                        seen.cookies(),
                        written -> json.time("time", written.time())
                                .number("step", written.step().number())
                                .plain("domain", written.domain())
                                .text("name", written.name()))
                .list(
                        "sources",
                        seen.sources(),
                        source -> json.plain("host", source.host())
                                .address("url", source.url())
                                .word("kind", source.kind())
                                .text("text", source.text())
                                .texts("stack", source.stack()))
                .object("facts", () -> facts(page.facts()))
                .object("policies", () -> new TreeMap<>(page.policies()).forEach(json::text))
                .list(
                        "pictures",
                        page.pictures(),
                        picture -> json.number("step", picture.step().number())
                                .number("bytes", picture.png().length)
                                .plain("sha256", Sha256.of(picture.png())));
    }

    /** A step that was not ended, by a crash, has no end and no storage. */
    private void steps() {
        Map<Integer, StepResult> ended = new TreeMap<>();
        page.steps().forEach(step -> ended.put(step.step().number(), step));
        Map<Integer, Step> steps = new TreeMap<>();
        page.contacts().steps().forEach(step -> steps.put(step.number(), step));
        ended.forEach((number, step) -> steps.put(number, step.step()));
        json.list("steps", steps.values(), step -> {
            json.number("number", step.number())
                    .word("phase", step.phase())
                    .text("about", step.about())
                    .time("began", step.began());
            StepResult end = ended.get(step.number());
            if (end != null) {
                json.time("ended", end.ended()).object("stored", () -> stored(end.stored()));
            }
        });
    }

    private void stored(StorageDump stored) {
        json.list("cookies", stored.cookies(), cookie -> {
                    json.plain("domain", cookie.domain()).text("name", cookie.name());
                    cookie.expires().ifPresent(end -> json.time("expires", end));
                })
                .texts("localStorage", stored.localStorage())
                .texts("sessionStorage", stored.sessionStorage())
                .texts("databases", stored.databases())
                .texts("caches", stored.caches())
                .texts("serviceWorkers", stored.serviceWorkers());
    }

    void gap(Untested gap) {
        json.word("kind", gap.kind()).text("text", gap.toString());
        gap.detail().ifPresent(detail -> json.text("detail", detail));
    }

    private void observation(Observation seen, Subjects subjects) {
        json.word("kind", seen.kind())
                .word("weight", seen.kind().weight())
                .numbers("demands", seen.kind().demands());
        seen.step().ifPresent(step -> json.number("step", step.number()));
        json.plain("subject", subjects.masked(seen.subject())).texts("details", seen.details());
        seen.in().ifPresent(browser -> json.word("in", browser));
        if (!seen.also().isEmpty()) {
            json.plains("also", seen.also().stream().map(SecondBrowser::word).toList());
        }
    }

    void contact(Contact contact) {
        json.plain("host", contact.host())
                .word("level", contact.level())
                .number("step", contact.step().number())
                .word("phase", contact.phase())
                .word("witness", contact.witness())
                .time("time", contact.time())
                .text("detail", contact.detail());
    }

    private void exchange(Exchange exchange) {
        json.time("time", exchange.time())
                .number("step", exchange.step().number())
                .text("method", exchange.method())
                .address("url", exchange.url())
                .plain("host", exchange.host())
                .text("initiator", exchange.initiator())
                .text("type", exchange.type())
                .number("status", exchange.status())
                .list(
                        "answer",
                        exchange.answer(),
                        field -> json.text("name", field.name()).text("value", field.value()));
        exchange.referer().ifPresent(referer -> json.address("referer", referer));
        json.texts("cookies", exchange.cookies())
                .number("sent", exchange.sent())
                .number("received", exchange.received());
    }

    private void facts(PageFacts facts) {
        json.flag("zweiklick", facts.zweiklick())
                .text("title", facts.title())
                .list(
                        "placeholders",
                        facts.placeholders(),
                        placeholder -> json.text("service", placeholder.service())
                                .address("address", placeholder.address())
                                .list("once", placeholder.once(), this::button)
                                .list("remember", placeholder.remember(), this::button))
                .flag("settings", facts.settings())
                .texts("preselected", facts.preselected())
                .list(
                        "links",
                        facts.links(),
                        link -> json.plain("host", link.host())
                                .text("tag", link.tag())
                                .text("text", link.text()));
        facts.banner().ifPresent(banner -> json.object("banner", () -> banner(banner)));
    }

    private void banner(PageFacts.Banner banner) {
        json.text("tool", banner.tool())
                .list("accept", banner.accept(), this::button)
                .list("decline", banner.decline(), this::button);
        banner.clicks().ifPresent(clicks -> json.number("clicks", clicks));
    }

    private void button(PageFacts.Button button) {
        json.number("height", button.height())
                .number("font", button.font())
                .number("contrast", button.contrast())
                .text("background", button.background());
    }
}
