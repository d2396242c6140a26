package io.github.zweiklick.view;

import io.github.zweiklick.feed.Item;
import io.github.zweiklick.feed.Media;
import io.github.zweiklick.feed.Picture;
import io.github.zweiklick.feed.Post;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.page.PageMarkup.Feed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts as a page of the site, and as feeds for programs; all pictures in them come from the site. */
public final class FeedDocument {
    private final View view;
    private final String base;

    FeedDocument(View view, String base) {
        this.view = view;
        this.base = base;
    }

    /**
     * A page with a part of the posts.
     *
     * @param number of the part, from 1
     * @return empty where there are no posts in it
     */
    public Optional<Html> page(Feed wanted, int number, Wording wording, String back) {
        Html posts = new FeedMarkup(view, base).of(wanted, number, "zweiklick", 2, PostMedia.NO_PLAYERS, wording);
        if (posts.isEmpty()) {
            return Optional.empty();
        }
        DocumentShell shell = new DocumentShell(view.assets, base);
        String title = wording.say("feed.page", "n", wording.number(number));
        Html body = new HtmlBuilder()
                .html(shell.header(wording, back, title))
                .open("main")
                .html(posts)
                .close()
                .toHtml();
        return Optional.of(shell.page(wording, title, "", List.of(view.assets.feedStyle), body));
    }

    /**
     * JSON Feed 1.1.
     *
     * @param origin of the site, since addresses in feeds are whole
     * @param self address of this feed
     * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
     */
    public String json(Feed wanted, String origin, String self, Wording wording) {
        ObjectNode feed = JsonMapper.shared().createObjectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title(wanted, wording));
        feed.put("home_page_url", origin + "/");
        feed.put("feed_url", self);
        feed.put("language", wording.tag());
        ArrayNode items = feed.putArray("items");
        items(wanted).forEach(item -> item(item, origin, wording, items.addObject()));
        return feed.toString();
    }

    private void item(Item item, String origin, Wording wording, ObjectNode out) {
        Post post = item.post();
        PictureAddresses pictures = new PictureAddresses(origin + base);
        out.put("id", item.iri());
        out.put("url", post.address());
        post.title().ifPresent(title -> out.put("title", title));
        out.put("content_html", content(item, origin, wording).toString());
        out.put("content_text", post.text().text());
        post.card().ifPresent(card -> out.put("external_url", card.address()));
        post.media().stream()
                .flatMap(media -> media.picture().stream())
                .findFirst()
                .ifPresent(picture -> out.put("image", pictures.of(picture)));
        out.put("date_published", time(post.published()));
        post.edited().ifPresent(edited -> out.put("date_modified", time(edited)));
        ObjectNode author = out.putArray("authors").addObject();
        author.put("name", post.author().name());
        post.author().address().ifPresent(address -> author.put("url", address));
        post.author().avatar().ifPresent(avatar -> author.put("avatar", pictures.smallest(avatar)));
        post.language().ifPresent(language -> out.put("language", language));
        further(item, pictures, out.putObject("_zweiklick"));
    }

    /** What the format has no member for. */
    private static void further(Item item, PictureAddresses pictures, ObjectNode out) {
        Post post = item.post();
        out.put("source", item.source());
        item.service().ifPresent(service -> out.put("service", service));
        out.put("fetched", item.fetched().toString());
        out.put("own", post.own());
        post.author().handle().ifPresent(handle -> out.put("handle", handle));
        post.passedOn().ifPresent(passed -> out.put("passed_on_by", passed.by().name()));
        post.warning().ifPresent(warning -> out.put("warning", warning));
        out.put("sensitive", post.sensitive());
        ArrayNode media = out.putArray("media");
        for (Media one : post.media()) {
            ObjectNode object = media.addObject();
            object.put("kind", StatusJson.code(one.kind()));
            one.picture().ifPresent(picture -> picture(picture, pictures, object));
            one.alternative().ifPresent(words -> object.put("alternative", words));
            one.address().ifPresent(address -> object.put("url", address));
        }
        count(out, "replies", post.counts().replies());
        count(out, "shares", post.counts().shares());
        count(out, "likes", post.counts().likes());
    }

    private static void picture(Picture picture, PictureAddresses pictures, ObjectNode out) {
        out.put("picture", pictures.of(picture));
        picture.width().ifPresent(width -> out.put("width", width));
        picture.height().ifPresent(height -> out.put("height", height));
    }

    private static void count(ObjectNode out, String member, OptionalLong number) {
        number.ifPresent(known -> out.put(member, known));
    }

    /**
     * Atom.
     *
     * @param origin of the site, since addresses in feeds are whole
     * @param self address of this feed
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
     */
    public Html atom(Feed wanted, String origin, String self, Wording wording) {
        List<Item> items = items(wanted);
        HtmlBuilder out = new HtmlBuilder()
                .html(Html.literal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
                .open("feed")
                .attribute("xmlns", "http://www.w3.org/2005/Atom")
                .attribute("xml:lang", wording.tag())
                .open("id")
                .text(self)
                .close()
                .open("title")
                .text(title(wanted, wording))
                .close()
                .open("updated")
                .text(items.stream()
                        .map(item -> time(item.post().time()))
                        .findFirst()
                        .orElse("1970-01-01T00:00:00Z"))
                .close()
                .open("link")
                .attribute("rel", "self")
                .attribute("href", self)
                .closeVoid()
                .open("link")
                .attribute("href", origin + "/")
                .closeVoid();
        items.forEach(item -> entry(item, origin, wording, out));
        return out.close().toHtml();
    }

    private void entry(Item item, String origin, Wording wording, HtmlBuilder out) {
        Post post = item.post();
        out.open("entry");
        post.language().ifPresent(language -> out.attribute("xml:lang", language));
        out.open("id")
                .text(item.iri())
                .close()
                .open("title")
                .text(post.title().orElseGet(() -> firstLine(post)))
                .close()
                .open("link")
                .attribute("href", post.address())
                .closeVoid()
                .open("published")
                .text(time(post.published()))
                .close()
                .open("updated")
                .text(time(post.edited().orElse(post.published())))
                .close()
                .open("author")
                .open("name")
                .text(post.author().name())
                .close();
        post.author()
                .address()
                .ifPresent(address -> out.open("uri").text(address).close());
        out.close()
                .open("content")
                .attribute("type", "html")
                .text(content(item, origin, wording).toString())
                .close()
                .close();
    }

    /** An entry must have a title; posts have none. */
    private static String firstLine(Post post) {
        String line = post.text().text().lines().findFirst().orElse("");
        int longest = 80;
        return line.length() <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, longest))) + "\u2026";
    }

    private Html content(Item item, String origin, Wording wording) {
        String whole = origin + base;
        PictureAddresses pictures = new PictureAddresses(whole);
        Links links = new Links(false, whole);
        return new PostMarkup(
                        links,
                        new PostTimes(view.settings.feeds().zone()),
                        new PostMedia(links, pictures, PostMedia.NO_PLAYERS, PostMedia.Room.LIST),
                        pictures)
                .content(item.post(), wording);
    }

    private List<Item> items(Feed wanted) {
        return view.settings
                .feeds()
                .page(wanted.sources(), wanted.filter(), 0, wanted.limit())
                .items();
    }

    private static String title(Feed wanted, Wording wording) {
        return wording.say("feed.label") + ": " + String.join(", ", wanted.sources());
    }

    private String time(Instant time) {
        return new PostTimes(view.settings.feeds().zone()).machine(time);
    }
}
