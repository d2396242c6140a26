package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.count;
import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.text;
import static io.github.zweiklick.feed.FeedAnswers.time;

import io.github.zweiklick.feed.Post.PassedOn;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Mark;
import io.github.zweiklick.url.PercentEncoding;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads Bluesky's views of posts.
 *
 * <p>Source: <a href="https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/defs.json">lexicon
 * app.bsky.feed.defs</a>; <a href="https://docs.bsky.app/docs/advanced-guides/moderation">labels</a>.
 */
final class BlueskyPosts {
    static final String SITE = "https://bsky.app";
    private static final String POST = "app.bsky.feed.post";
    private static final String REPOST = "app.bsky.feed.defs#reasonRepost";

    private static final Pattern URI =
            Pattern.compile("at://([^/?#]{1,300})/([A-Za-z0-9.-]{1,300})/([A-Za-z0-9._:~-]{1,512})");
    private static final int MOST_FACETS = 300;

    /** By these an author, or who runs the network, asks that pictures are not seen unasked. */
    private static final Set<String> SENSITIVE =
            Set.of("!warn", "porn", "sexual", "nudity", "nsfl", "gore", "graphic-media", "corpse", "self-harm");
    /** These are not to be shown. */
    private static final Set<String> HIDDEN = Set.of("!hide", "!takedown");

    private static final String WITHHELD = "!no-unauthenticated";

    private final Optional<String> actor;

    /** @param actor handle or DID of the account that the site shows */
    BlueskyPosts(Optional<String> actor) {
        this.actor = actor;
    }

    static boolean isRepost(JsonNode entry) {
        return text(entry.path("reason"), "$type").filter(REPOST::equals).isPresent();
    }

    /** Whether the account asks not to be shown to those who are not logged in. */
    boolean isWithheld(JsonNode entry) {
        return Stream.of(entry.path("post").path("author"), entry.path("reason").path("by"))
                .anyMatch(author -> isOwn(author) && isWithheldFrom(author));
    }

    /** An entry of a feed; empty where it is not what the interface documents, or not to be shown. */
    Optional<Post> entry(JsonNode entry) {
        Optional<PostBuilder> post = post(entry.path("post"));
        if (!isRepost(entry)) {
            return post.map(PostBuilder::build);
        }
        JsonNode reason = entry.path("reason");
        return time(reason, "indexedAt")
                .flatMap(at ->
                        post.map(found -> found.passedOn(Optional.of(new PassedOn(author(reason.path("by")), at)))
                                .build()));
    }

    /** A post that stands in no feed; empty likewise. */
    Optional<Post> view(JsonNode view) {
        return post(view).map(PostBuilder::build);
    }

    /** A {@code postView}. */
    private Optional<PostBuilder> post(JsonNode view) {
        return written(view, view.path("record")).map(post -> {
            BlueskyPostsEmbeds.of(view.path("embed"), this, post);
            return post;
        });
    }

    /** A {@code record#viewRecord}: the same under other names. */
    Optional<Post> quoted(JsonNode view) {
        return written(view, view.path("value")).map(post -> {
            items(view.path("embeds")).forEach(embed -> BlueskyPostsEmbeds.of(embed, this, post));
            return post.build();
        });
    }

    private Optional<PostBuilder> written(JsonNode view, JsonNode record) {
        JsonNode author = view.path("author");
        Optional<String> uri = text(view, "uri");
        Optional<String> address = uri.flatMap(at -> address(at, Optional.of(handle(author))));
        Optional<Instant> time = published(view, record);
        if (address.isEmpty()
                || time.isEmpty()
                || isWithheldFrom(author)
                || labels(view, record, author).anyMatch(HIDDEN::contains)) {
            return Optional.empty();
        }
        return Optional.of(new PostBuilder(uri.orElseThrow(), address.get(), author(author), time.get())
                .own(isOwn(author))
                .language(items(record.path("langs")).stream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .findFirst())
                .text(words(record))
                .sensitive(labels(view, record, author).anyMatch(SENSITIVE::contains))
                .continues(continues(record, author))
                .counts(new PostCounts(
                        count(view, "replyCount"), count(view, "repostCount"), count(view, "likeCount"))));
    }

    /** Authors can write any time; no post is newer than when the network met it. */
    private static Optional<Instant> published(JsonNode view, JsonNode record) {
        Optional<Instant> indexed = time(view, "indexedAt");
        return time(record, "createdAt")
                .filter(created -> indexed.filter(created::isAfter).isEmpty())
                .or(() -> indexed);
    }

    private boolean isOwn(JsonNode author) {
        return actor.isPresent()
                && Stream.of("did", "handle")
                        .anyMatch(member -> text(author, member)
                                .filter(actor.get()::equalsIgnoreCase)
                                .isPresent());
    }

    private static boolean isWithheldFrom(JsonNode author) {
        return labels(author).anyMatch(WITHHELD::equals);
    }

    private static Stream<String> labels(JsonNode view, JsonNode record, JsonNode author) {
        return Stream.of(
                        labels(view),
                        items(record.path("labels").path("values")).stream()
                                .flatMap(label -> text(label, "val").stream()),
                        labels(author))
                .flatMap(labels -> labels);
    }

    /** Without those that were taken back. */
    private static Stream<String> labels(JsonNode labelled) {
        return items(labelled.path("labels")).stream()
                .filter(label -> !label.path("neg").asBoolean(false))
                .flatMap(label -> text(label, "val").stream());
    }

    static Author author(JsonNode author) {
        String handle = handle(author);
        return new Author(
                text(author, "displayName").orElse(handle),
                Optional.of("@" + handle).filter(written -> !handle.isEmpty() && !handle.startsWith("did:")),
                Optional.of(profile(handle)).filter(written -> !handle.isEmpty()),
                text(author, "avatar").flatMap(Picture::at));
    }

    /** Where the name's server does not confirm it, the number that stays. */
    static String handle(JsonNode author) {
        return text(author, "handle")
                .filter(handle -> !handle.equals("handle.invalid"))
                .or(() -> text(author, "did"))
                .orElse("");
    }

    static String profile(String actor) {
        return SITE + "/profile/" + segment(actor);
    }

    /** Colons of a DID may stand in a path. */
    private static String segment(String actor) {
        return PercentEncoding.component(actor).replace("%3A", ":");
    }

    /** Of a post; of other records none. */
    static Optional<String> address(String uri, Optional<String> handle) {
        Matcher parts = URI.matcher(uri);
        return parts.matches() && parts.group(2).equals(POST)
                ? Optional.of(profile(handle.filter(name -> !name.isEmpty()).orElse(parts.group(1))) + "/post/"
                        + segment(parts.group(3)))
                : Optional.empty();
    }

    /** Last part of a record's address. */
    static Optional<String> key(String uri) {
        return Optional.of(URI.matcher(uri)).filter(Matcher::matches).map(parts -> segment(parts.group(3)));
    }

    /** Where the author goes on with a post of their own. */
    private static Optional<String> continues(JsonNode record, JsonNode author) {
        String did = text(author, "did").orElse("");
        return text(record.path("reply").path("parent"), "uri")
                .filter(uri -> !did.isEmpty() && uri.startsWith("at://" + did + "/"))
                .flatMap(uri -> address(uri, Optional.of(handle(author))));
    }

    private static RichText words(JsonNode record) {
        String whole = text(record, "text").orElse("");
        String text = whole.substring(0, Math.min(whole.length(), RichText.LONGEST));
        return RichText.marked(
                text,
                items(record.path("facets")).stream()
                        .limit(MOST_FACETS)
                        .flatMap(facet -> mark(text, facet).stream())
                        .toList());
    }

    /** Offsets are bytes of UTF-8. */
    private static Optional<Mark> mark(String text, JsonNode facet) {
        int start = Offsets.ofUtf8(text, facet.path("index").path("byteStart").asInt(-1));
        int end = Offsets.ofUtf8(text, facet.path("index").path("byteEnd").asInt(-1));
        if (start < 0 || end <= start) {
            return Optional.empty();
        }
        String shown = text.substring(start, end);
        return items(facet.path("features")).stream()
                .flatMap(feature -> mark(start, end, shown, feature).stream())
                .findFirst();
    }

    private static Optional<Mark> mark(int start, int end, String shown, JsonNode feature) {
        String type = text(feature, "$type").orElse("").toLowerCase(Locale.ROOT);
        return switch (type.substring(type.indexOf('#') + 1)) {
            case "link" -> text(feature, "uri").map(uri -> new Mark(start, end, Link.Kind.PAGE, uri, shown));
            case "mention" ->
                text(feature, "did").map(did -> new Mark(start, end, Link.Kind.MENTION, profile(did), shown));
            case "tag" ->
                text(feature, "tag")
                        .map(tag -> new Mark(
                                start,
                                end,
                                Link.Kind.HASHTAG,
                                SITE + "/hashtag/" + PercentEncoding.component(tag),
                                shown));
            default -> Optional.empty();
        };
    }
}
