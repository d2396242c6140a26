package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What is attached to posts on Bluesky.
 *
 * <p>Source: <a href="https://github.com/bluesky-social/atproto/tree/main/lexicons/app/bsky/embed">lexicons
 * app.bsky.embed</a>.
 */
final class BlueskyPostsEmbeds {
    /** Larger sides below this are no pixels: the interface gives a ratio, 16:9 just as well as 1600:900. */
    private static final int LEAST_PIXELS = 200;

    private static final int USUAL_PIXELS = 1_000;

    private BlueskyPostsEmbeds() {}

    /** Puts into a post what is attached; kinds that are not known are left out. */
    static void of(JsonNode embed, BlueskyPosts posts, PostBuilder post) {
        switch (text(embed, "$type").orElse("")) {
            case "app.bsky.embed.images#view" -> post.media(pictures(embed.path("images")));
            case "app.bsky.embed.gallery#view" -> post.media(pictures(embed.path("items")));
            case "app.bsky.embed.video#view" -> post.media(List.of(video(embed)));
            case "app.bsky.embed.external#view" -> post.card(external(embed.path("external")));
            case "app.bsky.embed.record#view" -> record(embed.path("record"), posts, post);
            case "app.bsky.embed.recordWithMedia#view" -> {
                JsonNode media = embed.path("media");
                // A record again would be one within the other, without end.
                if (!text(media, "$type").orElse("").startsWith("app.bsky.embed.record")) {
                    of(media, posts, post);
                }
                record(embed.path("record").path("record"), posts, post);
            }
            default -> {}
        }
    }

    private static List<Media> pictures(JsonNode images) {
        return items(images).stream()
                .flatMap(image -> text(image, "fullsize")
                        .or(() -> text(image, "thumb"))
                        .or(() -> text(image, "thumbnail"))
                        .flatMap(address -> picture(address, image))
                        .map(picture -> Media.picture(picture, text(image, "alt")))
                        .stream())
                .toList();
    }

    private static Media video(JsonNode view) {
        boolean silent = text(view, "presentation").filter("gif"::equals).isPresent();
        return new Media(
                silent ? Media.Kind.ANIMATION : Media.Kind.VIDEO,
                text(view, "thumbnail").flatMap(address -> picture(address, view)),
                text(view, "alt"),
                Optional.empty());
    }

    private static Optional<Picture> picture(String address, JsonNode view) {
        OptionalInt width = size(view.path("aspectRatio"), "width");
        OptionalInt height = size(view.path("aspectRatio"), "height");
        if (width.isEmpty() || height.isEmpty() || width.getAsInt() < 1 || height.getAsInt() < 1) {
            return Picture.at(address);
        }
        int larger = Math.max(width.getAsInt(), height.getAsInt());
        int scale = larger < LEAST_PIXELS ? (USUAL_PIXELS + larger - 1) / larger : 1;
        return Picture.at(address, OptionalInt.of(width.getAsInt() * scale), OptionalInt.of(height.getAsInt() * scale));
    }

    private static Optional<LinkCard> external(JsonNode external) {
        return text(external, "uri")
                .flatMap(address -> LinkCard.of(
                        address,
                        text(external, "title").orElse(""),
                        text(external, "description"),
                        text(external, "thumb").flatMap(Picture::at)));
    }

    /** A post that is quoted, or something else of the network's, which is shown as a page is. */
    private static void record(JsonNode record, BlueskyPosts posts, PostBuilder post) {
        switch (text(record, "$type").orElse("")) {
            case "app.bsky.embed.record#viewRecord" ->
                post.quoted(Optional.of(posts.quoted(record)
                        .map(other -> new Quoted(Optional.of(other.address()), Optional.of(other)))
                        .orElseGet(() -> new Quoted(Optional.empty(), Optional.empty()))));
            // Taken back by its author, gone, or of somebody who wants nothing to do with who quotes it.
            case "app.bsky.embed.record#viewDetached",
                    "app.bsky.embed.record#viewNotFound",
                    "app.bsky.embed.record#viewBlocked" ->
                post.quoted(Optional.of(new Quoted(Optional.empty(), Optional.empty())));
            case "app.bsky.feed.defs#generatorView" ->
                post.card(page(record, text(record, "displayName"), "/feed/", text(record, "description")));
            case "app.bsky.graph.defs#listView" ->
                post.card(page(record, text(record, "name"), "/lists/", text(record, "description")));
            case "app.bsky.graph.defs#starterPackViewBasic" -> post.card(starterPack(record));
            default -> {}
        }
    }

    private static Optional<LinkCard> page(
            JsonNode record, Optional<String> name, String folder, Optional<String> description) {
        return text(record, "uri")
                .flatMap(BlueskyPosts::key)
                .flatMap(key -> LinkCard.of(
                        BlueskyPosts.profile(BlueskyPosts.handle(record.path("creator"))) + folder + key,
                        name.orElse(""),
                        description,
                        text(record, "avatar").flatMap(Picture::at)));
    }

    private static Optional<LinkCard> starterPack(JsonNode record) {
        String creator = BlueskyPosts.profile(BlueskyPosts.handle(record.path("creator")));
        return text(record, "uri")
                .flatMap(BlueskyPosts::key)
                .flatMap(key -> LinkCard.of(
                        creator.replaceFirst("/profile/", "/starter-pack/") + "/" + key,
                        text(record.path("record"), "name").orElse(""),
                        text(record.path("record"), "description"),
                        Optional.empty()));
    }
}
