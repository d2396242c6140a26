package io.github.zweiklick.feed;

import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Node;
import io.github.zweiklick.feed.RichText.Text;
import java.util.ArrayList;
import java.util.List;

/** Cuts what is longer than anybody writes in a post. */
final class TextBudget {
    private static final int MOST_NODES = 2_000;

    private int characters;
    private int nodes = MOST_NODES;

    TextBudget(int characters) {
        this.characters = characters;
    }

    /** As many as there is room for. */
    List<Node> cut(List<Node> all) {
        List<Node> kept = new ArrayList<>();
        for (Node node : all) {
            if (characters <= 0 || nodes <= 0) {
                break;
            }
            nodes--;
            kept.add(cut(node));
        }
        return kept;
    }

    private Node cut(Node node) {
        if (node instanceof Text words) {
            String text = words.text();
            int room = characters;
            characters -= text.length();
            return characters < 0 ? new Text(Contained.text(text, room)) : node;
        } else if (node instanceof Link link) {
            return new Link(link.address(), link.kind(), cut(link.content()));
        }
        return node instanceof Element element ? new Element(element.tag(), cut(element.content())) : node;
    }
}
