package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.PostDisplay;
import io.github.zweiklick.catalogue.PostDisplay.Action;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.feed.Item;
import io.github.zweiklick.feed.Post;
import io.github.zweiklick.feed.PostCounts;
import io.github.zweiklick.feed.Quoted;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.url.WebUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes one post as an article, as {@code docs/feeds.md} shows it. */
final class PostMarkup {
    private final Links links;
    private final PostMedia media;
    private final RichTextMarkup texts;
    private final PostPoll polls;
    private final PostHead heads;

    PostMarkup(Links links, PostTimes times, PostMedia media, PictureAddresses pictures) {
        this.links = links;
        this.media = media;
        this.texts = new RichTextMarkup(links, pictures);
        this.polls = new PostPoll(times);
        this.heads = new PostHead(links, times, media);
    }

    /**
     * The article.
     *
     * @param id unique in its page
     * @param network empty where the post comes from some page
     * @param pictures whether it shows any
     */
    Html of(Item item, String id, Optional<Service> network, int headingLevel, boolean pictures, Wording wording) {
        Post post = item.post();
        HtmlBuilder out = new HtmlBuilder()
                .open("article")
                .attribute("class", "zweiklick-post")
                .attribute("aria-labelledby", id + " " + id + "-time");
        heads.write(post, id, network, headingLevel, pictures, wording, out);
        body(post, id, pictures, wording, out);
        foot(post, network, wording, out);
        return out.close().toHtml();
    }

    /** What it says and shows alone, for programs. */
    Html content(Post post, Wording wording) {
        HtmlBuilder out = new HtmlBuilder();
        body(post, "", true, wording, out);
        return out.toHtml();
    }

    private void body(Post post, String id, boolean pictures, Wording wording, HtmlBuilder out) {
        post.warning()
                .ifPresent(warning -> details(out)
                        .text(wording.say("feed.warning", "warning", Isolated.of(warning)))
                        .close());
        words(post, wording, out);
        post.poll().ifPresent(poll -> polls.write(poll, wording, out));
        if (pictures && !post.media().isEmpty()) {
            boolean asked = post.sensitive() && post.warning().isEmpty();
            if (asked) {
                details(out).text(wording.say("feed.sensitive")).close();
            }
            media.write(post, id, wording, out);
            if (asked) {
                out.close();
            }
        }
        post.quoted().ifPresent(quoted -> quoted(quoted, id, pictures, wording, out));
        post.card().ifPresent(card -> media.card(card, pictures, wording, out));
        if (post.warning().isPresent()) {
            out.close();
        }
    }

    /** Opened by the reader; up to the words that say what is in it. */
    private static HtmlBuilder details(HtmlBuilder out) {
        return out.open("details").attribute("class", "zweiklick-post-asked").open("summary");
    }

    private void words(Post post, Wording wording, HtmlBuilder out) {
        if (!post.text().isEmpty()) {
            out.open("div").attribute("class", "zweiklick-post-text");
            language(post, out).html(texts.of(post.text(), wording)).close();
        }
    }

    /** Posts are in other languages than the page, and in other directions. */
    static HtmlBuilder language(Post post, HtmlBuilder out) {
        post.language().ifPresent(tag -> out.attribute("lang", tag));
        return out.attribute("dir", "auto");
    }

    private void quoted(Quoted quoted, String id, boolean pictures, Wording wording, HtmlBuilder out) {
        if (quoted.post().isEmpty()) {
            out.open("p").attribute("class", "zweiklick-post-line").text(wording.say("feed.quote.missing"));
            quoted.address().ifPresent(address -> out.text(" ").html(links.external(address, address, wording)));
            out.close();
            return;
        }
        Post post = quoted.post().get();
        out.open("blockquote")
                .attribute("class", "zweiklick-post-quote")
                .open("p")
                .attribute("class", "zweiklick-post-line")
                .html(links.external(
                        post.address(),
                        wording.say(
                                "feed.quote",
                                "author",
                                Isolated.of(post.author().name())),
                        wording))
                .close();
        body(post, id + "-quoted", pictures, wording, out);
        out.close();
    }

    private void foot(Post post, Optional<Service> network, Wording wording, HtmlBuilder out) {
        out.open("footer").attribute("class", "zweiklick-post-foot");
        counts(post.counts(), wording, out);
        network.map(Service::posts).ifPresent(display -> actions(display, post, wording, out));
        out.open("span")
                .html(links.external(
                        post.address(),
                        network.map(service -> wording.say("feed.original", "service", service.name()))
                                .orElseGet(() -> wording.say("feed.original.page")),
                        wording))
                .close()
                .close();
    }

    private void actions(PostDisplay display, Post post, Wording wording, HtmlBuilder out) {
        String path = WebUrl.parse(post.address()).map(WebUrl::path).orElse("");
        String id = path.substring(path.lastIndexOf('/') + 1);
        for (Action action : Action.values()) {
            String key = "feed." + action.name().toLowerCase(Locale.ROOT);
            display.address(action, id)
                    .ifPresent(address -> out.open("span")
                            .html(links.external(address, wording.say(key), wording))
                            .close()
                            .text(" "));
        }
    }

    private static void counts(PostCounts counts, Wording wording, HtmlBuilder out) {
        count("feed.replies", counts.replies(), wording, out);
        count("feed.shares", counts.shares(), wording, out);
        count("feed.likes", counts.likes(), wording, out);
    }

    private static void count(String key, OptionalLong number, Wording wording, HtmlBuilder out) {
        if (number.orElse(0) > 0) {
            out.open("span")
                    .text(wording.say(key, "n", wording.number(number.getAsLong())))
                    .close()
                    .text(" ");
        }
    }
}
