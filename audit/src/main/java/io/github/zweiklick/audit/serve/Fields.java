package io.github.zweiklick.audit.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form says, or an address behind its question mark.
 *
 * @param values by name, in their order
 */
record Fields(Map<String, List<String>> values) {
    static final Fields NONE = new Fields(Map.of());

    private static final int MOST = 200;

    Fields {
        Map<String, List<String>> all = new LinkedHashMap<>();
        values.forEach((name, some) -> all.put(name, List.copyOf(some)));
        values = java.util.Collections.unmodifiableMap(all);
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}, as WHATWG URL writes it.
     *
     * @throws IllegalArgumentException when it is none, or has too many fields
     */
    static Fields parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int number = 0;
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            number++;
            if (number > MOST) {
                throw new IllegalArgumentException("more than " + MOST + " fields");
            }
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : decode(parts[1]));
        }
        return new Fields(values);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The first value without the spaces around it; empty where there is none. */
    String text(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0).strip();
    }

    boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** The lines of a text that say something. */
    List<String> lines(String name) {
        return text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
