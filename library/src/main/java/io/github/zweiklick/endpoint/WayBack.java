package io.github.zweiklick.endpoint;

import io.github.zweiklick.url.WebUrl;
import java.util.Optional;

/** Where a page of our own leads back to. */
final class WayBack {
    private WayBack() {}

    /** The page of this very site the visitor came from, else the application's root. */
    static String of(Request request, String base) {
        Optional<String> referer = request.header().apply("Referer");
        return referer.flatMap(WebUrl::parse)
                .filter(page -> page.origin().equals(request.address().origin()))
                .filter(page -> !page.path().equals(base) && !page.path().startsWith(base + "/"))
                .map(WebUrl::href)
                .orElseGet(() -> base.substring(0, base.lastIndexOf('/') + 1));
    }
}
