package io.github.zweiklick.share;

import io.github.zweiklick.catalogue.WholeAddress;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.share.CountSettings.TrailingSlash;
import io.github.zweiklick.url.WebUrl;
import java.util.Optional;

/** Brings the addresses of one page to one form, so that its counts are not split; refuses those of others. */
final class CanonicalAddress {
    private static final int LONGEST = 2048;

    private final WebUrl origin;
    private final OwnHosts own;
    private final TrailingSlash trailingSlash;

    /**
     * For one site.
     *
     * @param origin of the site as visitors have it
     * @param own the site's hosts
     */
    CanonicalAddress(WebUrl origin, OwnHosts own, TrailingSlash trailingSlash) {
        this.origin = origin;
        this.own = own;
        this.trailingSlash = trailingSlash;
    }

    /**
     * The form by which networks are asked: without fragment, session and tracking parameters, with the site's own scheme and
     * host where it is another spelling of them.
     *
     * @return empty where the address is none of the site's pages
     */
    Optional<String> of(String address) {
        return WebUrl.parse(address)
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"))
                .filter(url -> own.contains(url.host()))
                .map(this::canonical)
                .filter(canonical -> canonical.length() <= LONGEST);
    }

    private String canonical(WebUrl url) {
        String own = WholeAddress.ofPage(url).substring(url.origin().length());
        int end = own.indexOf('?') < 0 ? own.length() : own.indexOf('?');
        boolean twin = bare(url.host()).equals(bare(origin.host()));
        return (twin ? origin.origin() : url.origin()) + path(own.substring(0, end)) + own.substring(end);
    }

    private static String bare(String host) {
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private String path(String path) {
        boolean slash = path.endsWith("/");
        return switch (trailingSlash) {
            case KEEP -> path;
            case ADD -> slash || path.substring(path.lastIndexOf('/')).contains(".") ? path : path + "/";
            case REMOVE -> slash && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
        };
    }
}
