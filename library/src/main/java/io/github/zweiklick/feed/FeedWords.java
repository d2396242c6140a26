package io.github.zweiklick.feed;

import io.github.zweiklick.feed.ForeignHtml.Content;
import io.github.zweiklick.feed.RichText.Link;
import io.github.zweiklick.feed.RichText.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words of feeds, of which some do not say whether they are plain or HTML. */
final class FeedWords {
    static final Content NONE = new Content(RichText.EMPTY, List.of());

    /** Characters of a whole article that are kept: it is read on the page that it stands on. */
    private static final int LONGEST_ARTICLE = 3_000;

    private static final int MOST_LINKS = 100;
    private static final Pattern MARKUP = Pattern.compile(
            "</?[A-Za-z][^<>]{0,5000}>|<!--|&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});");
    /** Without what ends a sentence rather than an address. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\bhttps?://[^\\s<>\"\\p{Cntrl}]{1,2000}(?<![.,;:!?'\\u2026\\u201c\\u201d\\]}*_])");

    private FeedWords() {}

    /** What is shown of an entry: its summary, else the start of what it would be the summary of. */
    static Content of(Content summary, Content whole) {
        if (summary.text().isEmpty()) {
            return new Content(
                    start(whole.text()),
                    Stream.concat(summary.pictures().stream(), whole.pictures().stream())
                            .distinct()
                            .toList());
        }
        // Of an article's pictures the first stands for it; the others stand in it.
        return new Content(
                start(summary.text()),
                summary.pictures().isEmpty()
                        ? whole.pictures().stream().limit(1).toList()
                        : summary.pictures());
    }

    private static RichText start(RichText text) {
        return new RichText(new TextBudget(LONGEST_ARTICLE).cut(text.nodes()));
    }

    static Content html(String html, String base) {
        return ForeignHtml.read(html, base, Map.of());
    }

    /** Read as HTML where it looks like that. */
    static Content either(String text, String base) {
        return MARKUP.matcher(text).find() ? html(text, base) : plain(text);
    }

    static Content plain(String text) {
        String start = text.substring(0, Math.min(text.length(), RichText.LONGEST));
        return new Content(RichText.marked(start, links(start)), List.of());
    }

    /** Addresses of the web that stand in a text. */
    static List<Mark> links(String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        while (found.find() && marks.size() < MOST_LINKS) {
            int end = found.end();
            String address = found.group();
            // A bracket that the text opened before the address closes behind it.
            if (address.endsWith(")") && address.indexOf('(') < 0) {
                end--;
                address = address.substring(0, address.length() - 1);
            }
            marks.add(new Mark(found.start(), end, Link.Kind.PAGE, address, address));
        }
        return marks;
    }

    /** A line of its own, such as a title. */
    static Optional<String> line(Content content) {
        return Optional.of(content.text().text()).filter(text -> !text.isBlank());
    }

    /** What is attached, and the text's own pictures where none is. */
    static List<Media> media(List<Media> attached, Content content) {
        boolean pictured = attached.stream().anyMatch(media -> media.picture().isPresent());
        return Stream.concat(attached.stream(), pictured ? Stream.empty() : content.pictures().stream())
                .toList();
    }
}
