package io.github.zweiklick.feed;

import io.github.zweiklick.url.WebUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where posts stand that addresses name. */
final class PostSites {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private PostSites() {}

    /** Whether an address is at one of some hosts, where anybody would look for it. */
    static boolean isAt(WebUrl address, Set<String> hosts) {
        return address.isNetwork()
                && (address.port() == HTTPS || address.port() == HTTP)
                && hosts.contains(address.host());
    }

    /** Whether an address is at a site; that of one over https may be written with http. */
    static boolean isAt(WebUrl address, WebUrl site) {
        boolean plain = address.scheme().equals("http") && address.port() == HTTP;
        return address.isNetwork()
                && address.host().equals(site.host())
                && (address.origin().equals(site.origin()) || (plain && site.port() == HTTPS));
    }

    /** Whether two addresses lead to the same page, which networks have more than one host for. */
    static boolean same(WebUrl one, WebUrl other) {
        return host(one).equals(host(other))
                && one.path().equals(other.path())
                && (!one.path().endsWith(".php") || one.query().equals(other.query()));
    }

    private static String host(WebUrl address) {
        return address.host().replaceFirst("^(?:www|m|mobile|web)\\.", "");
    }

    /** Names of the city's own accounts, as they are written with blanks between. */
    static boolean names(Optional<String> accounts, String name) {
        String sought = name.toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        return !sought.isEmpty()
                && accounts.stream()
                        .flatMap(written -> Stream.of(written.split("[\\s,]+")))
                        .map(one -> one.toLowerCase(Locale.ROOT).replaceFirst("^@", ""))
                        .anyMatch(sought::equals);
    }

    /** The last segment of an address's path, which names an account; empty where there is none. */
    static String last(String address) {
        String path = WebUrl.parse(address).map(WebUrl::path).orElse("");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
