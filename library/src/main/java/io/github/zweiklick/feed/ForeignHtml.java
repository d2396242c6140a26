package io.github.zweiklick.feed;

import io.github.zweiklick.feed.RichText.Break;
import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Tag;
import io.github.zweiklick.feed.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Reads foreign HTML into words and the little markup that is kept; all else of it is not passed on at all. */
final class ForeignHtml {
    /** Characters that are read at most. */
    private static final int LONGEST = 500_000;
    /** What is nested deeper is read as its words. */
    private static final int DEEPEST = 12;

    private static final Pattern HIDDEN_STYLE =
            Pattern.compile("(?i)(?:^|[;\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    private static final Map<String, Tag> INLINE = Map.of(
            "strong", Tag.STRONG,
            "b", Tag.STRONG,
            "em", Tag.EMPHASIS,
            "i", Tag.EMPHASIS,
            "code", Tag.CODE,
            "kbd", Tag.CODE,
            "del", Tag.DELETED,
            "s", Tag.DELETED);
    private static final Map<String, Tag> BLOCK = Map.of(
            "h1", Tag.HEADING,
            "h2", Tag.HEADING,
            "h3", Tag.HEADING,
            "h4", Tag.HEADING,
            "h5", Tag.HEADING,
            "h6", Tag.HEADING,
            "blockquote", Tag.QUOTE,
            "ul", Tag.LIST,
            "ol", Tag.NUMBERED_LIST,
            "li", Tag.ITEM);
    /** Of these not even the words are the author's. */
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "template",
            "iframe",
            "object",
            "embed",
            "applet",
            "noscript",
            "noembed",
            "noframes",
            "svg",
            "math",
            "head",
            "title",
            "select",
            "textarea",
            "button",
            "canvas",
            "video",
            "audio",
            "form",
            "meta",
            "link",
            "base");

    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern SHORTCODE = Pattern.compile(":([A-Za-z0-9_]{1,60}):");

    private final Map<String, Picture> emojis;
    private final ForeignPictures pictures = new ForeignPictures();

    private ForeignHtml(Map<String, Picture> emojis) {
        this.emojis = emojis;
    }

    /**
     * What there is in it.
     *
     * @param pictures those in the text, which stand beside it here; not those that only report that somebody reads
     */
    record Content(RichText text, List<Media> pictures) {}

    /**
     * Reads it.
     *
     * @param base address that its addresses are relative to
     * @param emojis little pictures by their names, which the words hold between colons
     */
    static Content read(String html, String base, Map<String, Picture> emojis) {
        ForeignHtml reading = new ForeignHtml(emojis);
        org.jsoup.nodes.Element body = body(html.substring(0, Math.min(html.length(), LONGEST)), base);
        RichText text = new RichText(reading.flow(body, 0)).bounded();
        return new Content(text, reading.pictures.all());
    }

    /**
     * jsoup 1.24.1 fails where formatting elements are open in more elements than it nests (512): {@code <p><a><strong>}, 510
     * times {@code <div>}, a character. Nobody writes that to be read; its words are those that reading it as XML finds.
     */
    private static org.jsoup.nodes.Element body(String html, String base) {
        try {
            return Jsoup.parseBodyFragment(html, base).body();
        } catch (IndexOutOfBoundsException deep) {
            return Jsoup.parse(html, base, Parser.xmlParser().setMaxDepth(DEEPEST));
        }
    }

    /** Blocks, and paragraphs of what stands between them. */
    private List<RichText.Node> flow(org.jsoup.nodes.Element parent, int depth) {
        List<RichText.Node> blocks = new ArrayList<>();
        List<RichText.Node> run = new ArrayList<>();
        flow(parent, depth, blocks, run);
        end(blocks, run);
        return blocks;
    }

    private void flow(org.jsoup.nodes.Element parent, int depth, List<RichText.Node> blocks, List<RichText.Node> run) {
        for (Node child : parent.childNodes()) {
            if (!(child instanceof org.jsoup.nodes.Element element)) {
                inline(child, depth, run);
                continue;
            }
            String name = element.normalName();
            if (isDropped(element)) {
                continue;
            }
            Optional<Tag> tag = Optional.ofNullable(BLOCK.get(name));
            if (depth >= DEEPEST || (tag.isEmpty() && !element.isBlock() && !name.equals("pre"))) {
                inline(element, depth, run);
                continue;
            }
            end(blocks, run);
            if (name.equals("pre")) {
                blocks.add(RichText.block(Tag.PREFORMATTED, new Text(element.wholeText())));
            } else if (tag.isPresent()) {
                List<RichText.Node> content = flow(element, depth + 1);
                if (tag.get() == Tag.HEADING) {
                    content.forEach(node -> blocks.add(ForeignBlocks.heading(node)));
                } else if (!content.isEmpty()) {
                    Element block = new Element(tag.get(), ForeignBlocks.unwrapped(tag.get(), content));
                    blocks.add(
                            tag.get() == Tag.ITEM && !ForeignBlocks.isList(parent)
                                    ? RichText.block(Tag.LIST, block)
                                    : block);
                }
            } else {
                flow(element, depth + 1, blocks, run);
                end(blocks, run);
            }
        }
    }

    private static void end(List<RichText.Node> blocks, List<RichText.Node> run) {
        while (!run.isEmpty() && isBlank(run.get(run.size() - 1))) {
            run.remove(run.size() - 1);
        }
        while (!run.isEmpty() && isBlank(run.get(0))) {
            run.remove(0);
        }
        if (!run.isEmpty()) {
            blocks.add(new Element(Tag.PARAGRAPH, run));
            run.clear();
        }
    }

    private static boolean isBlank(RichText.Node node) {
        return node instanceof Break
                || (node instanceof Text words && words.text().isBlank());
    }

    private void inline(Node node, int depth, List<RichText.Node> out) {
        if (node instanceof TextNode words) {
            words(SPACE.matcher(words.getWholeText()).replaceAll(" "), out);
            return;
        }
        if (!(node instanceof org.jsoup.nodes.Element element) || isDropped(element)) {
            return;
        }
        String name = element.normalName();
        switch (name) {
            case "br" -> out.add(new Break());
            case "img" -> ForeignPictures.emoji(element).ifPresentOrElse(out::add, () -> pictures.add(element));
            case "a" -> link(element, depth, out);
            default -> {
                Optional<Tag> tag = Optional.ofNullable(INLINE.get(name));
                List<RichText.Node> content = tag.isPresent() ? new ArrayList<>() : out;
                // Words of two blocks within a link, say, are not one word.
                if (element.isBlock() && !content.isEmpty() && !(content.get(content.size() - 1) instanceof Break)) {
                    content.add(new Break());
                }
                inlines(element, depth, content);
                tag.filter(kind -> !content.isEmpty()).ifPresent(kind -> out.add(new Element(kind, content)));
            }
        }
    }

    private void inlines(org.jsoup.nodes.Element parent, int depth, List<RichText.Node> out) {
        if (depth >= DEEPEST) {
            words(SPACE.matcher(words(parent)).replaceAll(" "), out);
            return;
        }
        parent.childNodes().forEach(child -> inline(child, depth + 1, out));
        // Links are shortened for the eye by servers that say so.
        if (parent.hasClass("ellipsis")) {
            out.add(new Text("\u2026"));
        }
    }

    /** All words in it, however deep, that are the author's. */
    private static String words(org.jsoup.nodes.Element parent) {
        StringBuilder words = new StringBuilder();
        parent.filter((node, depth) -> {
            if (node instanceof TextNode text) {
                words.append(text.getWholeText());
            } else if (node instanceof org.jsoup.nodes.Element element) {
                if (isDropped(element)) {
                    return NodeFilter.FilterResult.SKIP_ENTIRELY;
                }
                words.append(element.isBlock() || element.normalName().equals("br") ? " " : "");
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return words.toString();
    }

    private void words(String text, List<RichText.Node> out) {
        Matcher codes = SHORTCODE.matcher(text);
        int done = 0;
        while (codes.find()) {
            Picture picture = emojis.get(codes.group(1));
            if (picture != null) {
                out.add(new Text(text.substring(done, codes.start())));
                out.add(new RichText.Emoji(codes.group(), picture));
                done = codes.end();
            }
        }
        if (done < text.length()) {
            out.add(new Text(text.substring(done)));
        }
    }

    private void link(org.jsoup.nodes.Element element, int depth, List<RichText.Node> out) {
        List<RichText.Node> content = new ArrayList<>();
        inlines(element, depth, content);
        // A link in a link is the inner one's words: addresses in them would lie over each other.
        Optional<String> address = Contained.link(element.absUrl("href"));
        if (address.isEmpty() || content.stream().anyMatch(Link.class::isInstance)) {
            out.addAll(content);
        } else if (content.stream().allMatch(ForeignHtml::isBlank)) {
            out.addAll(content);
        } else {
            out.add(new Link(address.get(), kind(element), content));
        }
    }

    private static Link.Kind kind(org.jsoup.nodes.Element element) {
        if (element.hasClass("hashtag") || element.attr("rel").equals("tag")) {
            return Link.Kind.HASHTAG;
        }
        return element.hasClass("mention") ? Link.Kind.MENTION : Link.Kind.PAGE;
    }

    /** Also parts of addresses that are hidden, and the words in place of a quoted post for servers that know no quotes. */
    private static boolean isDropped(org.jsoup.nodes.Element element) {
        return DROPPED.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN_STYLE.matcher(element.attr("style")).find()
                || element.hasClass("invisible")
                || element.hasClass("quote-inline");
    }
}
