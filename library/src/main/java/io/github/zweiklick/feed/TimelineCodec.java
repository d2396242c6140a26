package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.count;
import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.upstream.Codec;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes posts down for the time after a restart. What is read is contained and bounded once more: whoever can write into the
 * store cannot put more into pages than a network can.
 */
final class TimelineCodec implements Codec<Timeline> {
    private static final int VERSION = 2;

    @Override
    public byte[] write(Timeline timeline) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        object.put("version", VERSION);
        ArrayNode posts = object.putArray("posts");
        timeline.posts().forEach(post -> posts.add(post(post)));
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Timeline> read(byte[] written) {
        try {
            JsonNode object = JsonMapper.shared().readTree(written);
            return object.path("version").asInt(0) == VERSION
                    ? Optional.of(new Timeline(items(object.path("posts")).stream()
                            .flatMap(post -> post(post).stream())
                            .toList()))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | DateTimeException none) {
            return Optional.empty();
        }
    }

    private static ObjectNode post(Post post) {
        ObjectNode out = JsonMapper.shared().createObjectNode();
        out.put("id", post.id());
        out.put("address", post.address());
        out.put("permalink", post.permalink());
        out.put("own", post.own());
        out.set("author", author(post.author()));
        post.passedOn().ifPresent(passed -> {
            out.set("passedBy", author(passed.by()));
            out.put("passedAt", passed.at().toString());
        });
        out.put("published", post.published().toString());
        post.edited().ifPresent(time -> out.put("edited", time.toString()));
        put(out, "language", post.language());
        put(out, "title", post.title());
        out.set("text", RichTextCodec.write(post.text()));
        put(out, "warning", post.warning());
        out.put("sensitive", post.sensitive());
        ArrayNode media = out.putArray("media");
        post.media().forEach(one -> media.add(media(one)));
        post.card().ifPresent(card -> out.set("card", card(card)));
        post.poll().ifPresent(poll -> out.set("poll", poll(poll)));
        post.quoted().ifPresent(quoted -> {
            ObjectNode object = out.putObject("quoted");
            put(object, "address", quoted.address());
            quoted.post().ifPresent(found -> object.set("post", post(found)));
        });
        put(out, "continues", post.continues());
        put(out, "replies", post.counts().replies());
        put(out, "shares", post.counts().shares());
        put(out, "likes", post.counts().likes());
        return out;
    }

    private static Optional<Post> post(JsonNode in) {
        Optional<String> address = text(in, "address").flatMap(Contained::link);
        Optional<Instant> published = time(in, "published");
        if (address.isEmpty() || published.isEmpty()) {
            return Optional.empty();
        }
        JsonNode quoted = in.path("quoted");
        return Optional.of(new PostBuilder(
                        text(in, "id").orElse(""), address.get(), author(in.path("author")), published.get())
                .permalink(in.path("permalink").asBoolean(false))
                .own(in.path("own").asBoolean(false))
                .passedOn(time(in, "passedAt").map(at -> new Post.PassedOn(author(in.path("passedBy")), at)))
                .edited(time(in, "edited"))
                .language(text(in, "language"))
                .title(text(in, "title"))
                .text(RichTextCodec.read(in.path("text")))
                .warning(text(in, "warning"))
                .sensitive(in.path("sensitive").asBoolean(false))
                .media(list(in, "media", TimelineCodec::media))
                .card(card(in.path("card")))
                .poll(Optional.of(in.path("poll")).filter(JsonNode::isObject).map(TimelineCodec::poll))
                .quoted(Optional.of(quoted)
                        .filter(JsonNode::isObject)
                        .map(found -> new Quoted(text(found, "address"), post(found.path("post")))))
                .continues(text(in, "continues"))
                .counts(new PostCounts(count(in, "replies"), count(in, "shares"), count(in, "likes")))
                .build());
    }

    private static ObjectNode author(Author author) {
        ObjectNode out = JsonMapper.shared().createObjectNode();
        out.put("name", author.name());
        put(out, "handle", author.handle());
        put(out, "address", author.address());
        author.avatar().ifPresent(picture -> out.set("avatar", picture(picture)));
        return out;
    }

    private static Author author(JsonNode in) {
        return new Author(
                text(in, "name").orElse(""), text(in, "handle"), text(in, "address"), picture(in.path("avatar")));
    }

    static ObjectNode picture(Picture picture) {
        ObjectNode out = JsonMapper.shared().createObjectNode();
        out.put("address", picture.address());
        put(out, "width", picture.width());
        put(out, "height", picture.height());
        return out;
    }

    static Optional<Picture> picture(JsonNode in) {
        return text(in, "address").flatMap(address -> Picture.at(address, size(in, "width"), size(in, "height")));
    }

    private static ObjectNode media(Media media) {
        ObjectNode out = JsonMapper.shared().createObjectNode();
        out.put("kind", media.kind().name());
        media.picture().ifPresent(picture -> out.set("picture", picture(picture)));
        put(out, "alternative", media.alternative());
        put(out, "address", media.address());
        return out;
    }

    private static Media media(JsonNode in) {
        return new Media(
                Media.Kind.valueOf(text(in, "kind").orElse("")),
                picture(in.path("picture")),
                text(in, "alternative"),
                text(in, "address"));
    }

    private static ObjectNode card(LinkCard card) {
        ObjectNode out = JsonMapper.shared().createObjectNode();
        out.put("address", card.address());
        out.put("title", card.title());
        put(out, "description", card.description());
        card.picture().ifPresent(picture -> out.set("picture", picture(picture)));
        return out;
    }

    private static Optional<LinkCard> card(JsonNode in) {
        return text(in, "address")
                .flatMap(address -> LinkCard.of(
                        address, text(in, "title").orElse(""), text(in, "description"), picture(in.path("picture"))));
    }

    private static ObjectNode poll(Poll poll) {
        ObjectNode out = JsonMapper.shared().createObjectNode();
        ArrayNode choices = out.putArray("choices");
        poll.choices().forEach(choice -> {
            ObjectNode object = choices.addObject();
            object.put("text", choice.text());
            put(object, "votes", choice.votes());
        });
        out.put("several", poll.several());
        poll.ends().ifPresent(time -> out.put("ends", time.toString()));
        out.put("closed", poll.closed());
        return out;
    }

    private static Poll poll(JsonNode in) {
        return new Poll(
                list(
                        in,
                        "choices",
                        choice -> new Poll.Choice(text(choice, "text").orElse(""), count(choice, "votes"))),
                in.path("several").asBoolean(false),
                time(in, "ends"),
                in.path("closed").asBoolean(false));
    }

    private static <T> List<T> list(JsonNode in, String member, Function<JsonNode, T> read) {
        return items(in.path(member)).stream().map(read).toList();
    }

    private static Optional<Instant> time(JsonNode in, String member) {
        return text(in, member).map(Instant::parse);
    }

    private static void put(ObjectNode out, String member, Optional<String> text) {
        text.ifPresent(found -> out.put(member, found));
    }

    private static void put(ObjectNode out, String member, OptionalLong number) {
        number.ifPresent(found -> out.put(member, found));
    }

    private static void put(ObjectNode out, String member, OptionalInt number) {
        number.ifPresent(found -> out.put(member, found));
    }
}
