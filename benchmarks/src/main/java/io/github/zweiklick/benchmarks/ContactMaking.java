package io.github.zweiklick.benchmarks;

import java.util.List;
import java.util.Map;

/** The elements and attributes at which the ways that are not ours look for foreign addresses. */
final class ContactMaking {
    /** Element to the attributes with one address, in lower case. */
    static final Map<String, List<String>> ADDRESSES = Map.ofEntries(
            Map.entry("audio", List.of("src")),
            Map.entry("embed", List.of("src")),
            Map.entry("frame", List.of("src")),
            Map.entry("iframe", List.of("src")),
            Map.entry("img", List.of("src")),
            Map.entry("input", List.of("src")),
            Map.entry("link", List.of("href")),
            Map.entry("object", List.of("data")),
            Map.entry("script", List.of("src")),
            Map.entry("source", List.of("src")),
            Map.entry("track", List.of("src")),
            Map.entry("video", List.of("src", "poster")));

    /** Elements with a {@code srcset}. */
    static final List<String> SETS = List.of("img", "source");

    private ContactMaking() {}
}
