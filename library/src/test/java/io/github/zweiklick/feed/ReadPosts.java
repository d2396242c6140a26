package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.RichText.Element;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Node;
import io.github.zweiklick.feed.RichText.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What tests ask of posts that were read. */
final class ReadPosts {
    private ReadPosts() {}

    /** A file of this package's test resources. */
    static String fixture(String name) {
        try (InputStream in = Objects.requireNonNull(ReadPosts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All links of a text: {@code MENTION @name: https://…}. */
    static List<String> links(RichText text) {
        return linksIn(text.nodes()).map(ReadPosts::told).toList();
    }

    private static String told(Link link) {
        return link.kind() + " " + new RichText(link.content()).text() + ": " + link.address();
    }

    static Stream<Link> linksIn(List<Node> nodes) {
        return nodes.stream().flatMap(node -> {
            if (node instanceof Link link) {
                return Stream.concat(Stream.of(link), linksIn(link.content()));
            }
            return node instanceof Element element ? linksIn(element.content()) : Stream.empty();
        });
    }

    private static Stream<String> texts(List<Node> nodes) {
        return nodes.stream().flatMap(node -> {
            if (node instanceof Text text) {
                return Stream.of(text.text());
            } else if (node instanceof Link link) {
                return texts(link.content());
            }
            return node instanceof Element element ? texts(element.content()) : Stream.empty();
        });
    }

    /** That nothing in it does harm: all addresses lead into the web, no text has controls or turns its direction. */
    static void assertClean(Post post) {
        Stream.of(
                        Stream.of(post.address()),
                        authors(post).flatMap(author -> author.address().stream()),
                        linksIn(post.text().nodes()).map(Link::address),
                        post.media().stream().flatMap(media -> media.address().stream()),
                        post.card().map(LinkCard::address).stream(),
                        post.quoted().flatMap(Quoted::address).stream(),
                        post.continues().stream(),
                        post.pictures().map(Picture::address))
                .flatMap(addresses -> addresses)
                .forEach(address -> assertThat(address).matches("https?://[^\\s\"<>]+"));
        Stream.of(
                        authors(post)
                                .flatMap(author -> Stream.concat(Stream.of(author.name()), author.handle().stream())),
                        post.title().stream(),
                        post.warning().stream(),
                        post.language().stream(),
                        texts(post.text().nodes()),
                        post.media().stream().flatMap(media -> media.alternative().stream()),
                        post.card().stream()
                                .flatMap(card -> Stream.concat(Stream.of(card.title()), card.description().stream())),
                        post.poll().stream()
                                .flatMap(poll -> poll.choices().stream())
                                .map(Poll.Choice::text))
                .flatMap(texts -> texts)
                .forEach(ReadPosts::assertContained);
        post.quoted().flatMap(Quoted::post).ifPresent(ReadPosts::assertClean);
    }

    private static Stream<Author> authors(Post post) {
        return Stream.concat(Stream.of(post.author()), post.passedOn().map(Post.PassedOn::by).stream());
    }

    private static void assertContained(String text) {
        assertThat(text.codePoints()
                        .filter(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                                || (c >= 0x202a && c <= 0x202e)
                                || (c >= 0x2066 && c <= 0x2069)))
                .isEmpty();
        assertThat(text.length()).isLessThanOrEqualTo(RichText.LONGEST + 1);
    }

    /** The one with this number. */
    static Post named(Timeline timeline, String id) {
        return timeline.posts().stream()
                .filter(post -> post.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no post " + id + " in "
                        + timeline.posts().stream().map(Post::id).toList()));
    }

    static List<String> ids(Timeline timeline) {
        return timeline.posts().stream().map(Post::id).toList();
    }

    /** Addresses of all attached pictures. */
    static List<String> pictures(Post post) {
        return post.media().stream()
                .map(media -> media.kind() + " "
                        + media.picture().map(Picture::address).orElse("none")
                        + media.alternative().map(words -> " " + words).orElse(""))
                .toList();
    }

    static Optional<String> quotedAddress(Post post) {
        return post.quoted().flatMap(Quoted::address);
    }
}
