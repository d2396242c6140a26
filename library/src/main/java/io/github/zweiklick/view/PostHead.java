package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.PostDisplay;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.feed.Author;
import io.github.zweiklick.feed.Picture;
import io.github.zweiklick.feed.Post;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.Map;
import java.util.Optional;

/** Writes who wrote a post, where and when. */
record PostHead(Links links, PostTimes times, PostMedia media) {

    /** @param pictures whether the post shows any */
    void write(
            Post post,
            String id,
            Optional<Service> network,
            int headingLevel,
            boolean pictures,
            Wording wording,
            HtmlBuilder out) {
        PostDisplay display = network.map(Service::posts).orElse(PostDisplay.FREE);
        out.open("header").attribute("class", "zweiklick-post-head");
        if (pictures || display.linksAuthor()) {
            post.author().avatar().ifPresent(avatar -> out.html(face(avatar, post.author(), display)));
        }
        out.open("div").attribute("class", "zweiklick-post-who");
        who(post, id, network, headingLevel, wording, out);
        post.passedOn()
                .ifPresent(passed -> out.open("p")
                        .attribute("class", "zweiklick-post-line")
                        .text(wording.say(
                                "feed.passed", "author", Isolated.of(passed.by().name())))
                        .close());
        post.continues()
                .ifPresent(address -> out.open("p")
                        .attribute("class", "zweiklick-post-line")
                        .html(links.external(address, wording.say("feed.continues"), wording))
                        .close());
        out.close();
        display.mark().ifPresent(mark -> out.html(mark(mark)));
        out.close();
    }

    private void who(
            Post post, String id, Optional<Service> network, int headingLevel, Wording wording, HtmlBuilder out) {
        String author = network.map(service -> wording.say(
                        "feed.author",
                        Map.of("author", Isolated.of(post.author().name()), "service", service.name())))
                .orElse(post.author().name());
        Html name = network.filter(service -> service.posts().linksAuthor())
                .flatMap(service -> post.author().address())
                .map(address -> links.external(address, author, wording))
                .orElseGet(() -> Html.text(author));
        heading(headingLevel, out).attribute("class", "zweiklick-post-title").attribute("id", id);
        post.title().ifPresentOrElse(title -> PostMarkup.language(post, out).text(title), () -> out.html(name));
        out.close().open("p").attribute("class", "zweiklick-post-line");
        if (post.title().isPresent() && !author.isEmpty()) {
            out.open("span").html(name).close().text(" ");
        }
        handle(post.author(), wording, out);
        out.open("span")
                .attribute("id", id + "-time")
                .html(links.external(post.address(), times.of(post.published(), wording), wording))
                .close();
        post.edited()
                .ifPresent(time -> out.text(" ")
                        .open("span")
                        .text(wording.say("feed.edited", "time", times.text(time, wording)))
                        .close());
        out.close();
    }

    private Html face(Picture avatar, Author author, PostDisplay display) {
        Html picture = media.avatar(avatar);
        return author.address()
                .filter(address -> display.linksAuthor())
                .map(address -> links.beside(address, "zweiklick-post-face", picture))
                .orElse(picture);
    }

    /** For the eye only: the heading names the network. */
    private static Html mark(String path) {
        return new HtmlBuilder()
                .open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("class", "zweiklick-post-mark")
                .attribute("width", Integer.toString(PostDisplay.MARK))
                .attribute("height", Integer.toString(PostDisplay.MARK))
                .attribute("fill", "currentColor")
                .attribute("aria-hidden", "true")
                .attribute("focusable", "false")
                .open("path")
                .attribute("fill-rule", "evenodd")
                .attribute("d", path)
                .close()
                .close()
                .toHtml();
    }

    private void handle(Author author, Wording wording, HtmlBuilder out) {
        author.handle().ifPresent(handle -> {
            HtmlBuilder written = new HtmlBuilder().open("bdi");
            int server = handle.lastIndexOf('@');
            if (server > 0) {
                // Where there is little room it is broken before the server rather than anywhere.
                written.text(handle.substring(0, server)).open("wbr").closeVoid();
            }
            Html name =
                    written.text(handle.substring(Math.max(server, 0))).close().toHtml();
            out.html(author.address()
                            .map(address -> links.external(address, name, wording))
                            .orElse(name))
                    .text(" ");
        });
    }

    private static HtmlBuilder heading(int level, HtmlBuilder out) {
        return switch (level) {
            case 1, 2 -> out.open("h2");
            case 3 -> out.open("h3");
            case 4 -> out.open("h4");
            case 5 -> out.open("h5");
            default -> out.open("h6");
        };
    }
}
