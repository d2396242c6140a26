package io.github.zweiklick.feed;

import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * An element of a feed. Its name is the one that the format's own documents use, whatever prefix the feed writes: a prefix is a
 * feed's own choice, and where none is declared it is meant as usual. jsoup reads no document type, no entity that one declares,
 * and nothing from elsewhere.
 */
record XmlPart(Element element) {
    /** What is nested deeper is no feed. */
    private static final int DEEPEST = 200;

    private static final int MOST_CHILDREN = 5_000;

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** Prefixes by what they stand for, without the scheme and a slash at the end; the formats' own have none. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", ""),
            Map.entry("purl.org/atom/ns#", ""),
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("backend.userland.com/rss2", ""),
            Map.entry("my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/dc/elements/1.1", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"));

    /** The root of a document; empty where there is none. */
    static Optional<XmlPart> root(String xml) {
        return Optional.ofNullable(Jsoup.parse(xml, "", Parser.xmlParser().setMaxDepth(DEEPEST))
                        .firstElementChild())
                .map(XmlPart::new);
    }

    /** Such as {@code media:content}; Atom within RSS is {@code atom:link}. */
    String name() {
        Optional<String> known = Optional.ofNullable(PREFIXES.get(space()));
        String prefix = known.orElseGet(() -> element.tag().prefix().toLowerCase(Locale.ROOT));
        if (known.filter(String::isEmpty).isPresent() && isAtom() && !root().isAtom()) {
            prefix = "atom";
        }
        return prefix.isEmpty() ? local() : prefix + ":" + local();
    }

    private String local() {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    private String space() {
        String space = element.tag().namespace().toLowerCase(Locale.ROOT);
        int start = space.startsWith("http://") ? 7 : space.startsWith("https://") ? 8 : 0;
        return space.substring(start, space.endsWith("/") ? Math.max(start, space.length() - 1) : space.length());
    }

    private boolean isAtom() {
        String space = space();
        return space.equals("www.w3.org/2005/atom") || space.equals("purl.org/atom/ns#");
    }

    private XmlPart root() {
        Optional<Element> root = Optional.ofNullable(element.ownerDocument())
                .flatMap(document -> Optional.ofNullable(document.firstElementChild()));
        return root.map(XmlPart::new).orElse(this);
    }

    Stream<XmlPart> children() {
        return element.children().stream().limit(MOST_CHILDREN).map(XmlPart::new);
    }

    Stream<XmlPart> children(String name) {
        return children()
                .filter(child -> name.endsWith(child.local()) && child.name().equals(name));
    }

    Optional<XmlPart> child(String name) {
        return children(name).findFirst();
    }

    /** Text of the first child of that name that has any. */
    Optional<String> text(String name) {
        return children(name).map(XmlPart::text).filter(text -> !text.isEmpty()).findFirst();
    }

    /** Its own text, as it is. */
    String text() {
        return element.wholeText().strip();
    }

    Optional<String> attribute(String name) {
        return Optional.of(element.attr(name).strip()).filter(value -> !value.isEmpty());
    }

    /** Whether what it holds is markup rather than text. */
    boolean hasMarkup() {
        return element.firstElementChild() != null;
    }

    /** What it holds, as HTML: that knows no elements that end where they begin, apart from the void ones. */
    String markup() {
        Element copy = element.clone();
        for (Element part : copy.getAllElements()) {
            if (part.childNodeSize() == 0 && !VOID.contains(part.normalName())) {
                part.appendChild(new TextNode(""));
            }
        }
        return copy.html();
    }

    /** The address that its addresses are relative to, where the feed tells one. */
    Optional<WebUrl> base(Optional<WebUrl> document) {
        List<Element> path = Stream.concat(Stream.of(element), element.parents().stream())
                .filter(part -> part.hasAttr("xml:base"))
                .toList();
        Optional<WebUrl> base = document;
        for (int i = path.size() - 1; i >= 0; i--) {
            String written = path.get(i).attr("xml:base");
            Optional<WebUrl> next = base.isPresent() ? WebUrl.parse(written, base.get()) : WebUrl.parse(written);
            base = next.or(() -> document);
        }
        return path.isEmpty() ? Optional.empty() : base;
    }

    /** The nearest {@code xml:lang}. */
    Optional<String> language() {
        return Stream.concat(Stream.of(element), element.parents().stream())
                .map(part -> part.attr("xml:lang").strip())
                .filter(tag -> !tag.isEmpty())
                .findFirst();
    }
}
