package io.github.zweiklick.feed;

import io.github.zweiklick.media.PictureName;
import io.github.zweiklick.url.WebUrl;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A picture at a network. Visitors' browsers never see its address: it comes by way of the media proxy.
 *
 * @param address with its query, https outside the operator's own house
 * @param width in pixels, 1 to 100,000; empty where the network does not say
 * @param height likewise
 */
public record Picture(String address, OptionalInt width, OptionalInt height) {
    private static final int MOST = 100_000;

    /** A hash, and until when it holds: Meta's two parameters of signed addresses. */
    private static final Set<String> SIGNATURE = Set.of("oh", "oe");

    public Picture {
        width = width.isPresent() && isSize(width.getAsInt()) ? width : OptionalInt.empty();
        height = height.isPresent() && isSize(height.getAsInt()) ? height : OptionalInt.empty();
    }

    /** A picture at an address of the web. */
    public static Optional<Picture> at(String address, OptionalInt width, OptionalInt height) {
        return Contained.address(address).map(href -> new Picture(href, width, height));
    }

    /** A picture of unknown size. */
    public static Optional<Picture> at(String address) {
        return at(address, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * By which pages know it. Networks that sign addresses sign the same picture anew with each answer, and name another of their
     * servers: it is not to be fetched again each time, nor to vanish from pages that are kept.
     */
    public String name() {
        return PictureName.of(WebUrl.parse(address)
                .filter(url ->
                        SIGNATURE.stream().allMatch(name -> url.parameter(name).isPresent()))
                .map(url -> domain(url.host()) + url.path())
                .orElse(address));
    }

    /** The last two labels: one network's. */
    private static String domain(String host) {
        int dot = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
        return host.substring(dot + 1);
    }

    private static boolean isSize(int pixels) {
        return pixels >= 1 && pixels <= MOST;
    }
}
