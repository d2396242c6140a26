package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.RichText.Emoji;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Text;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds of every post, whatever a network answers. */
final class Harmless {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 25_000;

    private Harmless() {}

    static void check(Post post) {
        addresses(post).forEach(Harmless::address);
        texts(post).forEach(Harmless::words);
        text(post.text());
        assertThat(post.media()).hasSizeLessThanOrEqualTo(20);
        assertThat(post.poll().map(Poll::choices).orElse(List.of())).hasSizeLessThanOrEqualTo(20);
        assertThat(post.time().toString()).hasSizeLessThanOrEqualTo(30).matches("[1-9][0-9]{3}-.*");
        post.quoted().flatMap(Quoted::post).ifPresent(Harmless::check);
    }

    static void text(RichText text) {
        assertThat(Nodes.depth(text.nodes())).isLessThanOrEqualTo(DEEPEST);
        assertThat(text.text()).hasSizeLessThanOrEqualTo(LONGEST);
        Nodes.all(text.nodes()).forEach(node -> {
            if (node instanceof Text some) {
                words(some.text());
            } else if (node instanceof Link link) {
                address(link.address());
            } else if (node instanceof Emoji emoji) {
                address(emoji.picture().address());
                words(emoji.name());
            }
        });
    }

    private static Stream<String> addresses(Post post) {
        return Stream.of(
                        Stream.of(post.address()),
                        post.continues().stream(),
                        post.author().address().stream(),
                        post.passedOn().flatMap(on -> on.by().address()).stream(),
                        post.card().map(LinkCard::address).stream(),
                        post.quoted().flatMap(Quoted::address).stream(),
                        post.media().stream().flatMap(media -> media.address().stream()),
                        post.pictures().map(Picture::address))
                .flatMap(all -> all);
    }

    private static Stream<String> texts(Post post) {
        return Stream.of(
                        Optional.of(post.author().name()),
                        post.author().handle(),
                        post.title(),
                        post.warning(),
                        post.language(),
                        post.passedOn().map(on -> on.by().name()),
                        post.card().map(LinkCard::title),
                        post.card().flatMap(LinkCard::description))
                .flatMap(Optional::stream)
                .flatMap(text -> Stream.concat(
                        Stream.of(text),
                        Stream.concat(
                                post.media().stream().flatMap(media -> media.alternative().stream()),
                                post.poll().stream()
                                        .flatMap(poll -> poll.choices().stream().map(Poll.Choice::text)))));
    }

    private static void address(String address) {
        assertThat(address).startsWith("http").doesNotContain("\"", "<", ">", "\n", " ");
        assertThat(WebUrl.parse(address)).hasValueSatisfying(url -> {
            assertThat(url.scheme()).isIn("http", "https");
            assertThat(url.host()).isNotEmpty();
        });
    }

    /** Asked of every piece of every post: what is right costs nothing more. */
    static void words(String text) {
        if (text.codePoints().anyMatch(Harmless::isHarmful)) {
            assertThat(text.codePoints().filter(Harmless::isHarmful).boxed().map(Integer::toHexString))
                    .as("of %s", text)
                    .isEmpty();
        }
    }

    private static boolean isHarmful(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xd800 && c <= 0xdfff);
    }
}
