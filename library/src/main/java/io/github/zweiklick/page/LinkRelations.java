package io.github.zweiklick.page;

import java.util.Set;

/**
 * The values of {@code rel} for which no browser loads anything. New loading ones keep appearing, so what is not
 * listed loads. {@code next} and {@code prev} are absent: Firefox prefetches the one.
 */
final class LinkRelations {
    private static final Set<String> INERT = Set.of(
            "alternate",
            "amphtml",
            "archives",
            "author",
            "bookmark",
            "canonical",
            "copyright",
            "describedby",
            "edituri",
            "external",
            "first",
            "glossary",
            "help",
            "home",
            "hub",
            "license",
            "me",
            "nofollow",
            "noopener",
            "noreferrer",
            "pgpkey",
            "pingback",
            "privacy-policy",
            "profile",
            "publisher",
            "search",
            "self",
            "shortlink",
            "start",
            "tag",
            "terms-of-service",
            "token_endpoint",
            "up",
            "webmention",
            "wlwmanifest",
            "https://api.w.org/",
            "indieauth-metadata",
            "authorization_endpoint",
            "micropub");

    private LinkRelations() {}

    /** Whether a link with this {@code rel} loads nothing; one without any relation does not either. */
    static boolean areInert(String rel) {
        for (String relation : Ascii.lower(rel).split("[ \\t\\n\\f\\r]+")) {
            if (!relation.isEmpty() && !INERT.contains(relation)) {
                return false;
            }
        }
        return true;
    }
}
