package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.Map;

/** What stands above a loaded frame; hidden until then. All its words are written here, so that scripts need none. */
final class ActiveBar {
    private ActiveBar() {}

    /** @param settings link to the settings, empty where nothing can be remembered */
    static Html of(EmbedNames names, Embed embed, String id, Wording wording, Links links, Html settings) {
        return status(names, wording).and(bar(names, embed, id, wording, links, settings));
    }

    private static Html status(EmbedNames names, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-status")
                .attribute("role", "status");
        for (String event : new String[] {"once", "remember", "replay", "closed", "withdrawn", "failed"}) {
            out.attribute("data-" + event, wording.say("status." + event, "service", names.service()));
        }
        return out.close().toHtml();
    }

    private static Html bar(EmbedNames names, Embed embed, String id, Wording wording, Links links, Html settings) {
        return new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-bar")
                .attribute("role", "group")
                .attribute("aria-label", wording.say("bar", "service", names.service()))
                .attribute("tabindex", "-1")
                .attribute(
                        "data-frame", wording.say("frame", Map.of("title", names.title(), "service", names.service())))
                .attribute("hidden")
                .html(control("close", wording.say("close"), names, wording))
                .html(control("withdraw", wording.say("withdraw"), names, wording))
                .html(links.external(embed.original(), wording.say("original", "service", names.service()), wording))
                .html(settings)
                .open("a")
                .attribute("class", "zweiklick-skip")
                .attribute("href", "#" + id + "-end")
                .text(wording.say("skip"))
                .close()
                .close()
                .toHtml();
    }

    /** Where the skip link leads; frames are put before it. */
    static Html end(String id) {
        return new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-end")
                .attribute("id", id + "-end")
                .attribute("tabindex", "-1")
                .close()
                .toHtml();
    }

    private static Html control(String action, String label, EmbedNames names, Wording wording) {
        return new HtmlBuilder()
                .open("button")
                .attribute("class", "zweiklick-control")
                .attribute("type", "button")
                .attribute("data-zweiklick", action)
                .text(label)
                .open("span")
                .attribute("class", "zweiklick-aside")
                .text(wording.say("colon", "text", names.title()))
                .close()
                .close()
                .toHtml();
    }
}
