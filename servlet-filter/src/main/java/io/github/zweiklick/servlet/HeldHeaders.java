package io.github.zweiklick.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Headers that speak of the body's bytes, kept back until it is known whether the body is a page: a header given to a
 * container cannot be taken back before Servlet 6.1.
 */
final class HeldHeaders {
    /** In lower case. */
    static final Set<String> NAMES = Set.of(
            "accept-ranges",
            "content-digest",
            "content-encoding",
            "content-length",
            "content-md5",
            "digest",
            "etag",
            "last-modified",
            "repr-digest");

    /** Digits of a number that fits into a long whatever they are. */
    private static final int LONGEST_LENGTH = 18;

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static boolean covers(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    void set(String name, String value) {
        values.put(name, new ArrayList<>(List.of(value)));
    }

    void add(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    void remove(String name) {
        values.remove(name);
    }

    void clear() {
        values.clear();
    }

    List<String> values(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    Optional<String> first(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Length of the body as the application announced it; empty where it did not, or no number. */
    Optional<Long> contentLength() {
        return first("Content-Length").filter(HeldHeaders::isLength).map(Long::valueOf);
    }

    private static boolean isLength(String text) {
        boolean digits = !text.isEmpty() && text.length() <= LONGEST_LENGTH;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    Validators validators() {
        return new Validators(first("ETag"), first("Last-Modified"));
    }
}
