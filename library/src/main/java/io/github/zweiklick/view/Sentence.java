package io.github.zweiklick.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values, written {@code {name}}.
 *
 * @param template as it is written
 * @param words what stands before each place, and after the last
 * @param names of the places
 */
record Sentence(String template, List<String> words, List<String> names) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    static Sentence of(String template) {
        List<String> words = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            words.add(template.substring(from, place.start()));
            names.add(place.group(1));
            from = place.end();
        }
        words.add(template.substring(from));
        return new Sentence(template, List.copyOf(words), List.copyOf(names));
    }

    /** @throws IllegalArgumentException if a place has no value */
    String with(Map<String, String> values) {
        if (names.isEmpty()) {
            return template;
        }
        StringBuilder text = new StringBuilder(template.length() + 64).append(words.get(0));
        for (int i = 0; i < names.size(); i++) {
            String value = values.get(names.get(i));
            if (value == null) {
                throw new IllegalArgumentException("The text \"" + template + "\" needs a value for " + names.get(i));
            }
            text.append(value).append(words.get(i + 1));
        }
        return text.toString();
    }
}
