package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.feed.RichText.Break;
import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Emoji;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Node;
import io.github.zweiklick.feed.RichText.Tag;
import io.github.zweiklick.feed.RichText.Text;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes words and their markup down: words are strings, line ends null, all else objects. */
final class RichTextCodec {
    private RichTextCodec() {}

    static ArrayNode write(RichText text) {
        return write(text.nodes());
    }

    private static ArrayNode write(List<Node> nodes) {
        ArrayNode out = JsonMapper.shared().createArrayNode();
        for (Node node : nodes) {
            if (node instanceof Text words) {
                out.add(words.text());
            } else if (node instanceof Break) {
                out.addNull();
            } else if (node instanceof Link link) {
                ObjectNode object = out.addObject();
                object.put("link", link.address());
                object.put("kind", link.kind().name());
                object.set("content", write(link.content()));
            } else if (node instanceof Emoji emoji) {
                ObjectNode object = out.addObject();
                object.put("emoji", emoji.name());
                object.set("picture", TimelineCodec.picture(emoji.picture()));
            } else if (node instanceof Element element) {
                ObjectNode object = out.addObject();
                object.put("tag", element.tag().name());
                object.set("content", write(element.content()));
            }
        }
        return out;
    }

    static RichText read(JsonNode list) {
        return new RichText(nodes(list)).bounded();
    }

    private static List<Node> nodes(JsonNode list) {
        return items(list).stream().flatMap(node -> node(node).stream()).toList();
    }

    private static Optional<Node> node(JsonNode in) {
        if (in.isString()) {
            return Optional.of(new Text(in.asString()));
        } else if (in.isNull()) {
            return Optional.of(new Break());
        } else if (in.has("link")) {
            return text(in, "link")
                    .flatMap(Contained::link)
                    .map(address -> new Link(
                            address, Link.Kind.valueOf(text(in, "kind").orElse("")), nodes(in.path("content"))));
        } else if (in.has("emoji")) {
            return TimelineCodec.picture(in.path("picture"))
                    .map(picture -> new Emoji(text(in, "emoji").orElse(""), picture));
        }
        return text(in, "tag").map(tag -> new Element(Tag.valueOf(tag), nodes(in.path("content"))));
    }
}
