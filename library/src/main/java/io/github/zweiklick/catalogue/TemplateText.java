package io.github.zweiklick.catalogue;

import io.github.zweiklick.text.Lately;
import io.github.zweiklick.url.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a template as literals and places for captures. */
final class TemplateText {
    private static final String NAME = "[a-zA-Z][a-zA-Z0-9]*+";
    private static final Pattern PLACE = Pattern.compile("\\{(?:(?<joined>" + NAME + "(?: " + NAME + ")++)"
            + "|(?<raw>\\+?)(?<name>" + NAME + ")(?:\\?(?<text>[^{}]*+))?)\\}");

    /** Each embed is made of some, of which a catalogue has hundreds. */
    private static final Lately<List<Part>> READ = new Lately<>(1 << 10, TemplateText::read);

    private TemplateText() {}

    static List<Part> parse(String text) {
        return READ.get(text);
    }

    private static List<Part> read(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int end = 0;
        while (places.find()) {
            if (places.start() > end) {
                parts.add(new Literal(text.substring(end, places.start())));
            }
            parts.add(part(places));
            end = places.end();
        }
        if (end < text.length()) {
            parts.add(new Literal(text.substring(end)));
        }
        return List.copyOf(parts);
    }

    private static Part part(Matcher place) {
        if (place.group("joined") != null) {
            return new Joined(List.of(place.group("joined").split(" ")));
        }
        String name = place.group("name");
        return place.group("text") != null
                ? new Conditional(name, place.group("text"))
                : new Place(name, !place.group("raw").isEmpty());
    }

    sealed interface Part {
        /** The captures it is made of, none for a literal. */
        List<String> names();

        /** What stands in scheme, host and path; empty where the capture is needed and absent. */
        Optional<String> inBase(Map<String, String> captures);

        /** What stands in a parameter's value, not yet encoded. */
        Optional<String> inQuery(Map<String, String> captures);
    }

    record Literal(String text) implements Part {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public Optional<String> inBase(Map<String, String> captures) {
            return Optional.of(text);
        }

        @Override
        public Optional<String> inQuery(Map<String, String> captures) {
            return Optional.of(text);
        }
    }

    record Place(String name, boolean raw) implements Part {
        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public Optional<String> inBase(Map<String, String> captures) {
            return inQuery(captures).map(value -> raw ? value : segment(value));
        }

        @Override
        public Optional<String> inQuery(Map<String, String> captures) {
            return Optional.ofNullable(captures.get(name));
        }

        private static String segment(String value) {
            return PercentEncoding.component(value)
                    .replace("%3A", ":")
                    .replace("%40", "@")
                    .replace("%21", "!")
                    .replace("%2C", ",");
        }
    }

    record Conditional(String name, String text) implements Part {
        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public Optional<String> inBase(Map<String, String> captures) {
            return Optional.of(inQuery(captures).orElse(""));
        }

        @Override
        public Optional<String> inQuery(Map<String, String> captures) {
            return Optional.ofNullable(captures.get(name))
                    .filter(value -> !value.equals("false"))
                    .map(value -> text);
        }
    }

    /** Those of the captures that are there, a space between. */
    record Joined(List<String> names) implements Part {
        @Override
        public Optional<String> inBase(Map<String, String> captures) {
            return inQuery(captures).map(PercentEncoding::component);
        }

        @Override
        public Optional<String> inQuery(Map<String, String> captures) {
            return Optional.of(names.stream()
                            .filter(captures::containsKey)
                            .map(captures::get)
                            .collect(Collectors.joining(" ")))
                    .filter(text -> !text.isEmpty());
        }
    }
}
