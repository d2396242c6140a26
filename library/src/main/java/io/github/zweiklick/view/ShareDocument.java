package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.page.PageMarkup.ShareBar;
import io.github.zweiklick.share.ShareCounts;
import io.github.zweiklick.share.ShareLink;
import io.github.zweiklick.share.Shared;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The page by which visitors share another: all services there are, or the question for a server. */
public final class ShareDocument {
    private final View view;
    private final String base;
    private final DocumentShell shell;

    ShareDocument(View view, String base) {
        this.view = view;
        this.base = base;
        this.shell = new DocumentShell(view.assets, base);
    }

    /** The address to be copied, and links to all services. */
    public Html all(List<ShareLink> links, Shared shared, Wording wording, String back) {
        HtmlBuilder body = begin(shared, wording, back);
        body.html(new ShareMarkup(view.links(base), base, ShareCounts.none())
                .of(new ShareBar(links, shared, false, false, false), "zweiklick", true, true, wording));
        body.html(QrPicture.of(shared.address(), wording.say("share.qr")));
        return end(body, wording);
    }

    /**
     * Asks for the visitor's server at a service.
     *
     * @param wrong what was written, where that is no server's name
     */
    public Html server(Service service, Shared shared, Optional<String> wrong, Wording wording, String back) {
        HtmlBuilder body = begin(shared, wording, back);
        body.open("form").attribute("method", "get").attribute("action", base + "/share");
        Map<String, Optional<String>> fields = new TreeMap<>();
        fields.put("service", Optional.of(service.id()));
        fields.put("lang", Optional.of(wording.tag()));
        fields.put("href", Optional.of(shared.address()));
        fields.put("title", shared.title());
        fields.put("text", shared.text());
        fields.forEach((name, value) -> value.ifPresent(present -> body.open("input")
                .attribute("type", "hidden")
                .attribute("name", name)
                .attribute("value", present)
                .closeVoid()));
        body.open("p")
                .open("label")
                .attribute("for", "server")
                .text(wording.say("share.server", "service", service.name()))
                .close()
                .open("input")
                .attribute("class", "document-field")
                .attribute("id", "server")
                .attribute("name", "host")
                .attribute("inputmode", "url")
                .attribute("autocapitalize", "none")
                .attribute("autocomplete", "on")
                .attribute("spellcheck", "false")
                .attribute("maxlength", "253")
                .attribute("required");
        wrong.ifPresent(text ->
                body.attribute("value", text).attribute("aria-invalid", "true").attribute("aria-describedby", "wrong"));
        body.closeVoid().close();
        wrong.ifPresent(text -> body.open("p")
                .attribute("id", "wrong")
                .attribute("class", "document-wrong")
                .attribute("role", "alert")
                .text(wording.say("share.server.wrong"))
                .close());
        body.open("p")
                .attribute("data-zweiklick", "keep")
                .attribute("hidden")
                .open("label")
                .open("input")
                .attribute("type", "checkbox")
                .closeVoid()
                .text(" " + wording.say("share.server.keep"))
                .close()
                .close()
                .open("button")
                .attribute("class", "document-button")
                .attribute("type", "submit")
                .text(wording.say("share.server.go") + " " + wording.say("original.note"))
                .close()
                .close();
        return end(body, wording);
    }

    private HtmlBuilder begin(Shared shared, Wording wording, String back) {
        return new HtmlBuilder()
                .html(shell.header(wording, back, wording.say("share.title")))
                .open("main")
                .open("p")
                .open("label")
                .attribute("for", "address")
                .text(wording.say("share.address"))
                .close()
                .open("input")
                .attribute("class", "document-field")
                .attribute("id", "address")
                .attribute("readonly")
                .attribute("value", shared.address())
                .closeVoid()
                .close();
    }

    private Html end(HtmlBuilder body, Wording wording) {
        return shell.page(
                wording,
                wording.say("share.title"),
                "",
                List.of(view.assets.shareStyle),
                body.close().html(shell.script(view.assets.shareScript)).toHtml());
    }
}
