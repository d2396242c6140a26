package io.github.zweiklick.view;

import io.github.zweiklick.feed.Picture;
import io.github.zweiklick.media.MediaProxy;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where browsers find pictures of networks: at the site's own.
 *
 * @param base absolute path of the endpoints
 */
record PictureAddresses(String base) {
    private static final List<Integer> WIDTHS = MediaProxy.WIDTHS;

    private static final int USUAL = 640;

    String of(Picture picture) {
        return at(picture.name(), USUAL);
    }

    String smallest(Picture picture) {
        return at(picture.name(), WIDTHS.get(0));
    }

    /** Those that the picture is large enough for, as far as its width is known. */
    String set(Picture picture) {
        String name = picture.name();
        int own = picture.width().orElse(Integer.MAX_VALUE);
        return WIDTHS.stream()
                .filter(width -> width.equals(WIDTHS.get(0)) || previous(width) < own)
                .map(width -> at(name, width) + " " + Math.min(width, own) + "w")
                .collect(Collectors.joining(", "));
    }

    private static int previous(int width) {
        return WIDTHS.get(WIDTHS.indexOf(width) - 1);
    }

    private String at(String name, int width) {
        return base + "/media/" + name + "-" + width;
    }
}
