package io.github.zweiklick.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Words with the little markup that posts have. There is no way to hold other markup in it: nothing foreign is ever passed on as
 * markup, it is read into this and written anew.
 *
 * @param nodes elements that are blocks, the first of which may be none
 */
public record RichText(List<Node> nodes) {
    /** No words. */
    public static final RichText EMPTY = new RichText(List.of());

    /** Characters of one text that are kept at most. */
    static final int LONGEST = 20_000;

    public RichText {
        nodes = List.copyOf(nodes);
    }

    /** A piece of it. */
    public sealed interface Node permits Text, Break, Link, Emoji, Element {}

    /** Words; contained, see {@link Contained}. */
    public record Text(String text) implements Node {
        public Text {
            text = Contained.text(text);
        }
    }

    /** The end of a line. */
    public record Break() implements Node {}

    /**
     * A link.
     *
     * @param address http or https
     */
    public record Link(String address, Kind kind, List<Node> content) implements Node {
        public Link {
            content = List.copyOf(content);
        }

        /** What it leads to. */
        public enum Kind {
            PAGE,
            MENTION,
            HASHTAG
        }
    }

    /** A little picture in the words, which a server made itself. */
    public record Emoji(String name, Picture picture) implements Node {
        private static final int LONGEST_NAME = 60;

        public Emoji {
            name = Contained.line(name, LONGEST_NAME);
        }
    }

    /** Words of one kind. */
    public record Element(Tag tag, List<Node> content) implements Node {
        public Element {
            content = List.copyOf(content);
        }
    }

    /** The kinds there are. */
    public enum Tag {
        PARAGRAPH(true),
        HEADING(true),
        LIST(true),
        NUMBERED_LIST(true),
        ITEM(true),
        QUOTE(true),
        PREFORMATTED(true),
        CODE(false),
        STRONG(false),
        EMPHASIS(false),
        DELETED(false);

        private final boolean block;

        Tag(boolean block) {
            this.block = block;
        }

        public boolean isBlock() {
            return block;
        }
    }

    /**
     * A part of a plain text that is a link.
     *
     * @param start index of its first character (UTF-16) in the text
     * @param end index behind its last
     * @param shown in place of the part
     */
    public record Mark(int start, int end, Link.Kind kind, String address, String shown) {}

    /** Plain words: blank lines part paragraphs, other line breaks lines. */
    public static RichText plain(String text) {
        return marked(text, List.of());
    }

    /**
     * Plain words in which parts are links. Marks that overlap an earlier one, or lie outside the text or inside a character, are
     * left out, and so is a link to where no link may lead: its words stay.
     */
    public static RichText marked(String text, List<Mark> marks) {
        List<Node> inline = new ArrayList<>();
        int done = 0;
        for (Mark mark :
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
            if (mark.start() < done
                    || mark.end() <= mark.start()
                    || !isAt(text, mark.start())
                    || !isAt(text, mark.end())) {
                continue;
            }
            inline.add(new Text(text.substring(done, mark.start())));
            inline.add(Contained.link(mark.address())
                    .<Node>map(address -> new Link(address, mark.kind(), List.of(new Text(mark.shown()))))
                    .orElseGet(() -> new Text(text.substring(mark.start(), mark.end()))));
            done = mark.end();
        }
        inline.add(new Text(text.substring(done)));
        return new RichText(Paragraphs.of(inline)).bounded();
    }

    private static boolean isAt(String text, int index) {
        return index >= 0
                && index <= text.length()
                && (index == 0
                        || index == text.length()
                        || !Character.isLowSurrogate(text.charAt(index))
                        || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    RichText bounded() {
        return new RichText(new TextBudget(LONGEST).cut(nodes));
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** The words alone; paragraphs and lines end with a line break. */
    public String text() {
        StringBuilder out = new StringBuilder();
        append(nodes, out);
        return out.toString().strip();
    }

    private static void append(List<Node> nodes, StringBuilder out) {
        for (Node node : nodes) {
            if (node instanceof Text words) {
                out.append(words.text());
            } else if (node instanceof Break) {
                out.append('\n');
            } else if (node instanceof Link link) {
                append(link.content(), out);
            } else if (node instanceof Emoji emoji) {
                out.append(emoji.name());
            } else if (node instanceof Element element) {
                append(element.content(), out);
                if (element.tag().isBlock()) {
                    out.append('\n');
                }
            }
        }
    }

    /** All its little pictures. */
    Stream<Emoji> emojis() {
        return emojis(nodes);
    }

    private static Stream<Emoji> emojis(List<Node> nodes) {
        return nodes.stream().flatMap(node -> {
            if (node instanceof Emoji emoji) {
                return Stream.of(emoji);
            } else if (node instanceof Link link) {
                return emojis(link.content());
            }
            return node instanceof Element element ? emojis(element.content()) : Stream.empty();
        });
    }

    /** The same with their names in place of little pictures. */
    RichText withoutEmojis() {
        return new RichText(named(nodes));
    }

    private static List<Node> named(List<Node> nodes) {
        return nodes.stream().<Node>map(RichText::named).toList();
    }

    private static Node named(Node node) {
        if (node instanceof Emoji emoji) {
            return new Text(emoji.name());
        } else if (node instanceof Link link) {
            return new Link(link.address(), link.kind(), named(link.content()));
        }
        return node instanceof Element element ? new Element(element.tag(), named(element.content())) : node;
    }

    /** A block of these pieces. */
    static Element block(Tag tag, Node... content) {
        return new Element(tag, Arrays.asList(content));
    }
}
