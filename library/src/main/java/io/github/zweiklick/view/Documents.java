package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.view.Notice.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages Zweiklick serves itself. */
public final class Documents {
    private final View view;
    private final DocumentShell shell;
    private final String base;
    private final Links links;

    Documents(View view, String base) {
        this.view = view;
        this.base = base;
        this.links = view.links(base);
        this.shell = new DocumentShell(view.assets, base);
    }

    /**
     * The airlock: exactly one frame.
     *
     * @param back address of the way back where the document may be a page of its own; empty where it is in a frame
     */
    public Html airlock(Embed embed, AirlockFrame frame, Wording wording, Optional<String> back) {
        EmbedNames names = EmbedNames.of(embed, wording, Optional.empty());
        HtmlBuilder body = new HtmlBuilder();
        back.ifPresent(address -> body.html(shell.header(wording, address, names.title())));
        body.open("main").attribute("class", "airlock-main");
        body.html(frame.markup(names.title(), shell.script(view.assets.airlockScript)));
        body.open("p")
                .attribute("class", "airlock-failed")
                .attribute("role", "alert")
                .attribute("hidden")
                .text(wording.say("airlock.failed", "service", names.service()) + " ")
                .html(original(embed, names, wording))
                .close();
        body.close();
        return shell.page(
                wording,
                names.title(),
                back.isPresent() ? "airlock airlock-page" : "airlock",
                List.of(view.assets.airlockScript),
                body.toHtml());
    }

    /** The current notice and the question again, for a page that showed an old one. */
    public Html askAgain(Embed embed, Wording wording, String back) {
        EmbedNames names = EmbedNames.of(embed, wording, Optional.empty());
        Notice notice = view.notices
                .of(embed.service(), wording, embed.chosenHost())
                .orElseThrow(() -> new IllegalArgumentException(
                        "No notice about " + embed.service().id()));
        HtmlBuilder body = new HtmlBuilder()
                .html(shell.header(wording, back, wording.say("again.title")))
                .open("main")
                .open("p")
                .text(wording.say("again", "service", names.service()))
                .close()
                .open("h2")
                .text(names.title())
                .close();
        body.html(NoticeMarkup.list(notice.essential()));
        body.open("p")
                .html(links.external(notice.policy(), wording.say("policy", "service", names.service()), wording))
                .close();
        body.open("form")
                .attribute("method", "post")
                .attribute("action", AirlockAddress.of(base, embed, notice.version()))
                .open("p")
                .text(wording.say("again.note"))
                .close()
                .open("input")
                .attribute("type", "hidden")
                .attribute("name", AirlockAddress.BACK)
                .attribute("value", back)
                .closeVoid()
                .open("button")
                .attribute("class", "document-button")
                .attribute("type", "submit")
                .attribute("name", "scope")
                .attribute("value", "once")
                .text(wording.say("once") + wording.say("button.about", "title", names.title()))
                .close()
                .close();
        body.open("p").html(original(embed, names, wording)).close();
        body.open("h2").text(wording.say("more")).close();
        body.html(NoticeMarkup.list(notice.further())).close();
        return shell.page(wording, wording.say("again.title"), "", List.of(), body.toHtml());
    }

    /** A page with a link only, for an embed that cannot be loaded. */
    public Html unloadable(Embed embed, Wording wording, String back) {
        EmbedNames names = EmbedNames.of(embed, wording, Optional.empty());
        Html body = new HtmlBuilder()
                .html(shell.header(wording, back, names.title()))
                .open("main")
                .open("p")
                .text(wording.say("unloadable", "service", names.service()))
                .close()
                .open("p")
                .html(original(embed, names, wording))
                .close()
                .close()
                .toHtml();
        return shell.page(wording, names.title(), "", List.of(), body);
    }

    /**
     * A short page that says what is wrong.
     *
     * @param key of the text; its title is {@code key}'s part before the first dot, with {@code .title}
     */
    public Html message(String key, Wording wording, String back) {
        int dot = key.indexOf('.');
        String title = wording.say((dot < 0 ? key : key.substring(0, dot)) + ".title");
        Html body = new HtmlBuilder()
                .html(shell.header(wording, back, title))
                .open("main")
                .open("p")
                .text(wording.say(key))
                .close()
                .close()
                .toHtml();
        return shell.page(wording, title, "", List.of(), body);
    }

    /** What visitors must be told about each of the services. */
    public Html notice(List<Service> services, boolean all, Wording wording, String back) {
        HtmlBuilder body = new HtmlBuilder()
                .html(shell.header(wording, back, wording.say("notice.title")))
                .open("main")
                .open("p")
                .text(wording.say("notice.intro"))
                .close();
        for (Service service : services) {
            body.html(section(service, wording));
        }
        if (!all) {
            body.open("p")
                    .open("a")
                    .attribute("href", base + "/notice?lang=" + wording.tag())
                    .text(wording.say("notice.all"))
                    .close()
                    .close();
        }
        return shell.page(
                wording,
                wording.say("notice.title"),
                "",
                List.of(),
                body.close().toHtml());
    }

    private Html section(Service service, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .open("section")
                .attribute("id", service.id())
                .open("h2")
                .text(service.name())
                .close();
        view.notices
                .of(service, wording, Optional.empty())
                .ifPresentOrElse(
                        notice -> out.html(facts(service, notice, wording)),
                        () -> out.open("p")
                                .text(wording.say("notice.incomplete", "service", service.name()))
                                .close());
        return out.close().toHtml();
    }

    private Html facts(Service service, Notice notice, Wording wording) {
        HtmlBuilder out = new HtmlBuilder().html(NoticeMarkup.list(notice.essential()));
        notice.remember()
                .map(Line::text)
                .ifPresent(text -> out.open("p").text(text).close());
        out.html(NoticeMarkup.list(notice.further()));
        // An address with a host of the visitor's choice is no link before the choice.
        if (!notice.policy().contains("{")) {
            out.open("p")
                    .html(links.external(notice.policy(), wording.say("policy", "service", service.name()), wording))
                    .close();
        }
        return out.toHtml();
    }

    /** What this browser has allowed, and the way to withdraw it. */
    public Html settings(List<Service> services, Wording wording, String back) {
        HtmlBuilder body = new HtmlBuilder()
                .html(shell.header(wording, back, wording.say("settings.title")))
                .open("main")
                .open("p")
                .text(wording.say("settings.intro"))
                .close()
                .open("noscript")
                .open("p")
                .text(wording.say("settings.script"))
                .close()
                .close();
        body.open("p").attribute("role", "status").attribute("id", "said");
        Map.of("none", "settings.none", "done", "settings.done").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(text -> body.attribute("data-" + text.getKey(), wording.say(text.getValue())));
        body.close();
        body.open("ul")
                .attribute("id", "grants")
                .attribute("data-until", wording.say("settings.until"))
                .attribute(
                        "data-days",
                        Integer.toString(view.settings.rememberDays().orElse(0)));
        for (Service service : services) {
            body.open("li")
                    .attribute("data-service", service.id())
                    .attribute("hidden")
                    .open("strong")
                    .text(service.name())
                    .close()
                    .open("span")
                    .close()
                    .open("button")
                    .attribute("class", "document-button")
                    .attribute("type", "button")
                    .attribute("data-zweiklick", "withdraw")
                    .text(wording.say("settings.withdraw", "service", service.name()))
                    .close()
                    .close();
        }
        body.close();
        body.open("p")
                .open("button")
                .attribute("class", "document-button")
                .attribute("type", "button")
                .attribute("id", "all")
                .attribute("hidden")
                .text(wording.say("settings.all"))
                .close()
                .close();
        return shell.page(
                wording,
                wording.say("settings.title"),
                "",
                List.of(view.assets.settingsScript),
                body.close().toHtml());
    }

    private Html original(Embed embed, EmbedNames names, Wording wording) {
        return links.external(embed.original(), wording.say("original", "service", names.service()), wording);
    }
}
