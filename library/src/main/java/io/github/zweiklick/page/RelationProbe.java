package io.github.zweiklick.page;

import io.github.zweiklick.policy.LinkRelations;
import java.util.stream.Stream;

/** Knows the frequent values of {@code rel} as they stand in a page; of others it says neither. */
final class RelationProbe {
    /** The most frequent ones that load. */
    private static final String[] LOADING = Stream.of(
                    "stylesheet",
                    "dns-prefetch",
                    "preconnect",
                    "preload",
                    "icon",
                    "shortcut icon",
                    "apple-touch-icon",
                    "prefetch",
                    "next",
                    "prev",
                    "manifest",
                    "mask-icon",
                    "modulepreload",
                    "search")
            .filter(relation -> !LinkRelations.isInert(relation))
            .toArray(String[]::new);

    /** The most frequent ones of {@link LinkRelations}. */
    private static final String[] INERT = Stream.of(
                    "canonical",
                    "alternate",
                    "shortlink",
                    "pingback",
                    "profile",
                    "author",
                    "license",
                    "amphtml",
                    "me",
                    "https://api.w.org/",
                    "edituri",
                    "wlwmanifest")
            .filter(LinkRelations::isInert)
            .toArray(String[]::new);

    private RelationProbe() {}

    static boolean loads(byte[] b, int from, int end) {
        return isAny(LOADING, b, from, end);
    }

    static boolean isInert(byte[] b, int from, int end) {
        return isAny(INERT, b, from, end);
    }

    private static boolean isAny(String[] relations, byte[] b, int from, int end) {
        for (String relation : relations) {
            if (end - from == relation.length() && Bytes.startsWith(b, from, end, relation)) {
                return true;
            }
        }
        return false;
    }
}
