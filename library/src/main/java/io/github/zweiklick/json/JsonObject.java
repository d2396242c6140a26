package io.github.zweiklick.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a file, read member by member. Every accessor throws {@link JsonFileException} where the member is of
 * another kind than asked for.
 */
public final class JsonObject {
    private final String file;
    private final int line;
    private final Map<String, Located> members;

    JsonObject(String file, int line, Map<String, Located> members) {
        this.file = file;
        this.line = line;
        this.members = members;
    }

    /** A value with the line it stands in; the value is a String, Number, Boolean, JsonObject, List or NULL. */
    record Located(Object value, int line) {
        static final Object NULL = new Object() {
            @Override
            public String toString() {
                return "null";
            }
        };
    }

    /** The keys, in their order. */
    public Set<String> keys() {
        return members.keySet();
    }

    /** Refuses any key but these, naming the nearest. */
    public void allow(String... keys) {
        members.forEach((key, member) -> {
            if (!Arrays.asList(keys).contains(key)) {
                throw new JsonFileException(
                        file + ":" + member.line() + ": unknown key \"" + key + "\"; did you mean \""
                                + Nearest.of(key, Arrays.asList(keys)) + "\"? Known keys: " + String.join(", ", keys));
            }
        });
    }

    public Optional<String> string(String key) {
        return value(key, String.class, "a text in quotes");
    }

    /** A text that must be there. */
    public String requiredString(String key) {
        return string(key).orElseThrow(() -> missing(key));
    }

    public Optional<Boolean> flag(String key) {
        return value(key, Boolean.class, "true or false");
    }

    /** A whole number within bounds, both inclusive. */
    public Optional<Integer> integer(String key, int min, int max) {
        Optional<Number> number = value(key, Number.class, "a number from " + min + " to " + max);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double d = number.get().doubleValue();
        if (d != Math.rint(d) || d < min || d > max) {
            throw wrong(key, "write a whole number from " + min + " to " + max);
        }
        return Optional.of((int) d);
    }

    /** A constant of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return string(key).map(text -> constant(key, text, type));
    }

    /** Constants of an enum; empty where the key is absent. */
    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        return strings(key).stream().map(text -> constant(key, text, type)).toList();
    }

    public Optional<JsonObject> object(String key) {
        return value(key, JsonObject.class, "an object in braces");
    }

    public JsonObject requiredObject(String key) {
        return object(key).orElseThrow(() -> missing(key));
    }

    /** A list of texts; empty where the key is absent. */
    public List<String> strings(String key) {
        return list(key, String.class, "a list of texts: [\"…\"]");
    }

    /** A list of objects; empty where the key is absent. */
    public List<JsonObject> objects(String key) {
        return list(key, JsonObject.class, "a list of objects: [{…}]");
    }

    /** All members as texts, in their order. */
    public Map<String, String> asStrings() {
        Map<String, String> all = new LinkedHashMap<>();
        members.keySet().forEach(key -> all.put(key, requiredString(key)));
        return all;
    }

    /** Whether a member is an object rather than anything else. */
    public boolean isObject(String key) {
        return members.containsKey(key) && members.get(key).value() instanceof JsonObject;
    }

    /** An error at a member, quoting its value. */
    public JsonFileException wrong(String key, String remedy) {
        Located member = members.getOrDefault(key, new Located("", line));
        return new JsonFileException(
                file + ":" + member.line() + ": \"" + key + "\" is " + quote(member.value()) + "; " + remedy);
    }

    /** An error about the object as a whole. */
    public JsonFileException wrong(String message) {
        return new JsonFileException(file + ":" + line + ": " + message);
    }

    private JsonFileException missing(String key) {
        return wrong("\"" + key + "\" is missing here");
    }

    private static String quote(Object value) {
        if (value instanceof JsonObject) {
            return "an object";
        }
        return value instanceof List ? "a list" : "\"" + value + "\"";
    }

    private <T> Optional<T> value(String key, Class<T> type, String expected) {
        Located member = members.get(key);
        if (member == null) {
            return Optional.empty();
        }
        if (!type.isInstance(member.value())) {
            throw wrong(key, "write " + expected);
        }
        return Optional.of(type.cast(member.value()));
    }

    private <T> List<T> list(String key, Class<T> type, String expected) {
        List<T> items = new ArrayList<>();
        for (Object item : value(key, List.class, expected).orElse(List.of())) {
            if (!(item instanceof Located located) || !type.isInstance(located.value())) {
                throw wrong(key, "write " + expected);
            }
            items.add(type.cast(located.value()));
        }
        return items;
    }

    private <E extends Enum<E>> E constant(String key, String text, Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int index = names.indexOf(text);
        if (index < 0) {
            throw wrong(key, "did you mean \"" + Nearest.of(text, names) + "\"? Possible: " + String.join(", ", names));
        }
        return type.getEnumConstants()[index];
    }
}
