package io.github.zweiklick.feed;

import io.github.zweiklick.feed.ForeignHtml.Content;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A feed in RSS 0.9 to 2.0 or Atom, with the modules that are usual.
 *
 * <p>Source: <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>, <a
 * href="https://web.resource.org/rss/1.0/spec">RSS 1.0</a>, <a href="https://www.rfc-editor.org/rfc/rfc4287">Atom, RFC
 * 4287</a>.
 */
final class XmlFeed {
    private static final Set<String> ROOTS = Set.of("rss", "rdf:rdf", "feed", "channel");
    private static final int MOST = 300;
    private static final int LONGEST_ID = 500;
    /** RSS: an address of mail, of which the name alone is shown. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.{1,200})\\)");

    private static final Pattern NAME_AND_MAIL = Pattern.compile("([^<@]{1,200}?)(?:\\s+|\\s*<)<?\\S+@\\S+");

    private final XmlPart root;
    private final XmlPart channel;
    private final boolean atom;
    private final FeedHead head;

    private XmlFeed(XmlPart root, WebUrl document) {
        this.root = root;
        this.atom = root.name().equals("feed");
        this.channel = atom ? root : root.child("channel").orElse(root);
        this.head = head(document);
    }

    /**
     * The feed that a document is; empty where it is none.
     *
     * @param document its address
     */
    static Optional<XmlFeed> of(String xml, WebUrl document) {
        return XmlPart.root(xml).filter(root -> ROOTS.contains(root.name())).map(root -> new XmlFeed(root, document));
    }

    FeedHead head() {
        return head;
    }

    /** What it says of itself under a name. */
    Optional<String> text(String name) {
        return channel.text(name);
    }

    /** When it was last changed, as it says itself. */
    Optional<Instant> changed() {
        return Stream.of("updated", "modified", "pubdate", "lastbuilddate", "dc:date")
                .flatMap(name -> channel.text(name).flatMap(FeedTimes::read).stream())
                .findFirst();
    }

    Stream<XmlPart> entries() {
        return (atom
                        ? root.children("entry")
                        : Stream.concat(
                                channel.children("item"),
                                channel.equals(root) ? Stream.empty() : root.children("item")))
                .limit(MOST);
    }

    List<Post> posts(FirstSeen.Times times) {
        return entries()
                .flatMap(entry -> post(entry, address(entry), times).map(PostBuilder::build).stream())
                .toList();
    }

    /** An entry; empty where it has no time, or says nothing. */
    Optional<PostBuilder> post(XmlPart entry) {
        return post(entry, address(entry), id -> Optional.empty());
    }

    /** An entry whose address is known; empty where it has no time, or says nothing. */
    Optional<PostBuilder> post(XmlPart entry, String address) {
        return post(entry, Optional.of(address), id -> Optional.empty());
    }

    /** An entry; empty where nothing tells its time, or it says nothing. */
    private Optional<PostBuilder> post(XmlPart entry, Optional<String> told, FirstSeen.Times times) {
        String address = told.orElse(head.address());
        String base = entry.base(Optional.of(head.document())).map(WebUrl::href).orElse(address);
        Content summary = part(entry, atom ? "summary" : "description", base);
        Content whole = part(entry, atom ? "content" : "content:encoded", base);
        Content content = FeedWords.of(summary, whole);
        Optional<String> title = title(entry, base);
        List<Media> media = FeedWords.media(XmlMedia.of(entry, WebUrl.parse(base)), content);
        if (title.isEmpty() && content.text().isEmpty() && media.isEmpty()) {
            return Optional.empty();
        }
        String id = id(entry)
                .or(() -> told)
                .orElseGet(
                        () -> checksum(title.orElse("") + '\n' + content.text().text()));
        Optional<Instant> written = time(entry, "published", "issued", "pubdate", "dc:date", "created");
        Optional<Instant> updated = time(entry, "updated", "modified", "dcterms:modified");
        return written.or(() -> updated)
                .or(() -> time(entry, "dcterms:created", "dcterms:issued"))
                .or(() -> times.of(id))
                .map(published -> new PostBuilder(id, address, author(entry), published)
                        .permalink(told.isPresent())
                        .edited(updated.filter(time -> FeedTimes.isEdit(published, time)))
                        .language(language(entry))
                        .title(title)
                        .text(content.text())
                        .media(media));
    }

    private FeedHead head(WebUrl document) {
        Optional<WebUrl> home = channel.children("link")
                .filter(link -> !atom || isAlternate(link))
                .flatMap(link -> WebUrl.parse(link.attribute("href").orElseGet(link::text), document).stream())
                .filter(url -> Contained.link(url.href()).isPresent())
                .findFirst();
        Optional<Picture> logo = Stream.of("icon", "logo")
                .flatMap(name -> channel.text(name).stream())
                .findFirst()
                .or(() -> channel.child("image").flatMap(image -> image.text("url")))
                .or(() -> channel.child("itunes:image").flatMap(image -> image.attribute("href")))
                .flatMap(url -> WebUrl.parse(url, document))
                .flatMap(url -> Picture.at(url.href()));
        Optional<String> title = title(channel, document.href());
        return new FeedHead(
                document,
                home,
                title,
                logo,
                channel.text("language").or(() -> channel.text("dc:language")).or(root::language),
                channel.child("author")
                        .filter(author -> atom)
                        .flatMap(author -> author.text("name")
                                .map(name -> new Author(
                                        name,
                                        Optional.empty(),
                                        author.text("uri")
                                                .or(() -> author.text("url"))
                                                .or(() -> home.map(WebUrl::href)),
                                        logo))));
    }

    private static Optional<String> id(XmlPart entry) {
        return entry.text("guid")
                .or(() -> entry.text("id"))
                .or(() -> entry.attribute("rdf:about"))
                .map(id -> id.length() > LONGEST_ID ? checksum(id) : id);
    }

    private static String checksum(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Where the entry's page is. */
    private Optional<String> address(XmlPart entry) {
        WebUrl base = entry.base(Optional.of(head.document())).or(head::home).orElse(head.document());
        Stream<String> links = atom
                ? entry.children("link").filter(XmlFeed::isAlternate).flatMap(link -> link.attribute("href").stream())
                : entry.children("link").map(link -> link.attribute("href").orElseGet(link::text));
        Stream<String> others = Stream.concat(
                entry.children("atom:link")
                        .filter(XmlFeed::isAlternate)
                        .flatMap(link -> link.attribute("href").stream()),
                entry.children("guid")
                        .filter(guid ->
                                !guid.attribute("isPermaLink").orElse("").equalsIgnoreCase("false"))
                        .map(XmlPart::text)
                        .filter(text -> text.matches("(?i)https?://.*")));
        return Stream.concat(links, others)
                .filter(link -> !link.isEmpty())
                .flatMap(link -> WebUrl.parse(link, base).stream())
                .flatMap(url -> Contained.link(url.href()).stream())
                .findFirst();
    }

    private static boolean isAlternate(XmlPart link) {
        String rel = link.attribute("rel").orElse("alternate");
        return rel.equals("alternate") || rel.endsWith("/alternate");
    }

    private Optional<String> title(XmlPart part, String base) {
        return part.child("title")
                .map(title -> content(title, base))
                .flatMap(FeedWords::line)
                .or(() -> part.text("dc:title"));
    }

    private Content part(XmlPart entry, String name, String base) {
        return entry.children(name)
                .map(part -> content(part, base))
                .filter(content -> !content.equals(FeedWords.NONE))
                .findFirst()
                .orElse(FeedWords.NONE);
    }

    /** Of Atom's types: text where none is told. RSS has none, and is HTML where it looks like it. */
    private Content content(XmlPart part, String base) {
        String type = part.attribute("type").orElse(atom ? "text" : "").toLowerCase(Locale.ROOT);
        boolean html =
                Set.of("html", "text/html", "xhtml", "application/xhtml+xml").contains(type);
        boolean plain = type.equals("text") || type.equals("text/plain");
        boolean elsewhere = part.attribute("src").isPresent()
                || part.attribute("mode").filter("base64"::equals).isPresent();
        if (elsewhere || (!html && !plain && !type.isEmpty())) {
            return FeedWords.NONE;
        } else if (part.hasMarkup()) {
            return FeedWords.html(part.markup(), base);
        } else if (html) {
            return FeedWords.html(part.text(), base);
        }
        return plain ? FeedWords.plain(part.text()) : FeedWords.either(part.text(), base);
    }

    private static Optional<Instant> time(XmlPart entry, String... names) {
        return Stream.of(names)
                .flatMap(name -> entry.text(name).flatMap(FeedTimes::read).stream())
                .findFirst();
    }

    private Author author(XmlPart entry) {
        Optional<XmlPart> author = entry.child("author");
        return author.flatMap(one -> one.text("name"))
                .or(() -> entry.text("dc:creator"))
                .or(() -> author.filter(one -> !atom).map(XmlPart::text))
                .or(() -> entry.text("itunes:author"))
                .flatMap(XmlFeed::name)
                .map(name -> head.writer(name, author.flatMap(one -> one.text("uri"))))
                .orElseGet(head::writer);
    }

    /** Without the address of mail, which is not for a page. */
    private static Optional<String> name(String written) {
        Matcher behind = MAIL_AND_NAME.matcher(written);
        Matcher before = NAME_AND_MAIL.matcher(written);
        String name = behind.matches() ? behind.group(1) : before.matches() ? before.group(1) : written;
        return Optional.of(name.strip()).filter(text -> !text.isEmpty() && !text.matches("\\S+@\\S+"));
    }

    private Optional<String> language(XmlPart entry) {
        return entry.text("dc:language").or(entry::language).or(head::language);
    }
}
