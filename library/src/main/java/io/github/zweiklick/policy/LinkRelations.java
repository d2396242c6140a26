package io.github.zweiklick.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Which link types make no browser contact anyone.
 *
 * <p>An allow-list: browsers go on inventing relations that fetch ({@code compression-dictionary}, {@code expect}), and
 * Firefox prefetches {@code next}; {@code prev} is left out with it (HTML Standard, section 4.6.7). {@code search} is none:
 * Chromium fetches the description of a search engine by itself.
 */
public final class LinkRelations {
    static final Set<String> INERT = Set.of(
            "acl",
            "alternate",
            "amphtml",
            "archives",
            "author",
            "authorization_endpoint",
            "bookmark",
            "canonical",
            "contents",
            "copyright",
            "describedby",
            "edit",
            "edituri",
            "external",
            "first",
            "glossary",
            "help",
            "home",
            "https://api.w.org/",
            "hub",
            "index",
            "indieauth-metadata",
            "last",
            "license",
            "me",
            "micropub",
            "nofollow",
            "noopener",
            "noreferrer",
            "pgpkey",
            "pingback",
            "privacy-policy",
            "profile",
            "publisher",
            "self",
            "service-desc",
            "shortlink",
            "sitemap",
            "start",
            "tag",
            "terms-of-service",
            "toc",
            "token_endpoint",
            "top",
            "up",
            "webmention",
            "wlwmanifest");

    private LinkRelations() {}

    /** Whether a link with this {@code rel} fetches nothing; without any token it does nothing either. */
    public static boolean isInert(String rel) {
        return Arrays.stream(rel.toLowerCase(Locale.ROOT).split("[\\t\\n\\f\\r ]+"))
                .allMatch(token -> token.isEmpty() || INERT.contains(token));
    }
}
