package io.github.zweiklick.endpoint;

import io.github.zweiklick.media.KnownPictures.Size;
import io.github.zweiklick.media.MediaProxy;
import io.github.zweiklick.media.Picture;
import io.github.zweiklick.media.Sight;
import io.github.zweiklick.policy.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code GET {base}/media/{name}-{width}}: a picture of a network, as the site's own.
 *
 * <p>Where there is none, a body comes nevertheless, since browsers show an {@code img}'s picture whatever the status: a grey area of
 * the picture's proportions, half transparent, instead of the sign for a broken picture. Source: <a
 * href="https://html.spec.whatwg.org/multipage/images.html#update-the-image-data">WHATWG HTML, update the image data</a>, which
 * looks at the type of a response but not at its status. Of one that may still come it is a pixel wide, by which {@code feed.js}
 * knows it.
 */
final class MediaEndpoint {
    static final String PREFIX = "/media/";
    private static final Pattern PATH = Pattern.compile(PREFIX + "([A-Za-z0-9_-]{22})-(320|640|1280)");

    /**
     * In browsers a picture outlives its post by this at most. Longer would spare few requests, for a tag answers them; shorter
     * would cost each visitor one for each picture and visit.
     */
    private static final Duration KEPT = Duration.ofDays(1);

    /** What others share goes soon with its post. */
    private static final Duration SHARED = Duration.ofMinutes(5);

    private static final Duration DEAD = Duration.ofMinutes(5);

    /** Where the network does not say how large the picture is: what the style gives such ones. */
    private static final Size USUAL = new Size(1600, 900);

    private final MediaProxy media;

    MediaEndpoint(MediaProxy media) {
        this.media = media;
    }

    Reply answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return dead(USUAL);
        }
        String name = path.group(1);
        Sight sight = media.look(name, Integer.parseInt(path.group(2)));
        Size size = media.size(name).orElse(USUAL);
        if (sight instanceof Sight.Shown shown) {
            return shown(shown.picture(), request);
        } else if (sight instanceof Sight.Busy busy) {
            return placeholder(
                    503,
                    size,
                    1,
                    new HeaderLine("Cache-Control", "no-store"),
                    new HeaderLine("Retry-After", Long.toString(busy.retry().toSeconds())));
        }
        return dead(size);
    }

    private static Reply dead(Size size) {
        return placeholder(
                404, size, size.width(), new HeaderLine("Cache-Control", "public, max-age=" + DEAD.toSeconds()));
    }

    private static Reply shown(Picture picture, Request request) {
        String tag = "\"" + picture.tag() + "\"";
        List<HeaderLine> headers = headers(
                picture.contentType(),
                new HeaderLine(
                        "Cache-Control",
                        "public, max-age=" + KEPT.toSeconds() + ", s-maxage=" + SHARED.toSeconds() + ", immutable"),
                new HeaderLine("ETag", tag));
        boolean same = request.header()
                .apply("If-None-Match")
                .filter(tags -> tags.contains(tag) || tags.strip().equals("*"))
                .isPresent();
        return same
                ? new Reply(304, headers.subList(1, headers.size()), new byte[0])
                : new Reply(200, headers, picture.bytes());
    }

    /** @param width that it says it has, in pixels */
    private static Reply placeholder(int status, Size size, int width, HeaderLine... caching) {
        String area = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" viewBox=\"0 0 " + size.width()
                + " "
                + size.height() + "\"><path fill=\"#808080\" fill-opacity=\".25\" d=\"M0 0h" + size.width() + "v"
                + size.height() + "H0z\"/></svg>";
        return new Reply(status, headers("image/svg+xml", caching), area.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<HeaderLine> headers(String contentType, HeaderLine... caching) {
        return Stream.concat(
                        Stream.of(
                                new HeaderLine("Content-Type", contentType),
                                new HeaderLine("X-Content-Type-Options", "nosniff"),
                                // For whoever opens it as a page of its own.
                                new HeaderLine("Content-Security-Policy", "default-src 'none'; sandbox"),
                                new HeaderLine("Cross-Origin-Resource-Policy", "same-origin")),
                        Arrays.stream(caching))
                .toList();
    }
}
