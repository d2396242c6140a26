package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.count;
import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the embedded posts' form into that of version 2 of the interface, so that all is read by one set of rules. */
final class XPostsOfSyndication {
    private static final Map<String, String> ENTITIES = Map.of(
            "urls",
            "urls",
            "user_mentions",
            "mentions",
            "hashtags",
            "hashtags",
            "symbols",
            "cashtags",
            "media",
            "urls");

    private final ObjectNode answer = JsonMapper.shared().createObjectNode();
    private final ArrayNode users;
    private final ArrayNode media;
    private final ArrayNode posts;

    private XPostsOfSyndication() {
        ObjectNode includes = answer.putObject("includes");
        this.users = includes.putArray("users");
        this.media = includes.putArray("media");
        this.posts = includes.putArray("tweets");
    }

    /** @param tweet a {@code Tweet} */
    static JsonNode answer(JsonNode tweet) {
        XPostsOfSyndication form = new XPostsOfSyndication();
        ObjectNode data = form.post(tweet);
        form.answer.set("data", data);
        JsonNode quoted = tweet.path("quoted_tweet");
        if (quoted.isObject()) {
            form.posts.add(form.post(quoted));
            data.putArray("referenced_tweets")
                    .addObject()
                    .put("type", "quoted")
                    .put("id", text(quoted, "id_str").orElse(""));
        }
        return form.answer;
    }

    private ObjectNode post(JsonNode tweet) {
        ObjectNode post = JsonMapper.shared().createObjectNode();
        put(post, "id", tweet, "id_str");
        put(post, "text", tweet, "text");
        put(post, "created_at", tweet, "created_at");
        put(post, "lang", tweet, "lang");
        post.put("possibly_sensitive", tweet.path("possibly_sensitive").asBoolean(false));
        JsonNode user = tweet.path("user");
        put(post, "author_id", user, "id_str");
        ObjectNode author = users.addObject();
        put(author, "id", user, "id_str");
        put(author, "name", user, "name");
        put(author, "username", user, "screen_name");
        put(author, "profile_image_url", user, "profile_image_url_https");
        author.put("protected", user.path("protected").asBoolean(false));
        post.set("edit_history_tweet_ids", tweet.path("edit_control").path("edit_tweet_ids"));
        ObjectNode metrics = post.putObject("public_metrics");
        count(tweet, "favorite_count").ifPresent(likes -> metrics.put("like_count", likes));
        count(tweet, "conversation_count").ifPresent(replies -> metrics.put("reply_count", replies));
        entities(tweet.path("entities"), post.putObject("entities"));
        media(tweet, post.putObject("attachments").putArray("media_keys"));
        return post;
    }

    private static void entities(JsonNode from, ObjectNode to) {
        ENTITIES.values().stream().distinct().forEach(to::putArray);
        ENTITIES.forEach((old, kind) -> items(from.path(old)).forEach(entity -> {
            ObjectNode one = ((ArrayNode) to.path(kind)).addObject();
            one.put("start", entity.path("indices").path(0).asInt(-1));
            one.put("end", entity.path("indices").path(1).asInt(-1));
            put(one, "url", entity, "url");
            put(one, "expanded_url", entity, "expanded_url");
            put(one, "display_url", entity, "display_url");
            put(one, "username", entity, "screen_name");
            put(one, "tag", entity, "text");
        }));
    }

    private void media(JsonNode tweet, ArrayNode keys) {
        for (JsonNode detail : items(tweet.path("mediaDetails"))) {
            String key = Integer.toString(media.size());
            keys.add(key);
            ObjectNode one = media.addObject();
            one.put("media_key", key);
            put(one, "type", detail, "type");
            put(one, "url", detail, "media_url_https");
            put(one, "preview_image_url", detail, "media_url_https");
            put(one, "alt_text", detail, "ext_alt_text");
            JsonNode info = detail.path("original_info");
            size(info, "width").ifPresent(width -> one.put("width", width));
            size(info, "height").ifPresent(height -> one.put("height", height));
        }
    }

    private static void put(ObjectNode to, String name, JsonNode from, String member) {
        text(from, member).ifPresent(value -> to.put(name, value));
    }
}
