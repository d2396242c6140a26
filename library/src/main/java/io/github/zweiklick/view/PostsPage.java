package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.feed.FeedSettings;
import io.github.zweiklick.feed.Holding;
import io.github.zweiklick.feed.Item;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.media.MediaStatus;
import io.github.zweiklick.url.PercentEncoding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is held of networks' posts, for the officer: where from, since when, by what right; and the way to take one out. */
public final class PostsPage {
    private static final int LONGEST_WORDS = 120;
    /** Of a megabyte. */
    private static final long BYTES = 1_000_000;

    private final View view;
    private final DocumentShell shell;
    private final String base;

    /** @param base absolute path of the endpoints, such as {@code /zweiklick} */
    public PostsPage(View view, String base) {
        this.view = view;
        this.shell = new DocumentShell(view.assets, base);
        this.base = base;
    }

    /** The page. */
    public Html page(List<Holding> holdings, Optional<MediaStatus> pictures, Wording wording) {
        String title = wording.say("posts.title");
        HtmlBuilder body = new HtmlBuilder()
                .html(shell.header(wording, base.substring(0, base.lastIndexOf('/') + 1), title))
                .open("main")
                .open("p")
                .text(wording.say(holdings.isEmpty() ? "posts.none" : "posts.intro"))
                .close();
        pictures.ifPresent(held -> pictures(held, wording, body));
        holdings.forEach(holding -> section(holding, wording, body));
        return shell.page(wording, title, "findings", List.of(), body.close().toHtml());
    }

    private static void pictures(MediaStatus held, Wording wording, HtmlBuilder out) {
        out.open("dl");
        item(
                out,
                wording.say("posts.pictures"),
                wording.number(held.held()) + ", " + wording.number(held.bytes() / BYTES) + " / "
                        + wording.number(held.mostBytes() / BYTES) + "\u00a0MB");
        item(
                out,
                wording.say("posts.pictures.fetched"),
                wording.number(held.fetched()) + " / " + wording.number(held.failed()));
        out.close();
    }

    private void section(Holding holding, Wording wording, HtmlBuilder out) {
        FeedSettings.Entry source = holding.configured();
        out.open("article").open("h2").text(source.id()).close().open("dl");
        item(
                out,
                wording.say("posts.network"),
                source.service().flatMap(view::service).map(Service::name).orElse(source.kind()));
        item(
                out,
                wording.say("status.address"),
                String.join(", ", source.given().addresses().values()));
        item(
                out,
                wording.say("posts.fetched"),
                holding.fetched().map(AdminTime::of).orElseGet(() -> wording.say("status.never")));
        item(
                out,
                wording.say("posts.refresh"),
                wording.duration(source.upstream().keeping().refresh().toString()));
        item(
                out,
                wording.say("posts.keep"),
                wording.duration(source.upstream().keeping().keep().toString()));
        item(out, wording.say("posts.others"), wording.say("posts.others." + StatusJson.code(source.others())));
        source.rights().ifPresent(rights -> item(out, wording.say("posts.rights"), rights));
        item(
                out,
                wording.say("posts.held"),
                wording.number(holding.items().size()) + " / " + wording.number(holding.pictures()));
        holding.paid()
                .ifPresent(paid -> item(
                        out,
                        wording.say("posts.paid"),
                        wording.number(paid.onDay()) + " / "
                                + wording.number(paid.budget().perDay()) + ", "
                                + wording.number(paid.inMonth()) + " / "
                                + wording.number(paid.budget().perMonth())));
        out.close();
        if (holding.withheld()) {
            out.open("p")
                    .open("strong")
                    .text(wording.say("posts.withheld"))
                    .close()
                    .close();
            button(source.id(), "release", Optional.empty(), wording.say("posts.release"), wording, out);
        }
        button(source.id(), "forget", Optional.empty(), wording.say("posts.forget"), wording, out);
        if (!holding.items().isEmpty()) {
            out.open("ul");
            holding.items().forEach(item -> post(source.id(), item, wording, out));
            out.close();
        }
        if (!holding.removed().isEmpty()) {
            out.open("h3").text(wording.say("posts.removed")).close().open("ul");
            holding.removed().forEach(id -> {
                out.open("li").open("code").text(id).close().text(" ");
                button(source.id(), "restore", Optional.of(id), wording.say("posts.restore"), wording, out);
                out.close();
            });
            out.close();
        }
        out.close();
    }

    private void post(String source, Item item, Wording wording, HtmlBuilder out) {
        String words = item.post().title().orElseGet(() -> item.post().text().text());
        out.open("li")
                .open("p")
                .text(
                        item.post().published().equals(Instant.EPOCH)
                                ? ""
                                : AdminTime.of(item.post().published()) + " ")
                .open("bdi")
                .text(
                        words.length() <= LONGEST_WORDS
                                ? words
                                : words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDS / 2)) + "\u2026")
                .close()
                .text(" ")
                .html(view.links(base)
                        .external(item.post().address(), item.post().address(), wording))
                .close();
        button(source, "remove", Optional.of(item.post().id()), wording.say("posts.remove"), wording, out);
        out.close();
    }

    /** What it does stands in the address: filters of an application may have read a form before. */
    private void button(
            String source, String action, Optional<String> post, String label, Wording wording, HtmlBuilder out) {
        out.open("form")
                .attribute("method", "post")
                .attribute(
                        "action",
                        base + "/admin/posts?do=" + action + "&source=" + source + "&lang=" + wording.tag()
                                + post.map(id -> "&post=" + PercentEncoding.component(id))
                                        .orElse(""))
                .open("button")
                .attribute("class", "document-button")
                .attribute("type", "submit")
                .text(label)
                .close()
                .close();
    }

    private static void item(HtmlBuilder out, String name, String value) {
        out.open("dt").text(name).close().open("dd").text(value).close();
    }
}
