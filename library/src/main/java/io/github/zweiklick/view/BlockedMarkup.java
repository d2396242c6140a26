package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import java.util.Optional;

/** Boxes in place of what is not loaded and cannot be: they name where it leads, as a link. */
final class BlockedMarkup {
    private BlockedMarkup() {}

    static Html frame(String host, String address, Occurrence where, Wording wording, Links links) {
        String title = wording.say("blocked.title", "host", host);
        if (where.place() == Place.INERT) {
            return Html.text(title);
        }
        String titleId = "zweiklick-" + where.number() + "-title";
        return new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-box")
                .attribute("data-zweiklick-blocked", host)
                .attribute("role", "group")
                .attribute("aria-labelledby", titleId)
                .attribute("lang", wording.tag())
                .attribute("dir", wording.direction())
                .html(PlaceholderView.heading(titleId, where.headingLevel(), title, Optional.empty()))
                .open("span")
                .attribute("class", "zweiklick-text")
                .text(wording.say("blocked", "host", host))
                .close()
                .html(links.external(address, wording.say("blocked.link", "host", host), wording))
                .close()
                .toHtml();
    }

    /** Of a page that would have led there by itself. */
    static Html refresh(String address, Wording wording, Links links) {
        return new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-box")
                .attribute("lang", wording.tag())
                .attribute("dir", wording.direction())
                .open("span")
                .attribute("class", "zweiklick-text")
                .text(wording.say("refresh"))
                .close()
                .html(links.external(address, address, wording))
                .close()
                .toHtml();
    }
}
