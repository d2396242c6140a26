package io.github.zweiklick.feed;

import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Node;
import java.util.List;
import java.util.stream.Stream;

/** Walks a text. */
final class Nodes {
    private Nodes() {}

    static Stream<Node> all(List<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> Stream.concat(
                        Stream.of(node),
                        node instanceof Element element
                                ? all(element.content())
                                : node instanceof Link link ? all(link.content()) : Stream.empty()));
    }

    static List<Link> links(RichText text) {
        return all(text.nodes())
                .filter(Link.class::isInstance)
                .map(Link.class::cast)
                .toList();
    }

    static List<RichText.Tag> tags(RichText text) {
        return all(text.nodes())
                .filter(Element.class::isInstance)
                .map(node -> ((Element) node).tag())
                .toList();
    }

    static int depth(List<Node> nodes) {
        return nodes.stream()
                .mapToInt(node -> 1
                        + (node instanceof Element element
                                ? depth(element.content())
                                : node instanceof Link link ? depth(link.content()) : 0))
                .max()
                .orElse(0);
    }
}
