package io.github.zweiklick.view;

import io.github.zweiklick.feed.Author;
import io.github.zweiklick.feed.LinkCard;
import io.github.zweiklick.feed.Media;
import io.github.zweiklick.feed.Picture;
import io.github.zweiklick.feed.Poll;
import io.github.zweiklick.feed.Post;
import io.github.zweiklick.feed.PostBuilder;
import io.github.zweiklick.feed.Quoted;
import io.github.zweiklick.feed.RichText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** Posts that hold markup, scripts and foreign addresses wherever something can be said. The same in each run. */
final class HostilePosts {
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

    Post post(boolean quotes) {
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
}
