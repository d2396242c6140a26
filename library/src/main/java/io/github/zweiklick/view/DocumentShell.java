package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.List;

/** What all of our own pages have in common. */
final class DocumentShell {
    private static final Html DOCTYPE = Html.literal("<!DOCTYPE html>\n");

    private final Assets assets;
    private final String base;

    DocumentShell(Assets assets, String base) {
        this.assets = assets;
        this.base = base;
    }

    /** @param further scripts and styles beside the style of all documents */
    Html page(Wording wording, String title, String className, List<Asset> further, Html body) {
        HtmlBuilder out = new HtmlBuilder()
                .html(DOCTYPE)
                .open("html")
                .attribute("lang", wording.tag())
                .attribute("dir", wording.direction())
                .open("head")
                .open("meta")
                .attribute("charset", "utf-8")
                .closeVoid()
                .open("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width, initial-scale=1")
                .closeVoid()
                .open("meta")
                .attribute("name", "robots")
                .attribute("content", "noindex")
                .closeVoid()
                .open("title")
                .text(title)
                .close()
                .html(style(assets.documentStyle));
        // Not deferred: they listen for violations of policies, which come while the page is read.
        further.forEach(asset -> out.html(asset.extension().equals("css") ? style(asset) : script(asset)));
        out.close().open("body");
        if (!className.isEmpty()) {
            out.attribute("class", className);
        }
        return out.html(body).close().close().toHtml();
    }

    private Html style(Asset asset) {
        return new HtmlBuilder()
                .open("link")
                .attribute("rel", "stylesheet")
                .attribute("href", asset.address(base))
                .closeVoid()
                .toHtml();
    }

    Html script(Asset asset) {
        return new HtmlBuilder()
                .open("script")
                .attribute("src", asset.address(base))
                .close()
                .toHtml();
    }

    /** The way back, out of any frame, and the page's heading. */
    Html header(Wording wording, String back, String title) {
        return new HtmlBuilder()
                .open("header")
                .attribute("class", "document-header")
                .open("a")
                .attribute("href", back)
                .attribute("target", "_top")
                .text(wording.say("back"))
                .close()
                .open("h1")
                .text(title)
                .close()
                .close()
                .toHtml();
    }
}
