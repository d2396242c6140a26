package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.upstream.UpstreamStatus;
import java.util.List;

/** The state of all upstreams as a page: how each is, what is wrong, and what to do about it. */
public final class StatusPage {
    private final DocumentShell shell;
    private final String base;

    /** @param base absolute path of the endpoints, such as {@code /zweiklick} */
    public StatusPage(View view, String base) {
        this.shell = new DocumentShell(view.assets, base);
        this.base = base;
    }

    public Html page(List<UpstreamStatus> statuses, Wording wording) {
        String title = wording.say("status.title");
        HtmlBuilder body = new HtmlBuilder()
                .html(shell.header(wording, base.substring(0, base.lastIndexOf('/') + 1), title))
                .open("main")
                .open("p")
                .text(wording.say(statuses.isEmpty() ? "status.none" : "status.intro"))
                .close()
                .open("p")
                .open("a")
                .attribute("href", base + "/admin/status.json")
                .text(wording.say("status.json"))
                .close()
                .close()
                .open("p")
                .open("a")
                .attribute("href", base + "/admin/posts?lang=" + wording.tag())
                .text(wording.say("status.posts"))
                .close()
                .close();
        statuses.forEach(status -> body.html(section(status, wording)));
        return shell.page(wording, title, "findings", List.of(), body.close().toHtml());
    }

    private static Html section(UpstreamStatus status, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .open("article")
                .open("h2")
                .text(status.id())
                .close()
                .open("p")
                .text(wording.say(state(status)))
                .close()
                .open("dl");
        status.lastFault().ifPresent(fault -> {
            item(out, wording.say("status.fault"), fault.message(), true);
            item(out, wording.say("findings.remedy"), fault.remedy(), true);
        });
        status.lastFaultAt().ifPresent(time -> item(out, wording.say("status.fault.time"), AdminTime.of(time), false));
        item(
                out,
                wording.say("status.success"),
                status.lastSuccess().map(AdminTime::of).orElseGet(() -> wording.say("status.never")),
                false);
        status.restingUntil().ifPresent(time -> item(out, wording.say("status.resting"), AdminTime.of(time), false));
        status.quota().ifPresent(quota -> {
            quota.remaining()
                    .ifPresent(left -> item(out, wording.say("status.remaining"), wording.number(left), false));
            quota.usedPercent().ifPresent(used -> item(out, wording.say("status.used"), used + "\u00a0%", false));
        });
        item(
                out,
                wording.say("status.asked"),
                wording.number(status.asked()) + " / " + wording.number(status.failed()),
                false);
        item(
                out,
                wording.say("status.held"),
                wording.number(status.held()) + " / " + wording.number(status.stale()),
                false);
        item(out, wording.say("status.address"), status.address(), false);
        return out.close().close().toHtml();
    }

    private static String state(UpstreamStatus status) {
        if (status.isWell()) {
            return status.lastSuccess().isPresent() ? "status.well" : "status.unasked";
        }
        return status.circuit() == UpstreamStatus.Circuit.OPEN
                        || status.restingUntil().isPresent()
                ? "status.paused"
                : "status.ill";
    }

    /** @param english whether it is as in the log */
    private static void item(HtmlBuilder out, String name, String value, boolean english) {
        out.open("dt").text(name).close().open("dd");
        if (english) {
            out.attribute("lang", "en");
        }
        out.text(value).close();
    }
}
