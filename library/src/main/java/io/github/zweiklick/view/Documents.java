package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.List;
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
                .attribute("action", AirlockAddress.of(base, embed, notice.version(), wording))
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
                .text(wording.say("once") + wording.say("colon", "text", names.title()))
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
     * @param key of the text; its title is {@code key}, or its part before the first dot, with {@code .title}
     */
    public Html message(String key, Wording wording, String back) {
        int dot = wording.has(key + ".title") ? -1 : key.indexOf('.');
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

    /** The page by which visitors share another. */
    public ShareDocument share() {
        return new ShareDocument(view, base);
    }

    /** Posts of networks. */
    public FeedDocument feeds() {
        return new FeedDocument(view, base);
    }

    /** The notices. */
    public NoticePages notices() {
        return new NoticePages(view, base);
    }

    /** What this browser has allowed, and the way to withdraw it. */
    public Html settings(List<Service> services, Wording wording, String back) {
        String title = wording.say("settings.title");
        Html body = new HtmlBuilder()
                .html(shell.header(wording, back, title))
                .open("main")
                .html(new SettingsMarkup(view, base).of(services, wording, 2))
                .close()
                .html(shell.script(view.assets.pageScript))
                .html(shell.script(view.assets.settingsScript))
                .toHtml();
        return shell.page(wording, title, "", List.of(view.assets.pageStyle), body);
    }

    private Html original(Embed embed, EmbedNames names, Wording wording) {
        return links.external(embed.original(), wording.say("original", "service", names.service()), wording);
    }
}
