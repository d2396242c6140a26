package io.github.zweiklick.feed;

import static io.github.zweiklick.feed.FeedAnswers.items;
import static io.github.zweiklick.feed.FeedAnswers.size;
import static io.github.zweiklick.feed.FeedAnswers.text;

import io.github.zweiklick.feed.RichText.Link.Kind;
import io.github.zweiklick.feed.RichText.Mark;
import io.github.zweiklick.url.PercentEncoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The words of a post. Links show what the network shows and go where it wants them to, through its own {@code t.co}: its rules
 * for displaying posts demand both.
 *
 * <p>Offsets count Unicode code points of the text as it comes, in which three characters are escaped: only what is cut by them
 * may be unescaped.
 *
 * <p>Source: <a href="https://docs.x.com/developer-terms/display-requirements">X, display requirements</a>.
 */
final class XPostsText {
    /** What a post's own pictures and what it quotes have as a link in its text. */
    private static final Pattern STATUS =
            Pattern.compile("https?://(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/[^/?#]+(?:/web)?/status/(\\d{1,19})"
                    + "(/(?:photo|video)/\\d+)?(?:[?#].*)?");

    private final String whole;
    private final JsonNode entities;
    private final boolean pictured;
    private final Optional<String> quoted;

    /**
     * The words of a post.
     *
     * @param json post, whose text is cut after 280 characters where it has a note
     * @param pictured whether its pictures are shown with it
     * @param quoted number of what it quotes
     */
    XPostsText(JsonNode json, boolean pictured, Optional<String> quoted) {
        JsonNode note =
                text(json.path("note_tweet"), "text").isPresent() ? json.path("note_tweet") : json.path("note_post");
        Optional<String> longer = text(note, "text");
        this.whole = Offsets.within(longer.or(() -> text(json, "text")).orElse(""));
        this.entities = longer.isPresent() ? note.path("entities") : json.path("entities");
        this.pictured = pictured;
        this.quoted = quoted;
    }

    RichText words() {
        List<Mark> marks = new ArrayList<>();
        String shown = withoutTrailing();
        for (JsonNode url : entities("urls")) {
            String display = text(url, "display_url").orElse("");
            add(marks, url, Kind.PAGE, text(url, "url").orElse(""), display);
        }
        for (JsonNode mention : entities("mentions")) {
            text(mention, "username")
                    .ifPresent(name ->
                            add(marks, mention, Kind.MENTION, XPosts.SITE + PercentEncoding.component(name), ""));
        }
        for (JsonNode tag : entities("hashtags")) {
            text(tag, "tag")
                    .ifPresent(word -> add(
                            marks, tag, Kind.HASHTAG, XPosts.SITE + "hashtag/" + PercentEncoding.component(word), ""));
        }
        for (JsonNode tag : entities("cashtags")) {
            text(tag, "tag")
                    .ifPresent(word -> add(
                            marks,
                            tag,
                            Kind.HASHTAG,
                            XPosts.SITE + "search?q=" + PercentEncoding.component("$" + word),
                            ""));
        }
        return unescaped(shown, marks);
    }

    private List<JsonNode> entities(String kind) {
        return items(entities.path(kind)).stream().limit(Offsets.MOST).toList();
    }

    /** @param shown what stands there; empty: the text itself */
    private void add(List<Mark> marks, JsonNode entity, Kind kind, String address, String shown) {
        int start = start(entity);
        int end = end(entity);
        if (start >= 0 && end > start) {
            marks.add(new Mark(start, end, kind, address, shown.isBlank() ? whole.substring(start, end) : shown));
        }
    }

    private int start(JsonNode entity) {
        return Offsets.ofCodePoint(whole, size(entity, "start").orElse(-1));
    }

    private int end(JsonNode entity) {
        return Offsets.ofCodePoint(whole, size(entity, "end").orElse(-1));
    }

    /** The text up to the links at its end which say no more than what is shown below it. */
    private String withoutTrailing() {
        List<JsonNode> dropped = entities("urls").stream()
                .filter(this::isShownBelow)
                .sorted(Comparator.comparingInt(this::end).reversed())
                .toList();
        String text = whole.stripTrailing();
        for (JsonNode url : dropped) {
            int start = start(url);
            if (start >= 0 && start < text.length() && end(url) == text.length()) {
                text = text.substring(0, start).stripTrailing();
            }
        }
        return text;
    }

    private boolean isShownBelow(JsonNode url) {
        Matcher status = STATUS.matcher(text(url, "expanded_url").orElse(""));
        if (!status.matches()) {
            return false;
        }
        return status.group(2) != null
                ? pictured
                : quoted.filter(status.group(1)::equals).isPresent();
    }

    /** Where the marks lie once the pieces between them are unescaped. */
    private static RichText unescaped(String text, List<Mark> marks) {
        StringBuilder out = new StringBuilder(text.length());
        List<Mark> moved = new ArrayList<>();
        int done = 0;
        for (Mark mark :
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
            if (mark.start() < done || mark.end() > text.length()) {
                continue;
            }
            out.append(unescaped(text.substring(done, mark.start())));
            int start = out.length();
            out.append(unescaped(text.substring(mark.start(), mark.end())));
            moved.add(new Mark(start, out.length(), mark.kind(), mark.address(), unescaped(mark.shown())));
            done = mark.end();
        }
        out.append(unescaped(text.substring(done)));
        return RichText.marked(out.toString(), moved);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** What the network shows of the page that the last of its links leads to. */
    Optional<LinkCard> card() {
        return entities("urls").stream()
                .filter(url -> text(url, "title").isPresent() && !isShownBelow(url))
                .reduce((earlier, later) -> later)
                .flatMap(url -> LinkCard.of(
                        text(url, "url").orElse(""),
                        unescaped(text(url, "title").orElse("")),
                        text(url, "description").map(XPostsText::unescaped),
                        items(url.path("images")).stream()
                                .flatMap(image -> text(image, "url")
                                        .flatMap(address ->
                                                Picture.at(address, size(image, "width"), size(image, "height")))
                                        .stream())
                                .findFirst()));
    }
}
