package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.count;
import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;
import static io.github.zweiklick.feed.FeedAnswers.time;

import io.github.zweiklick.feed.RichText.Link.Kind;
import io.github.zweiklick.feed.RichText.Mark;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads posts of the Graph interface, of today's and of earlier versions. */
final class FacebookPosts {
    private static final String SITE = "https://www.facebook.com/";

    /** Addresses that lead on to another one, and tell the network who followed which link. */
    private static final Set<String> SHIMS =
            Set.of("l.facebook.com", "lm.facebook.com", "l.instagram.com", "l.messenger.com");

    private FacebookPosts() {}

    /**
     * A post; empty where it is not what the interface documents, is not for everybody, or has nothing that can be shown.
     *
     * <p>A token of the Page also reads what the Page hides, or shows to some only.
     *
     * @param page number or name of the Page that the site shows
     */
    static Optional<Post> post(JsonNode json, String page) {
        Optional<String> id = text(json, "id");
        String audience = text(json.path("privacy"), "value").orElse("EVERYONE");
        if (id.isEmpty()
                || !audience.equals("EVERYONE")
                || json.path("is_hidden").asBoolean(false)) {
            return Optional.empty();
        }
        String address =
                text(json, "permalink_url").flatMap(Contained::link).orElse(SITE + PercentEncoding.component(id.get()));
        return time(json, "created_time")
                .map(published -> built(
                        json, page, new PostBuilder(id.get(), address, author(json.path("from")), published), id.get()))
                .filter(FacebookPosts::hasContent);
    }

    private static Post built(JsonNode json, String page, PostBuilder builder, String id) {
        String wall = id.contains("_") ? id.substring(0, id.indexOf('_')) : page;
        builder.own(isOwn(json, page, wall))
                .text(words(json))
                .counts(new PostCounts(
                        total(json, "comments"),
                        count(json.path("shares"), "count"),
                        first(total(json, "reactions"), total(json, "likes"))));
        List<JsonNode> attachments = items(json.path("attachments").path("data"));
        Optional<String> parent =
                text(json, "parent_id").filter(other -> !other.startsWith(wall + "_") && !other.startsWith(page + "_"));
        if (parent.isPresent()) {
            // It passes on somebody else's post, whose pictures the attachments are.
            Optional<String> there =
                    attachments.stream().flatMap(one -> target(one).stream()).findFirst();
            return builder.quoted(Optional.of(new Quoted(
                            there.or(() -> Optional.of(SITE + PercentEncoding.component(parent.get()))),
                            Optional.empty())))
                    .build();
        }
        List<Media> media = attachments.stream().flatMap(FacebookPosts::media).toList();
        Optional<LinkCard> card = attachments.stream()
                .flatMap(one -> card(one).stream())
                .findFirst()
                .or(() -> oldCard(json));
        return builder.media(media.isEmpty() && card.isEmpty() ? lone(json) : media)
                .card(media.isEmpty() ? card : Optional.empty())
                .build();
    }

    private static boolean hasContent(Post post) {
        return !post.text().isEmpty()
                || !post.media().isEmpty()
                || post.card().isPresent()
                || post.quoted().isPresent();
    }

    /**
     * A post's number begins with that of the Page it stands on, which the configuration may name instead. Where no author is
     * told it is the Page's: {@code /posts} has no others.
     */
    private static boolean isOwn(JsonNode json, String page, String wall) {
        return text(json.path("from"), "id")
                .map(id -> id.equals(page) || id.equals(wall))
                .orElse(json.path("from").isMissingNode());
    }

    private static Author author(JsonNode from) {
        return new Author(
                text(from, "name").orElse(""),
                Optional.empty(),
                text(from, "id").map(id -> SITE + PercentEncoding.component(id)),
                text(from.path("picture").path("data"), "url").flatMap(Picture::at));
    }

    private static OptionalLong total(JsonNode json, String member) {
        return count(json.path(member).path("summary"), "total_count");
    }

    private static OptionalLong first(OptionalLong one, OptionalLong other) {
        return one.isPresent() ? one : other;
    }

    private static RichText words(JsonNode json) {
        Optional<String> message = text(json, "message").map(Offsets::within);
        if (message.isEmpty()) {
            return text(json, "story").map(RichText::plain).orElse(RichText.EMPTY);
        }
        List<Mark> marks = new ArrayList<>();
        tags(json.path("message_tags"))
                .limit(Offsets.MOST)
                .forEach(tag -> tagged(message.get(), tag).ifPresent(marks::add));
        marks.addAll(WrittenMarks.addresses(message.get(), FacebookPosts::unshimmed));
        marks.addAll(WrittenMarks.hashtags(message.get(), SITE + "hashtag/", ""));
        return RichText.marked(message.get(), marks);
    }

    /** A list, or an object of lists by offset, which is empty where there is none. */
    private static Stream<JsonNode> tags(JsonNode tags) {
        return tags.isObject()
                ? tags.properties().stream().map(Map.Entry::getValue).flatMap(list -> items(list).stream())
                : items(tags).stream();
    }

    /**
     * Offsets count Unicode code points, as the interface's reference has it; no recording proves it, and some clients count in
     * UTF-16. So the tag's own name decides, where it stands in the text at either.
     */
    private static Optional<Mark> tagged(String message, JsonNode tag) {
        int offset = size(tag, "offset").orElse(-1);
        int length = size(tag, "length").orElse(-1);
        Optional<String> id = text(tag, "id");
        if (offset < 0 || length <= 0 || offset > message.length() || length > message.length() || id.isEmpty()) {
            return Optional.empty();
        }
        String name = text(tag, "name").orElse("");
        int start = Offsets.ofCodePoint(message, offset);
        int end = Offsets.ofCodePoint(message, offset + length);
        boolean named = start >= 0 && end >= 0 && message.substring(start, end).equals(name);
        if (!named && message.startsWith(name, offset) && name.length() == length) {
            start = offset;
            end = offset + length;
        }
        if (start < 0 || end < 0) {
            return Optional.empty();
        }
        String shown = message.substring(start, end);
        return Optional.of(
                shown.startsWith("#")
                        ? new Mark(
                                start,
                                end,
                                Kind.HASHTAG,
                                SITE + "hashtag/" + PercentEncoding.component(shown.substring(1)),
                                shown)
                        : new Mark(start, end, Kind.MENTION, SITE + PercentEncoding.component(id.get()), shown));
    }

    private static Stream<Media> media(JsonNode attachment) {
        List<JsonNode> parts = items(attachment.path("subattachments").path("data"));
        if (!parts.isEmpty()) {
            return parts.stream().flatMap(part -> one(part).stream());
        }
        return one(attachment).stream();
    }

    private static Optional<Media> one(JsonNode attachment) {
        String type = type(attachment);
        Optional<Picture> picture = picture(attachment.path("media").path("image"));
        if (type.contains("video")) {
            return Optional.of(new Media(Media.Kind.VIDEO, picture, Optional.empty(), target(attachment)));
        }
        boolean still = type.contains("photo") || type.contains("album") || type.equals("profile_media");
        return picture.filter(found -> still).map(found -> Media.picture(found, Optional.empty()));
    }

    /** Of a link without a title its address is shown. */
    private static Optional<LinkCard> card(JsonNode attachment) {
        JsonNode image = attachment.path("media").path("image");
        boolean link = List.of("link", "share").contains(type(attachment));
        return text(attachment, "title")
                .or(() -> Optional.of("").filter(untitled -> link))
                .filter(title -> one(attachment).isEmpty())
                .flatMap(title -> target(attachment)
                        .flatMap(address ->
                                LinkCard.of(address, title, text(attachment, "description"), picture(image))));
    }

    private static Optional<Picture> picture(JsonNode image) {
        return text(image, "src").flatMap(src -> Picture.at(src, size(image, "width"), size(image, "height")));
    }

    /** {@code photo}, {@code video}, {@code album}, {@code link} and others; of old {@code video_inline} and the like. */
    private static String type(JsonNode attachment) {
        return text(attachment, "media_type")
                .or(() -> text(attachment, "type"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> target(JsonNode attachment) {
        return text(attachment, "unshimmed_url")
                .or(() -> text(attachment, "url"))
                .map(FacebookPosts::unshimmed)
                .flatMap(Contained::link);
    }

    static String unshimmed(String address) {
        return WebUrl.parse(address)
                .filter(url -> SHIMS.contains(url.host()))
                .flatMap(url -> url.parameter("u"))
                .orElse(address);
    }

    /** Until version 3.3 a link stood in the post itself. */
    private static Optional<LinkCard> oldCard(JsonNode json) {
        return text(json, "link")
                .filter(link -> text(json, "type").filter("link"::equals).isPresent())
                .flatMap(link -> LinkCard.of(
                        unshimmed(link),
                        text(json, "name").or(() -> text(json, "caption")).orElse(""),
                        text(json, "description"),
                        text(json, "picture").flatMap(Picture::at)));
    }

    /** The one picture of a post that tells no attachment. */
    private static List<Media> lone(JsonNode json) {
        boolean moves = text(json, "type")
                .or(() -> text(json, "status_type"))
                .orElse("")
                .contains("video");
        Optional<Picture> picture =
                text(json, "full_picture").or(() -> text(json, "picture")).flatMap(Picture::at);
        return picture.map(found -> new Media(
                        moves ? Media.Kind.VIDEO : Media.Kind.PICTURE,
                        Optional.of(found),
                        Optional.empty(),
                        moves ? text(json, "link").map(FacebookPosts::unshimmed) : Optional.empty()))
                .map(List::of)
                .orElse(List.of());
    }
}
