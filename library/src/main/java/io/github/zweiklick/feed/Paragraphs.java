package io.github.zweiklick.feed;

import io.github.zweiklick.feed.RichText.Break;
import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Node;
import io.github.zweiklick.feed.RichText.Tag;
import io.github.zweiklick.feed.RichText.Text;
import java.util.ArrayList;
import java.util.List;

/** Makes paragraphs of plain words and the links in them. */
final class Paragraphs {
    private final List<Node> blocks = new ArrayList<>();
    private final List<Node> current = new ArrayList<>();
    private int breaks;

    private Paragraphs() {}

    static List<Node> of(List<Node> inline) {
        Paragraphs paragraphs = new Paragraphs();
        inline.forEach(paragraphs::add);
        paragraphs.end();
        return paragraphs.blocks;
    }

    private void add(Node node) {
        if (!(node instanceof Text words)) {
            put(node);
            return;
        }
        String[] lines = words.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            breaks += i > 0 ? 1 : 0;
            if (!lines[i].isBlank() || (!lines[i].isEmpty() && breaks == 0)) {
                put(new Text(lines[i]));
            }
        }
    }

    private void put(Node node) {
        if (breaks > 1) {
            end();
        } else if (breaks == 1 && !current.isEmpty()) {
            current.add(new Break());
        }
        breaks = 0;
        current.add(node);
    }

    private void end() {
        if (current.stream()
                .anyMatch(node -> !(node instanceof Text words) || !words.text().isBlank())) {
            blocks.add(new Element(Tag.PARAGRAPH, current));
        }
        current.clear();
    }
}
