package io.github.zweiklick.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.feed.Author;
import io.github.zweiklick.feed.Item;
import io.github.zweiklick.feed.LinkCard;
import io.github.zweiklick.feed.Media;
import io.github.zweiklick.feed.Picture;
import io.github.zweiklick.feed.Poll;
import io.github.zweiklick.feed.Post;
import io.github.zweiklick.feed.PostBuilder;
import io.github.zweiklick.feed.Quoted;
import io.github.zweiklick.feed.RichText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whatever a source makes of an answer, also one that is not ours: the page loads nothing foreign and runs nothing. */
class HostilePostsTest {
    private static final List<String> WORDS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=//evil.example/x onerror=alert(1)>",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "//evil.example/",
            "https://evil.example/\"onmouseover=\"alert(1)",
            "https://evil.example/' style='background:url(//evil.example)",
            "vbscript:x",
            "&lt;script&gt;",
            "</article></ul></div><iframe src=https://evil.example>",
            "<!-- --!> <svg/onload=alert(1)>",
            "\u202egnp.exe",
            "\u0000\u0008\ud800",
            "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306",
            " \t\n",
            "]]>",
            "x".repeat(5_000),
            "https://www.example.org/");

    /** The network that demands the most. */
    private static final Optional<Service> X = Catalogue.bundled().service("x");

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "path",
            "article",
            "header",
            "footer",
            "div",
            "span",
            "p",
            "a",
            "img",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "bdi",
            "time",
            "figure",
            "figcaption",
            "details",
            "summary",
            "blockquote",
            "ul",
            "ol",
            "li",
            "br",
            "pre",
            "code",
            "strong",
            "em",
            "del");
    private static final Set<String> ATTRIBUTES = Set.of(
            "xmlns",
            "fill",
            "fill-rule",
            "d",
            "aria-hidden",
            "focusable",
            "tabindex",
            "class",
            "id",
            "href",
            "src",
            "srcset",
            "sizes",
            "alt",
            "width",
            "height",
            "loading",
            "decoding",
            "lang",
            "dir",
            "datetime",
            "rel",
            "referrerpolicy",
            "role",
            "aria-label",
            "aria-labelledby",
            "data-unsized");

    private static final List<RichText.Tag> TAGS = List.of(RichText.Tag.values());

    private final Random random = new Random(9);

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private Optional<String> maybe() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(word());
    }

    private Picture picture() {
        return new Picture(word(), OptionalInt.of(random.nextInt()), OptionalInt.empty());
    }

    private Author author() {
        return new Author(word(), maybe(), maybe(), Optional.of(picture()));
    }

    private RichText.Node node(int depth) {
        return switch (random.nextInt(depth > 4 ? 3 : 5)) {
            case 0 -> new RichText.Text(word());
            case 1 -> new RichText.Break();
            case 2 -> new RichText.Emoji(word(), picture());
            case 3 -> new RichText.Link(word(), RichText.Link.Kind.PAGE, nodes(depth + 1));
            default -> new RichText.Element(TAGS.get(random.nextInt(TAGS.size())), nodes(depth + 1));
        };
    }

    private List<RichText.Node> nodes(int depth) {
        List<RichText.Node> nodes = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            nodes.add(node(depth));
        }
        return nodes;
    }

    private Post post(boolean quotes) {
        return new PostBuilder(word(), word(), author(), Instant.ofEpochSecond(random.nextInt()))
                .passedOn(Optional.of(new Post.PassedOn(author(), Instant.EPOCH)))
                .language(maybe())
                .title(maybe())
                .text(new RichText(nodes(0)))
                .warning(maybe())
                .sensitive(random.nextBoolean())
                .media(List.of(
                        new Media(Media.Kind.PICTURE, Optional.of(picture()), maybe(), maybe()),
                        new Media(Media.Kind.VIDEO, Optional.of(picture()), maybe(), maybe())))
                .card(Optional.of(new LinkCard(word(), word(), maybe(), Optional.of(picture()))))
                .poll(Optional.of(new Poll(
                        List.of(new Poll.Choice(word(), OptionalLong.of(random.nextLong()))),
                        true,
                        Optional.of(Instant.EPOCH),
                        random.nextBoolean())))
                .quoted(quotes ? Optional.of(new Quoted(maybe(), Optional.of(post(false)))) : Optional.empty())
                .continues(maybe())
                .build();
    }

    @Test
    void nothingOfThemRunsOrLoads() {
        Wording wording = Texts.of(List.of("de"), Map.of()).of(Optional.of("de"));
        Links links = new Links(false, "/zweiklick");
        PictureAddresses pictures = new PictureAddresses("/zweiklick");
        PostMarkup posts = new PostMarkup(
                links,
                new PostTimes(ZoneOffset.UTC),
                new PostMedia(links, pictures, PostMedia.NO_PLAYERS, PostMedia.Room.LIST),
                pictures);
        for (int i = 0; i < 2_000; i++) {
            Item item = new Item(post(true), "rathaus", Optional.of("mastodon"), Instant.EPOCH, Duration.ofMinutes(1));
            String markup = posts.of(item, "p", X, 3, true, wording).toString();
            List<Element> elements = Jsoup.parseBodyFragment(markup).body().getAllElements();
            assertThat(elements.stream().skip(1)).as(markup).allSatisfy(element -> {
                assertThat(ELEMENTS).contains(element.normalName());
                for (Attribute attribute : element.attributes()) {
                    assertThat(ATTRIBUTES).contains(attribute.getKey());
                }
                if (element.hasAttr("href")) {
                    assertThat(element.attr("href")).matches("(?s)https?://.*");
                }
                if (element.hasAttr("src")) {
                    assertThat(element.attr("src")).matches("/zweiklick/media/[\\w-]{22}-(320|640|1280)");
                }
                assertThat(element.attr("srcset")).matches("|(/zweiklick/media/[\\w-]{22}-(320|640|1280) \\d+w(, )?)+");
            });
            assertThat(Jsoup.parseBodyFragment(markup).body().children())
                    .as(markup)
                    .hasSize(1);
        }
    }
}
