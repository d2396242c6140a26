package io.github.zweiklick.share;

import io.github.zweiklick.catalogue.WholeAddress;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.share.CountSettings.TrailingSlash;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;

/** Brings the addresses of one page to one form, so that its counts are not split; refuses those of others. */
final class CanonicalAddress {
    private static final int LONGEST = 2048;

    private final WebUrl origin;
    private final OwnHosts own;
    private final TrailingSlash trailingSlash;
    private final List<String> parameters;

    /**
     * For one site.
     *
     * @param origin of the site as visitors have it
     * @param own the site's hosts
     * @param parameters of queries that tell pages apart
     */
    CanonicalAddress(WebUrl origin, OwnHosts own, TrailingSlash trailingSlash, List<String> parameters) {
        this.origin = origin;
        this.own = own;
        this.trailingSlash = trailingSlash;
        this.parameters = parameters;
    }

    /** Whether an address is one of the site's pages. */
    boolean isOwn(String address) {
        return page(address).isPresent();
    }

    private Optional<WebUrl> page(String address) {
        return WebUrl.parse(address)
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"))
                .filter(url -> own.contains(url.host()));
    }

    /**
     * The form by which networks are asked: without fragment, session and tracking parameters, with the site's own scheme and
     * host where it is another spelling of them.
     *
     * @return empty where the address is none of the site's pages, or one that nobody is asked for: longer than two kilobytes,
     *     at a port of its own, or with parameters that may be a visitor's
     */
    Optional<String> of(String address) {
        return page(address)
                .flatMap(url -> place(url).map(place -> canonical(place, url)))
                .filter(canonical -> canonical.length() <= LONGEST)
                .filter(this::holdsNothingOfVisitors);
    }

    /** Scheme and host. */
    private Optional<String> place(WebUrl url) {
        String host = dotless(url.host());
        if (bare(host).equals(bare(dotless(origin.host())))) {
            return Optional.of(origin.origin());
        }
        String place = url.scheme() + "://" + host;
        return Optional.of(place)
                .filter(usual -> WebUrl.parse(usual + "/")
                        .filter(at -> at.port() == url.port())
                        .isPresent());
    }

    private String canonical(String place, WebUrl url) {
        String rest = WholeAddress.ofPage(url).substring(url.origin().length());
        int end = rest.indexOf('?') < 0 ? rest.length() : rest.indexOf('?');
        return place + path(rest.substring(0, end)) + rest.substring(end);
    }

    /** Search terms, keys of forms and invitations stand in queries: they are none of the networks' business. */
    private boolean holdsNothingOfVisitors(String canonical) {
        return canonical.indexOf('?') < 0
                || WebUrl.parse(canonical).stream()
                        .flatMap(url -> url.parameters().stream())
                        .allMatch(parameter -> parameters.contains(parameter.getKey()));
    }

    /** A dot at the end names the same host. */
    private static String dotless(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
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
