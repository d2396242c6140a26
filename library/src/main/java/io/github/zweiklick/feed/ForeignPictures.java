package io.github.zweiklick.feed;

import io.github.zweiklick.feed.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Pictures met in foreign HTML, but for those that only report that somebody reads. */
final class ForeignPictures {
    private static final int MOST = 20;
    private static final int LONGEST_EMOJI = 20;
    /** Pixels of a side, at most, of what nobody is meant to see. */
    private static final int BEACON = 2;

    private static final Pattern BEACON_STYLE =
            Pattern.compile("(?i)(?:^|[;\\s])(?:width|height)\\s*:\\s*[0-2](?:\\.[0-9]+)?(?:px)?\\s*(?:;|!|$)");
    private static final Pattern PIXELS = Pattern.compile("[0-9]{1,5}");

    private final List<Media> pictures = new ArrayList<>();

    List<Media> all() {
        return List.copyOf(pictures);
    }

    /** The character for which a server draws a picture; empty where it is none of these. */
    static Optional<RichText.Node> emoji(Element image) {
        String alternative = image.attr("alt").strip();
        return (image.hasClass("emoji") || image.hasClass("wp-smiley")) && alternative.length() <= LONGEST_EMOJI
                ? Optional.of(new Text(alternative))
                : Optional.empty();
    }

    void add(Element image) {
        OptionalInt width = size(image.attr("width"));
        OptionalInt height = size(image.attr("height"));
        boolean beacon = (width.isPresent() && width.getAsInt() <= BEACON)
                || (height.isPresent() && height.getAsInt() <= BEACON)
                || BEACON_STYLE.matcher(image.attr("style")).find();
        if (!beacon && pictures.size() < MOST) {
            Picture.at(image.absUrl("src"), width, height)
                    .ifPresent(picture -> pictures.add(Media.picture(
                            picture, Optional.of(image.attr("alt")).filter(words -> !words.isBlank()))));
        }
    }

    /** Pixels as HTML writes them; empty where it is something else, such as a percentage. */
    static OptionalInt size(String pixels) {
        return PIXELS.matcher(pixels.strip()).matches()
                ? OptionalInt.of(Integer.parseInt(pixels.strip()))
                : OptionalInt.empty();
    }
}
