package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.feed.ForeignHtml.Content;
import io.github.zweiklick.url.WebUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A feed in JSON Feed 1.0 or 1.1.
 *
 * <p>Source: <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed, version 1.1</a>.
 */
final class JsonFeed {
    private static final int MOST = 300;
    private static final int LONGEST_ID = 500;

    private final JsonNode feed;
    private final FeedHead head;

    private JsonFeed(JsonNode feed, WebUrl document) {
        this.feed = feed;
        Optional<WebUrl> home = text(feed, "home_page_url").flatMap(url -> WebUrl.parse(url, document));
        Optional<Picture> logo = text(feed, "icon")
                .or(() -> text(feed, "favicon"))
                .flatMap(url -> WebUrl.parse(url, document))
                .flatMap(url -> Picture.at(url.href()));
        this.head = new FeedHead(
                document,
                home,
                text(feed, "title"),
                logo,
                text(feed, "language"),
                author(feed, home.map(WebUrl::href), logo));
    }

    /** The feed that an object is; empty where it is none. */
    static Optional<JsonFeed> of(JsonNode feed, WebUrl document) {
        return text(feed, "version")
                                .filter(version -> version.contains("jsonfeed.org/version/"))
                                .isPresent()
                        && feed.path("items").isArray()
                ? Optional.of(new JsonFeed(feed, document))
                : Optional.empty();
    }

    List<Post> posts(FirstSeen.Times times) {
        return items(feed.path("items")).stream()
                .limit(MOST)
                .flatMap(item -> post(item, times).stream())
                .toList();
    }

    private Optional<Post> post(JsonNode item, FirstSeen.Times times) {
        Optional<String> page = address(item, "url");
        String address = page.or(() -> address(item, "external_url")).orElse(head.address());
        Content whole = text(item, "content_html")
                .map(html -> FeedWords.html(html, address))
                .or(() -> text(item, "content_text").map(FeedWords::plain))
                .orElse(FeedWords.NONE);
        Content content =
                FeedWords.of(text(item, "summary").map(FeedWords::plain).orElse(FeedWords.NONE), whole);
        List<Media> media = FeedWords.media(attached(item, address), content);
        Optional<String> title = text(item, "title");
        Optional<String> id = text(item, "id")
                .or(() ->
                        Optional.of(item.path("id")).filter(JsonNode::isNumber).map(JsonNode::asString))
                .filter(name -> name.length() <= LONGEST_ID);
        if (id.isEmpty() || (title.isEmpty() && content.text().isEmpty() && media.isEmpty())) {
            return Optional.empty();
        }
        Optional<Instant> modified = text(item, "date_modified").flatMap(FeedTimes::read);
        return text(item, "date_published")
                .flatMap(FeedTimes::read)
                .or(() -> modified)
                .or(() -> times.of(id.get()))
                .map(published -> new PostBuilder(
                                id.get(),
                                address,
                                author(item, head.home().map(WebUrl::href), Optional.empty())
                                        .orElseGet(head::writer),
                                published)
                        .permalink(page.isPresent())
                        .edited(modified.filter(time -> FeedTimes.isEdit(published, time)))
                        .language(text(item, "language").or(head::language))
                        .title(title)
                        .text(content.text())
                        .media(media)
                        .build());
    }

    private Optional<String> address(JsonNode item, String member) {
        return text(item, member)
                .flatMap(url -> WebUrl.parse(url, head.home().orElse(head.document())))
                .flatMap(url -> Contained.link(url.href()));
    }

    /** Of version 1.1 there may be several, of which the first is named; of 1.0 there is one. */
    private static Optional<Author> author(JsonNode part, Optional<String> home, Optional<Picture> logo) {
        return Stream.concat(items(part.path("authors")).stream(), Stream.of(part.path("author")))
                .flatMap(author -> text(author, "name")
                        .map(name -> new Author(
                                name,
                                Optional.empty(),
                                text(author, "url").or(() -> home),
                                text(author, "avatar").flatMap(Picture::at).or(() -> logo)))
                        .stream())
                .findFirst();
    }

    private static List<Media> attached(JsonNode item, String address) {
        List<Media> all = new ArrayList<>();
        text(item, "image")
                .or(() -> text(item, "banner_image"))
                .flatMap(url -> picture(url, address))
                .ifPresent(picture -> all.add(Media.picture(picture, Optional.empty())));
        for (JsonNode attachment : items(item.path("attachments"))) {
            String type = text(attachment, "mime_type").orElse("").toLowerCase(Locale.ROOT);
            Optional<Picture> picture = text(attachment, "url").flatMap(url -> picture(url, address));
            if (type.startsWith("image/") && picture.isPresent()) {
                all.add(Media.picture(picture.get(), text(attachment, "title")));
            } else if (type.startsWith("video/") || type.startsWith("audio/")) {
                all.add(new Media(
                        type.startsWith("video/") ? Media.Kind.VIDEO : Media.Kind.AUDIO,
                        Optional.empty(),
                        text(attachment, "title"),
                        Optional.empty()));
            }
        }
        return all;
    }

    private static Optional<Picture> picture(String url, String base) {
        return WebUrl.parse(base)
                .flatMap(document -> WebUrl.parse(url, document))
                .flatMap(resolved -> Picture.at(resolved.href()));
    }
}
