package io.github.zweiklick.page;

import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells own from foreign addresses in one document.
 *
 * @param bases what relative addresses may be relative to: the page, and each base element it holds, a foreign one
 *     apart, since that is disarmed; which of them the browser takes can depend on scripting, so an address is foreign
 *     where it is foreign under any
 */
record Addresses(List<WebUrl> bases, OwnHosts own) {
    /** Schemes that stay in the browser, or act only when the visitor does. */
    static final Set<String> LOCAL = Set.of("data", "blob", "about", "javascript", "mailto", "android-app", "ios-app");

    /**
     * A foreign address.
     *
     * @param host what is named in findings and in {@code data-zweiklick-blocked}
     * @param url empty where the address cannot be read: no browser loads it, and none is asked to try
     */
    record Foreign(String host, Optional<WebUrl> url) {}

    static Addresses in(Examined page, PageSource source) {
        List<WebUrl> bases = new ArrayList<>();
        for (Candidate candidate : page.candidates()) {
            if (candidate.tag().localName().equals("base")) {
                page.source
                        .value(candidate.tag(), "href")
                        .flatMap(href -> WebUrl.parse(href, source.address()))
                        .filter(url -> url.isNetwork() && source.own().contains(url.host()))
                        .ifPresent(bases::add);
            }
        }
        bases.add(source.address());
        return new Addresses(bases, source.own());
    }

    /** The address as foreign one; empty where the browser contacts nobody else for it. */
    Optional<Foreign> foreign(String value) {
        for (WebUrl base : bases) {
            Optional<WebUrl> url = WebUrl.parse(value, base);
            if (url.isEmpty()) {
                return Optional.of(new Foreign("invalid", url));
            }
            if (isForeign(url.get())) {
                return Optional.of(new Foreign(nameOf(url.get()), url));
            }
        }
        return Optional.empty();
    }

    private boolean isForeign(WebUrl url) {
        boolean contacts = url.isNetwork() || !url.host().isEmpty();
        return contacts && !LOCAL.contains(url.scheme()) && !own.contains(url.host());
    }

    private static String nameOf(WebUrl url) {
        return url.host().isEmpty() ? url.scheme() : url.host();
    }
}
