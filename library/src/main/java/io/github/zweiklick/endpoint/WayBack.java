package io.github.zweiklick.endpoint;

import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.AirlockAddress;
import java.util.stream.Stream;

/** Where a page of our own leads back to. */
final class WayBack {
    private WayBack() {}

    /**
     * The page of this very site the visitor came from, else the application's root. Behind the page that asks again
     * stands another: its form says which.
     */
    static String of(Request request, String base) {
        return Stream.concat(
                        request.header().apply("Referer").stream(),
                        FormBody.values(request, AirlockAddress.BACK).stream())
                .flatMap(address -> WebUrl.parse(address, request.address()).stream())
                .filter(page -> page.origin().equals(request.address().origin()))
                .filter(page -> !page.path().equals(base) && !page.path().startsWith(base + "/"))
                .map(WebUrl::href)
                .findFirst()
                .orElseGet(() -> base.substring(0, base.lastIndexOf('/') + 1));
    }
}
