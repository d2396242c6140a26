package io.github.zweiklick.page;

import io.github.zweiklick.url.WebUrl;
import java.util.Optional;

/** Addresses in attributes that no browser resolves, such as {@code data-href}: a scheme may be missing. */
final class WebAddress {
    private WebAddress() {}

    static Optional<WebUrl> read(String value) {
        String address = value.strip();
        return WebUrl.parse(address.startsWith("//") ? "https:" + address : address);
    }
}
