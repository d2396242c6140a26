package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.AppLinks;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.page.PageMarkup.ShareBar;
import io.github.zweiklick.share.ShareCounts;
import io.github.zweiklick.share.ShareLink;
import io.github.zweiklick.share.Shared;
import io.github.zweiklick.url.PercentEncoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links by which visitors share a page, as {@code docs/sharing.md} shows them. What only scripts can do is hidden. */
final class ShareMarkup {
    private static final String PRINT = "print";

    /** What a browser does itself, by the script's names for it. */
    private static final List<String> BY_SCRIPT = List.of("copy", "system", PRINT);

    private final Links links;
    private final String base;
    private final ShareCounts counts;

    ShareMarkup(Links links, String base, ShareCounts counts) {
        this.links = links;
        this.counts = counts;
        this.base = base;
    }

    Html of(ShareBar bar, Occurrence where, Wording wording) {
        return of(bar, "zweiklick-" + where.number(), where.place() == Place.FLOW, false, wording);
    }

    /**
     * The links.
     *
     * @param id unique in its page
     * @param flow whether any element may stand here
     * @param everything whether this is the page with all services, to which the others lead
     */
    Html of(ShareBar bar, String id, boolean flow, boolean everything, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .open("zweiklick-share")
                // What an author writes has none, and is replaced.
                .attribute("data-state", "shown")
                .attribute("data-address", bar.shared().address());
        bar.shared().title().ifPresent(title -> out.attribute("data-title", title));
        if (bar.vertical()) {
            out.attribute("data-vertical");
        }
        if (bar.small()) {
            out.attribute("data-small");
        }
        out.attribute("role", "group")
                .attribute("aria-labelledby", id + "-title")
                .attribute("lang", wording.tag())
                .attribute("dir", wording.direction())
                .open("span")
                .attribute("class", "zweiklick-share-title")
                .attribute("id", id + "-title")
                .text(wording.say(everything ? "share.more" : "share.title"))
                .close();
        if (bar.links().stream().anyMatch(ShareMarkup::leadsAway)) {
            // What the arrow behind a name means, for the eye: its words are in each link.
            out.open("span")
                    .attribute("class", "zweiklick-share-leads")
                    .attribute("aria-hidden", "true")
                    .text("\u2197 " + wording.say("original.note"))
                    .close();
        }
        if (flow) {
            // Its role is said: without bullets some browsers take it for no list.
            out.open("ul").attribute("role", "list");
        } else {
            out.open("span").attribute("role", "list");
        }
        Map<String, Long> known = bar.counts() ? counts.byService(bar.shared().address()) : Map.of();
        for (ShareLink link : bar.links()) {
            Html count = Optional.ofNullable(known.get(link.service().id()))
                    .map(number -> count(number, wording))
                    .orElse(Html.EMPTY);
            item(out, flow, link(link, bar.shared(), count, wording));
        }
        for (String action : BY_SCRIPT) {
            // That page itself is nothing to print.
            if (!everything || !action.equals(PRINT)) {
                button(out, flow, action, wording);
            }
        }
        if (!everything) {
            item(out, flow, Links.own(page(bar.shared(), wording), wording.say("share.more")));
        }
        return out.close()
                .open("span")
                .attribute("class", "zweiklick-share-said")
                .attribute("role", "status")
                .attribute("data-copied", wording.say("share.copied"))
                .close()
                .close()
                .toHtml();
    }

    private static boolean leadsAway(ShareLink link) {
        return link.address().filter(address -> !AppLinks.is(address)).isPresent();
    }

    private Html link(ShareLink link, Shared shared, Html count, Wording wording) {
        String name = link.service().name();
        return link.address()
                .map(address -> links.external(address, name, count, wording))
                .orElseGet(() -> Links.own(
                        page(shared, wording) + "&service=" + link.service().id(), name));
    }

    /** The number for the eye; what it counts, for the ear. */
    private static Html count(long number, Wording wording) {
        return new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-share-count")
                .open("span")
                .attribute("class", "zweiklick-note")
                .text(wording.say("share.count") + " ")
                .close()
                .text(wording.number(number))
                .close()
                .toHtml();
    }

    /** Address of the page with everything. */
    private String page(Shared shared, Wording wording) {
        StringBuilder address = new StringBuilder(
                base + "/share?lang=" + wording.tag() + "&href=" + PercentEncoding.component(shared.address()));
        shared.title().ifPresent(title -> address.append("&title=").append(PercentEncoding.component(title)));
        shared.text().ifPresent(text -> address.append("&text=").append(PercentEncoding.component(text)));
        shared.media().ifPresent(media -> address.append("&media=").append(PercentEncoding.component(media)));
        return address.toString();
    }

    private static void button(HtmlBuilder out, boolean flow, String action, Wording wording) {
        open(out, flow).attribute("hidden");
        out.open("button")
                .attribute("type", "button")
                .attribute("data-zweiklick", action)
                .text(wording.say("share." + action))
                .close()
                .close();
    }

    private static void item(HtmlBuilder out, boolean flow, Html content) {
        open(out, flow).html(content).close();
    }

    private static HtmlBuilder open(HtmlBuilder out, boolean flow) {
        return flow ? out.open("li") : out.open("span").attribute("role", "listitem");
    }
}
