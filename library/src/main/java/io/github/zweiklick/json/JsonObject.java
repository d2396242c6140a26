package io.github.zweiklick.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * An object of a file, read member by member. Every accessor throws {@link JsonFileException} where the member is of
 * another kind than asked for.
 */
public final class JsonObject {
    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Located> members;

    JsonObject(String file, String path, int line, Map<String, Located> members) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.members = members;
    }

    /**
     * A value with the line it stands in.
     *
     * @param value a String, Number, Boolean, JsonObject, List of these or NULL
     * @param quoted whether errors may quote it
     */
    record Located(Object value, int line, boolean quoted) {
        static final Object NULL = new Object() {
            @Override
            public String toString() {
                return "null";
            }
        };

        Located(Object value, int line) {
            this(value, line, true);
        }

        /** Objects inside quote nothing; nor is an address quoted that may hold a password, {@code http://u:p@host}. */
        Located quoted(boolean asked) {
            if (value instanceof JsonObject object) {
                return new Located(object.quoting(), line, asked);
            } else if (value instanceof List<?> items) {
                return new Located(
                        items.stream()
                                .map(item -> ((Located) item).quoted(asked))
                                .toList(),
                        line,
                        asked);
            }
            boolean password = value instanceof String text && text.contains(":") && text.contains("@");
            return new Located(value, line, asked && !password);
        }

        String shown() {
            if (!quoted) {
                return "a value not shown here";
            } else if (value instanceof JsonObject) {
                return "an object";
            } else if (value instanceof List) {
                return "a list";
            }
            return value instanceof String ? "\"" + value + "\"" : value.toString();
        }
    }

    /**
     * The same, of which errors quote the values of these keys only: in all others there may be a secret, also below a
     * misspelt key. Of objects read from it errors quote nothing, unless this is called on them in turn.
     */
    public JsonObject quoting(String... keys) {
        List<String> asked = Arrays.asList(keys);
        Map<String, Located> marked = new LinkedHashMap<>();
        members.forEach((key, member) -> marked.put(key, member.quoted(asked.contains(key))));
        return new JsonObject(file, path, line, marked);
    }

    /** Refuses any key but these, naming the nearest. */
    public void allow(String... keys) {
        List<String> known = Arrays.asList(keys);
        members.forEach((key, member) -> {
            if (!known.contains(key)) {
                throw new JsonFileException(file + ":" + member.line() + ": unknown key \"" + path(key)
                        + "\" with value " + member.shown()
                        + Nearest.to(key, known)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse(".")
                        + " Known keys: " + String.join(", ", known));
            }
        });
    }

    /** Refuses an object without one of these keys. */
    public void require(String... keys) {
        for (String key : keys) {
            if (!has(key)) {
                throw missing(key);
            }
        }
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    /** Whether a member is a text, for those that may be one thing or another. */
    public boolean isString(String key) {
        Located member = members.get(key);
        return member != null && member.value() instanceof String;
    }

    public boolean isObject(String key) {
        Located member = members.get(key);
        return member != null && member.value() instanceof JsonObject;
    }

    /** A text that is not blank. */
    public Optional<String> string(String key) {
        return member(key).map(member -> string(path(key), member));
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
        String expected = "a whole number from " + min + " to " + max;
        return value(key, Number.class, expected).map(number -> {
            double d = number.doubleValue();
            if (d != Math.rint(d) || d < min || d > max) {
                throw wrong(key, "write " + expected);
            }
            return (int) d;
        });
    }

    /** A length of time within bounds, both inclusive, written as people do: {@code 30 minutes}. */
    public Optional<Duration> duration(String key, Duration min, Duration max) {
        return string(key)
                .map(text -> WrittenTime.read(text)
                        .filter(time -> time.compareTo(min) >= 0 && time.compareTo(max) <= 0)
                        .orElseThrow(() -> wrong(
                                key,
                                "write a time such as \"" + WrittenTime.of(min) + "\", which is the shortest, or \""
                                        + WrittenTime.of(max) + "\", which is the longest")));
    }

    /** A constant of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return member(key).map(member -> constant(path(key), member, type));
    }

    /** A constant of an enum that must be there. */
    public <E extends Enum<E>> E requiredChoice(String key, Class<E> type) {
        return choice(key, type).orElseThrow(() -> missing(key));
    }

    /** Constants of an enum; empty where the key is absent. */
    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        List<E> constants = new ArrayList<>();
        for (Located item : items(key)) {
            constants.add(constant(path(key) + "[" + constants.size() + "]", item, type));
        }
        return List.copyOf(constants);
    }

    public Optional<JsonObject> object(String key) {
        return value(key, JsonObject.class, "an object in braces");
    }

    public JsonObject requiredObject(String key) {
        return object(key).orElseThrow(() -> missing(key));
    }

    /** A list of texts; empty where the key is absent. */
    public List<String> strings(String key) {
        List<String> texts = new ArrayList<>();
        for (Located item : items(key)) {
            texts.add(string(path(key) + "[" + texts.size() + "]", item));
        }
        return List.copyOf(texts);
    }

    /** A list of objects; empty where the key is absent. */
    public List<JsonObject> objects(String key) {
        List<JsonObject> objects = new ArrayList<>();
        for (Located item : items(key)) {
            objects.add(
                    cast(path(key) + "[" + objects.size() + "]", item, JsonObject.class, "an object in braces: {…}"));
        }
        return List.copyOf(objects);
    }

    /** The members of an object whose keys are the author's own, in their order; empty where the key is absent. */
    public <T> Map<String, T> entries(String key, BiFunction<JsonObject, String, T> read) {
        return object(key).map(entries -> entries.each(read)).orElse(Map.of());
    }

    /** Names of all members, in their order. */
    public List<String> keys() {
        return List.copyOf(members.keySet());
    }

    /** All members as texts, in their order. */
    public Map<String, String> asStrings() {
        return each(JsonObject::requiredString);
    }

    /** An error at a member, quoting its value unless {@link #quoting} forbids. */
    public JsonFileException wrong(String key, String remedy) {
        return member(key)
                .map(member -> wrong(path(key), member, remedy))
                .orElseGet(() ->
                        new JsonFileException(file + ":" + line + ": \"" + path(key) + "\" is not there; " + remedy));
    }

    private JsonFileException wrong(String where, Located member, String remedy) {
        return new JsonFileException(
                file + ":" + member.line() + ": \"" + where + "\" is " + member.shown() + "; " + remedy);
    }

    private JsonFileException missing(String key) {
        return new JsonFileException(file + ":" + line + ": \"" + path(key) + "\" is missing here");
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Optional<Located> member(String key) {
        return Optional.ofNullable(members.get(key));
    }

    private <T> Map<String, T> each(BiFunction<JsonObject, String, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        members.keySet().forEach(key -> all.put(key, read.apply(this, key)));
        return all;
    }

    private <T> Optional<T> value(String key, Class<T> type, String expected) {
        return member(key).map(member -> cast(path(key), member, type, expected));
    }

    private List<Located> items(String key) {
        List<Located> items = new ArrayList<>();
        for (Object item :
                value(key, List.class, "a list in square brackets: […]").orElse(List.of())) {
            items.add((Located) item);
        }
        return items;
    }

    private String string(String where, Located member) {
        String text = cast(where, member, String.class, "a text in quotes");
        if (text.isBlank()) {
            throw wrong(where, member, "write a text that is not blank");
        }
        return text;
    }

    private <T> T cast(String where, Located member, Class<T> type, String expected) {
        if (!type.isInstance(member.value())) {
            throw wrong(where, member, "write " + expected);
        }
        return type.cast(member.value());
    }

    private <E extends Enum<E>> E constant(String where, Located member, Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        String text = string(where, member);
        int index = names.indexOf(text);
        if (index < 0) {
            throw wrong(
                    where,
                    member,
                    Nearest.to(text, names)
                                    .map(near -> "did you mean \"" + near + "\"? ")
                                    .orElse("") + "Valid: " + String.join(", ", names));
        }
        return type.getEnumConstants()[index];
    }
}
