package io.github.zweiklick.audit.pages;

import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which pages an audit visits.
 *
 * @param named addresses as {@link #address} writes them
 * @param sitemap whose pages are visited as well
 * @param crawl how many pages are visited in all when links of the site's own are followed; 0: they are not
 */
public record PageChoice(List<String> named, Optional<String> sitemap, int crawl) {

    public PageChoice {
        named = List.copyOf(named);
    }

    /**
     * In their order, each once; empty where nothing names a page.
     *
     * @param own whether a host is the site's
     * @throws IOException when a sitemap or a site cannot be read
     */
    public List<String> addresses(Predicate<String> own) throws IOException {
        Set<String> addresses = new LinkedHashSet<>(named);
        if (sitemap.isPresent()) {
            for (String url : new Sitemap(own).addresses(URI.create(sitemap.get()))) {
                address(url).ifPresent(addresses::add);
            }
        }
        if (!addresses.isEmpty() && crawl > addresses.size()) {
            addresses.addAll(new Crawl(own).addresses(List.copyOf(addresses), crawl));
        }
        return List.copyOf(addresses);
    }

    /** The address of a page as browsers write it: umlauts in names, braces in queries; http and https only. */
    public static Optional<String> address(String text) {
        return WebUrl.parse(text)
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"))
                .map(WebUrl::href);
    }
}
