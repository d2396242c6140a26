package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.feed.Feeds;
import io.github.zweiklick.feed.Item;
import io.github.zweiklick.feed.Media;
import io.github.zweiklick.feed.Quoted;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.page.PageMarkup.Feed;
import io.github.zweiklick.page.PageMarkup.Feed.Layout;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes posts as a list of articles. */
final class FeedMarkup {
    private final View view;
    private final String base;
    private final Links links;

    FeedMarkup(View view, String base) {
        this.view = view;
        this.base = base;
        this.links = view.links(base);
    }

    /**
     * The list; empty where there are no posts.
     *
     * @param id unique in its page
     * @param number of the part, from 1: the first holds the newest posts
     * @param players make two-click players
     */
    Html of(Feed wanted, int number, String id, int headingLevel, PostMedia.Players players, Wording wording) {
        Feeds feeds = view.settings.feeds();
        Feeds.Page page = feeds.page(wanted.sources(), wanted.filter(), (number - 1) * wanted.limit(), wanted.limit());
        if (page.items().isEmpty()) {
            return Html.EMPTY;
        }
        PostTimes times = new PostTimes(feeds.zone());
        PostMarkup posts =
                posts(times, players, wanted.layout() == Layout.CARDS ? PostMedia.Room.CARDS : PostMedia.Room.LIST);
        HtmlBuilder out = new HtmlBuilder()
                .open("div")
                .attribute("class", "zweiklick-feed")
                .attribute("data-layout", wanted.layout().name().toLowerCase(Locale.ROOT))
                .attribute("lang", wording.tag())
                .attribute("dir", wording.direction())
                // Its role is said: without bullets some browsers take it for no list.
                .open("ul")
                .attribute("class", "zweiklick-feed-list")
                .attribute("role", "list")
                .attribute("aria-label", wording.say("feed.label"));
        int post = 0;
        for (Item item : page.items()) {
            post++;
            out.open("li")
                    .html(article(posts, item, id + "-" + post, headingLevel, wanted.layout(), wording))
                    .close();
        }
        out.close();
        pages(wanted, number, page, wording, out);
        fetched(page.items(), times, wording, out);
        return out.close().toHtml();
    }

    private Html article(PostMarkup posts, Item item, String id, int headingLevel, Layout layout, Wording wording) {
        boolean shown = layout != Layout.COMPACT;
        Supplier<Html> write = () -> posts.of(item, id, network(item), headingLevel, shown, wording);
        // A placeholder is another on each page.
        boolean fixed = Stream.concat(Stream.of(item.post()), item.post().quoted().flatMap(Quoted::post).stream())
                .flatMap(post -> post.media().stream())
                .noneMatch(media -> media.kind() == Media.Kind.VIDEO);
        return fixed
                ? view.posts.of(
                        String.join(" ", id, Integer.toString(headingLevel), layout.name(), wording.tag(), base),
                        item,
                        write)
                : write.get();
    }

    /**
     * A single post, with the element around it that an author asked by.
     *
     * @param id unique in its page
     * @param players make two-click players
     */
    Html of(Item item, String id, int headingLevel, PostMedia.Players players, Wording wording) {
        PostTimes times = new PostTimes(view.settings.feeds().zone());
        HtmlBuilder out = new HtmlBuilder()
                .open("zweiklick-post")
                .attribute("data-state", "shown")
                .open("div")
                .attribute("class", "zweiklick-feed")
                .attribute("data-layout", "single")
                .attribute("lang", wording.tag())
                .attribute("dir", wording.direction())
                .html(posts(times, players, PostMedia.Room.LIST)
                        .of(item, id, network(item), headingLevel, true, wording));
        fetched(List.of(item), times, wording, out);
        return out.close().close().toHtml();
    }

    private PostMarkup posts(PostTimes times, PostMedia.Players players, PostMedia.Room room) {
        PictureAddresses pictures = new PictureAddresses(base);
        return new PostMarkup(links, times, new PostMedia(links, pictures, players, room), pictures);
    }

    private Optional<Service> network(Item item) {
        return item.service().flatMap(view::service);
    }

    private void pages(Feed wanted, int number, Feeds.Page page, Wording wording, HtmlBuilder out) {
        if (!page.newer() && !page.older()) {
            return;
        }
        // No landmark: several feeds in a page would have the same.
        out.open("div").attribute("class", "zweiklick-feed-pages");
        if (page.newer()) {
            out.html(Links.own(address(wanted, number - 1, wording), wording.say("feed.newer")));
        }
        if (page.older()) {
            out.html(Links.own(address(wanted, number + 1, wording), wording.say("feed.older")));
        }
        out.close();
    }

    private List<String> known(Feed wanted) {
        return wanted.sources().stream()
                .filter(view.settings.feeds().ids()::contains)
                .toList();
    }

    private String address(Feed wanted, int number, Wording wording) {
        return base + "/feeds/" + String.join(",", known(wanted)) + ".html?lang=" + wording.tag() + "&page=" + number
                + "&limit=" + wanted.limit()
                + "&layout=" + wanted.layout().name().toLowerCase(Locale.ROOT)
                + wanted.filter()
                        .map(word -> "&filter=" + PercentEncoding.component(word))
                        .orElse("");
    }

    private void fetched(List<Item> items, PostTimes times, Wording wording, HtmlBuilder out) {
        Map<String, Item> bySource = new LinkedHashMap<>();
        items.forEach(item -> bySource.putIfAbsent(item.source(), item));
        out.open("p").attribute("class", "zweiklick-feed-fetched");
        bySource.values()
                .forEach(item -> out.open("span")
                        .text(wording.say(
                                "feed.fetched",
                                Map.of(
                                        "source",
                                        network(item).map(Service::name).orElseGet(() -> host(item)),
                                        "time",
                                        times.text(item.fetched(), wording))))
                        .close()
                        .text(" "));
        out.close();
    }

    private static String host(Item item) {
        return WebUrl.parse(item.post().address()).map(WebUrl::host).orElse("");
    }
}
