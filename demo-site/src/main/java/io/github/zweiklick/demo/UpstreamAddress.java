package io.github.zweiklick.demo;

import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of the site that stands behind the demo.
 *
 * @param origin scheme, host and port
 * @param path of the page shown first, with its query
 */
public record UpstreamAddress(String origin, String host, String path) {
    private static final String TWIN = "www.";
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*");

    /** @return empty where the text is no address of a web page */
    public static Optional<UpstreamAddress> parse(String text) {
        return WebUrl.parse(text)
                .filter(url -> url.scheme().equals("http") || url.scheme().equals("https"))
                .map(url -> new UpstreamAddress(
                        url.origin(),
                        url.host(),
                        url.path() + url.query().map(query -> "?" + query).orElse("")));
    }

    /** The site's own hosts as far as its address tells: with www and without. */
    List<String> ownHosts() {
        if (NUMBERS.matcher(host).matches() || host.indexOf('.') < 0) {
            return List.of(host);
        }
        return List.of(host, host.startsWith(TWIN) ? host.substring(TWIN.length()) : TWIN + host);
    }

    /** Path and query of one of the site's pages, as somebody types them; that of the first page where they are none. */
    String pathOf(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(String::strip)
                .flatMap(text -> WebUrl.parse(text, WebUrl.parse(origin + "/").orElseThrow()))
                .filter(url -> url.origin().equals(origin))
                .flatMap(url -> parse(url.href()))
                .map(UpstreamAddress::path)
                .orElse(path);
    }
}
