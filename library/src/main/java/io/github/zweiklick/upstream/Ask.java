package io.github.zweiklick.upstream;

import io.github.zweiklick.url.WebUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to an upstream. There is no way to put anything of a visitor's request into it: addresses come from the
 * configuration and the site's own pages.
 *
 * @param address with its query, credentials in it where the interface knows no other place
 * @param headers by name, such as {@code Authorization}; never sent along to another origin
 * @param form body of a POST, {@code application/x-www-form-urlencoded}; empty: a GET
 */
public record Ask(WebUrl address, Map<String, String> headers, Optional<String> form) {
    public Ask {
        headers = Map.copyOf(headers);
    }

    /** A plain GET. */
    public static Ask get(WebUrl address) {
        return new Ask(address, Map.of(), Optional.empty());
    }

    /** The same with one header more. */
    public Ask with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Ask(address, more, form);
    }

    /** Says where, not what for: queries hold credentials. */
    @Override
    public String toString() {
        return (form.isPresent() ? "POST " : "GET ") + address.origin() + address.path();
    }
}
