package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.html.HtmlBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * An audit that waits or is being made. With a script the page follows it; without, a link asks again: a page that reloads
 * itself takes the reader's place away (WCAG 2.2.1, failure F41).
 *
 * @param before audits that come first
 */
record ProgressView(Paper paper, String id, String site, LiveAudit.Moment now, int before, Instant time) {
    private static final int MOST_HOSTS = 100;
    private static final String STATE = "state";

    String page() {
        String title = paper.say(state("progress.title"));
        paper.begin(title + ": " + site, true);
        paper.element("h1", title);
        paper.element("p", "lead", site);
        HtmlBuilder out = paper.out();
        out.open("div")
                .attribute("class", "progress")
                .attribute("data-progress", paper.to("audits/" + id + "/progress"))
                .attribute("data-" + STATE, now.state().name())
                .attribute("data-lost", paper.say("progress.lost"));
        out.open("p").attribute("role", "status");
        live("status");
        out.close();
        bar();
        out.open("dl").attribute("class", "entries");
        for (String key : List.of("pages", "now", "contacts", "untested", "left")) {
            out.open("div")
                    .open("dt")
                    .text(paper.say("progress." + key))
                    .close()
                    .open("dd");
            live(key);
            out.close().close();
        }
        out.close();
        hosts();
        out.close();
        reload();
        stop();
        return paper.end();
    }

    private String state(String key) {
        return key + "." + now.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    private void bar() {
        HtmlBuilder out = paper.out();
        out.open("progress").attribute("aria-label", paper.say("progress.bar"));
        if (now.total() > 0) {
            out.attribute("max", Integer.toString(now.total())).attribute("value", Integer.toString(now.done()));
        }
        out.close();
    }

    private void live(String key) {
        paper.out()
                .open("span")
                .attribute("data-live", key)
                .text(told().getOrDefault(key, ""))
                .close();
    }

    private void hosts() {
        HtmlBuilder out = paper.out();
        out.open("details").open("summary").text(paper.say("progress.hosts")).close();
        out.open("ul").attribute("class", "hosts").attribute("data-hosts");
        shownHosts()
                .forEach(host -> out.open("li").open("code").text(host).close().close());
        out.close().close();
    }

    private List<String> shownHosts() {
        return now.hosts().stream().limit(MOST_HOSTS).toList();
    }

    private void reload() {
        HtmlBuilder out = paper.out();
        out.open("p").attribute("data-without-script");
        out.text(paper.say("progress.asof", "time", paper.words().time(time)) + " ");
        paper.link("audits/" + id, paper.say("progress.reload"));
        out.close();
    }

    private void stop() {
        HtmlBuilder out = paper.out();
        if (now.stopping()) {
            return;
        }
        boolean waits = now.state() == LiveAudit.State.WAITING;
        paper.element("p", "hint", paper.say(waits ? "progress.cancel.hint" : "progress.stop.hint"));
        paper.action("audits/" + id + "/stop", "plain", paper.say(waits ? "progress.cancel" : "progress.stop"));
        out.open("p");
        paper.link("audits", paper.say("progress.away"));
        out.close();
    }

    /** The same for the script. */
    String json() {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        STATE,
                        now.state().name(),
                        "done",
                        now.done(),
                        "total",
                        now.total(),
                        "texts",
                        told(),
                        "hosts",
                        shownHosts()));
    }

    private Map<String, String> told() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("status", status());
        texts.put(
                "pages",
                paper.say(
                        "progress.pages.of",
                        "done",
                        paper.words().number(now.done()),
                        "total",
                        now.total() == 0
                                ? paper.say("progress.unknown")
                                : paper.words().number(now.total())));
        texts.put("now", underWay());
        texts.put("contacts", paper.words().count("progress.hosts", now.hosts().size()));
        texts.put("untested", paper.words().number(now.untested()));
        texts.put("left", left());
        return texts;
    }

    /** Changes with each page and not with each part of it: it is read aloud. */
    private String status() {
        if (now.stopping()) {
            return paper.say("progress.status.stopping");
        }
        return switch (now.state()) {
            case WAITING -> paper.words().count("progress.status.waiting", before);
            case PREPARING -> paper.say("progress.status.preparing");
            default ->
                paper.say(
                        "progress.status.running",
                        "done",
                        paper.words().number(now.done()),
                        "total",
                        paper.words().number(now.total()));
        };
    }

    private String underWay() {
        if (now.underWay().isEmpty()) {
            return now.state() == LiveAudit.State.PREPARING
                    ? paper.words().name("preparing", now.preparing())
                    : paper.say("progress.nothing");
        }
        StringBuilder text = new StringBuilder();
        now.underWay()
                .forEach((url, step) -> text.append(text.isEmpty() ? "" : "; ").append(page(url, step)));
        return text.toString();
    }

    private String page(String url, Optional<Step> last) {
        String page = paper.words().cut(url);
        return last.map(step -> paper.say("progress.step", "page", page, "step", step(step)))
                .orElse(paper.say("progress.step.first", "page", page));
    }

    private String step(Step step) {
        String name = paper.report().name("step", step.phase());
        return step.about().isEmpty() ? name : name + " (" + paper.words().cut(step.about()) + ")";
    }

    private String left() {
        Duration left = now.left().orElse(Duration.ZERO);
        if (left.isZero()) {
            return paper.say("progress.unknown");
        }
        return left.toMinutes() == 0
                ? paper.say("progress.left.short")
                : paper.words().count("progress.left", left.plusSeconds(30).toMinutes());
    }
}
