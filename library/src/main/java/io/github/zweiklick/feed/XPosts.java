package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.count;
import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;
import static io.github.zweiklick.feed.FeedAnswers.time;

import io.github.zweiklick.feed.Post.PassedOn;
import io.github.zweiklick.url.PercentEncoding;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads posts of version 2 of the interface, in its old words and its new ones. */
final class XPosts {
    static final String SITE = "https://x.com/";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

    /** What X says of words in no language: of a link, a tag, a picture alone, in none of those it knows. */
    private static final Pattern NO_LANGUAGE = Pattern.compile("und|zxx|art|q[a-t][a-z]");

    /** Milliseconds at which numbers of posts begin, and how far left of their other bits they stand. */
    private static final long EPOCH = 1_288_834_974_657L;

    private static final int TIME_SHIFT = 22;

    private final JsonNode owner;
    private final Map<String, JsonNode> users;
    private final Map<String, JsonNode> media;
    private final Map<String, JsonNode> polls;
    private final Map<String, JsonNode> posts;
    private final int included;

    /**
     * Posts of an answer.
     *
     * @param owner the account that is shown
     */
    XPosts(JsonNode answer, JsonNode owner) {
        this.owner = owner;
        JsonNode includes = answer.path("includes");
        this.users = by("id", items(includes.path("users")));
        this.media = by("media_key", items(includes.path("media")));
        this.polls = by("id", items(includes.path("polls")));
        List<JsonNode> others = Stream.of("tweets", "posts")
                .flatMap(name -> items(includes.path(name)).stream())
                .toList();
        this.posts = by("id", others);
        this.included = others.size();
    }

    private static Map<String, JsonNode> by(String key, List<JsonNode> all) {
        Map<String, JsonNode> map = new HashMap<>();
        all.forEach(one -> text(one, key).ifPresent(value -> map.putIfAbsent(value, one)));
        return map;
    }

    /** How many posts came along with those asked for: they are charged too. */
    int included() {
        return included;
    }

    /** A thing's number. */
    static Optional<String> number(JsonNode json) {
        return text(json, "id").filter(id -> NUMBER.matcher(id).matches());
    }

    /** Numbers of this version and all earlier ones, each of which was a post of its own. */
    static List<String> versions(JsonNode json) {
        return Stream.concat(number(json).stream(), history(json)).distinct().toList();
    }

    private static Stream<String> history(JsonNode json) {
        return Stream.of("edit_history_tweet_ids", "edit_history_post_ids")
                .flatMap(name -> items(json.path(name)).stream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(id -> NUMBER.matcher(id).matches());
    }

    /** A post; empty where it is not what the interface documents, or passes on one that is not told. */
    Optional<Post> post(JsonNode json) {
        Optional<String> id = number(json);
        Optional<Instant> at = time(json, "created_at");
        if (id.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        // Of the timeline there are no posts of others.
        JsonNode user = user(json, owner);
        Optional<String> passedOn = reference(json, "retweeted").or(() -> reference(json, "reposted"));
        if (passedOn.isPresent()) {
            // The text of the post itself is cut: what it passes on stands elsewhere.
            return passedOn.flatMap(other -> Optional.ofNullable(posts.get(other)))
                    .flatMap(other -> written(other, id.get(), userOfOther(other), true))
                    .map(post -> post.passedOn(Optional.of(new PassedOn(author(user), at.get())))
                            .build());
        }
        return written(json, id.get(), user, true).map(PostBuilder::build);
    }

    /**
     * A post as it was written.
     *
     * @param id by which it is told from others: that of the post which passes it on, where there is one
     * @param quotes whether it is shown with what it quotes: what is quoted is not, and two could quote each other
     */
    private Optional<PostBuilder> written(JsonNode json, String id, JsonNode user, boolean quotes) {
        Optional<String> number = number(json);
        Optional<Instant> created = time(json, "created_at");
        if (number.isEmpty() || created.isEmpty()) {
            return Optional.empty();
        }
        List<String> versions = history(json).sorted(numerically()).toList();
        boolean edited = versions.size() > 1;
        Optional<String> quoted = reference(json, "quoted").filter(other -> quotes);
        List<Media> attached = media(json);
        XPostsText text = new XPostsText(json, !attached.isEmpty(), quoted);
        return Optional.of(new PostBuilder(
                        id,
                        address(user, number.get()),
                        author(user),
                        edited ? instant(versions.get(0)) : created.get())
                .own(isOwner(user))
                .edited(edited ? created : Optional.empty())
                .language(text(json, "lang")
                        .filter(tag -> !NO_LANGUAGE.matcher(tag).matches()))
                .text(text.words())
                .sensitive(json.path("possibly_sensitive").asBoolean(false))
                .media(attached)
                .card(attached.isEmpty() && quoted.isEmpty() ? text.card() : Optional.empty())
                .poll(poll(json))
                .quoted(quoted.map(this::quoted))
                .continues(reference(json, "replied_to")
                        .flatMap(other -> Optional.ofNullable(posts.get(other)))
                        .filter(other -> text(other, "author_id").equals(text(user, "id")))
                        .flatMap(other -> number(other).map(earlier -> address(user, earlier))))
                .counts(counts(json.path("public_metrics"))));
    }

    private static Comparator<String> numerically() {
        return Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());
    }

    /** When a post was made, as its number has it. */
    private static Instant instant(String number) {
        return Instant.ofEpochMilli((Long.parseUnsignedLong(number) >>> TIME_SHIFT) + EPOCH);
    }

    private Quoted quoted(String number) {
        Optional<JsonNode> json = Optional.ofNullable(posts.get(number));
        return new Quoted(
                Optional.of(
                        json.map(other -> address(userOfOther(other), number)).orElse(SITE + "i/status/" + number)),
                json.flatMap(other -> written(other, number, userOfOther(other), false))
                        .map(PostBuilder::build));
    }

    private static Optional<String> reference(JsonNode json, String type) {
        return Stream.of("referenced_tweets", "referenced_posts")
                .flatMap(name -> items(json.path(name)).stream())
                .filter(reference ->
                        text(reference, "type").filter(type::equals).isPresent())
                .flatMap(reference -> number(reference).stream())
                .findFirst();
    }

    /** @param untold who it is where the post does not say */
    private JsonNode user(JsonNode json, JsonNode untold) {
        Optional<String> id = text(json, "author_id");
        if (id.isEmpty()) {
            return untold;
        }
        return Optional.ofNullable(users.get(id.get()))
                .orElse(id.equals(text(owner, "id")) ? owner : MissingNode.getInstance());
    }

    private JsonNode userOfOther(JsonNode json) {
        return user(json, MissingNode.getInstance());
    }

    private boolean isOwner(JsonNode user) {
        Optional<String> id = text(user, "id");
        return id.isPresent() && id.equals(text(owner, "id"));
    }

    private static String address(JsonNode user, String number) {
        return SITE + text(user, "username").map(PercentEncoding::component).orElse("i") + "/status/" + number;
    }

    private static Author author(JsonNode user) {
        Optional<String> name = text(user, "username");
        return new Author(
                text(user, "name").orElse(""),
                name.map(handle -> "@" + handle),
                name.map(handle -> SITE + PercentEncoding.component(handle)),
                text(user, "profile_image_url").flatMap(Picture::at));
    }

    private List<Media> media(JsonNode json) {
        return items(json.path("attachments").path("media_keys")).stream()
                .filter(JsonNode::isString)
                .flatMap(key -> Optional.ofNullable(media.get(key.asString())).stream())
                .flatMap(one -> media(text(one, "type").orElse(""), one).stream())
                .toList();
    }

    private static Optional<Media> media(String type, JsonNode json) {
        boolean still = type.equals("photo");
        Optional<Picture> picture = text(json, still ? "url" : "preview_image_url")
                .flatMap(address -> Picture.at(address, size(json, "width"), size(json, "height")));
        Optional<String> alternative = text(json, "alt_text");
        return switch (type) {
            case "photo" -> picture.map(found -> Media.picture(found, alternative));
            case "video" -> Optional.of(new Media(Media.Kind.VIDEO, picture, alternative, Optional.empty()));
            case "animated_gif" -> Optional.of(new Media(Media.Kind.ANIMATION, picture, alternative, Optional.empty()));
            default -> Optional.empty();
        };
    }

    private Optional<Poll> poll(JsonNode json) {
        return items(json.path("attachments").path("poll_ids")).stream()
                .filter(JsonNode::isString)
                .flatMap(id -> Optional.ofNullable(polls.get(id.asString())).stream())
                .findFirst()
                .map(poll -> new Poll(
                        items(poll.path("options")).stream()
                                .sorted(Comparator.comparingInt(
                                        option -> size(option, "position").orElse(0)))
                                .map(option ->
                                        new Poll.Choice(text(option, "label").orElse(""), count(option, "votes")))
                                .toList(),
                        false,
                        time(poll, "end_datetime"),
                        text(poll, "voting_status").filter("closed"::equals).isPresent()));
    }

    private static PostCounts counts(JsonNode metrics) {
        OptionalLong shares = count(metrics, "repost_count");
        return new PostCounts(
                count(metrics, "reply_count"),
                shares.isPresent() ? shares : count(metrics, "retweet_count"),
                count(metrics, "like_count"));
    }
}
