package io.github.zweiklick.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The keys of one object of a service's file; every question also says that the key is a valid one. */
final class Keys {
    private final String file;
    private final String path;
    private final Json.Obj object;
    private final Set<String> asked = new LinkedHashSet<>();

    private Keys(String file, String path, Json.Obj object) {
        this.file = file;
        this.path = path;
        this.object = object;
    }

    static Keys of(Json json, String file, String path) {
        if (json instanceof Json.Obj object) {
            return new Keys(file, path, object);
        }
        throw new CatalogueException(file + ":" + json.line() + ": '" + (path.isEmpty() ? "the file" : path) + "' is "
                + json.shown() + "; write an object in braces");
    }

    /** To be called last: a key nobody asked for is a mistake, not a wish to be ignored. */
    void refuseOthers() {
        for (Map.Entry<String, Integer> key : object.lines().entrySet()) {
            if (!asked.contains(key.getKey())) {
                String remedy = Nearest.to(key.getKey(), asked)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("");
                throw new CatalogueException(file + ":" + key.getValue() + ": unknown key '" + path(key.getKey())
                        + "' with value " + shown(key.getKey()) + "; " + remedy + " Valid keys here: "
                        + String.join(", ", asked));
            }
        }
    }

    private String shown(String key) {
        return find(key).map(Json::shown).orElse("");
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Optional<Json> find(String key) {
        asked.add(key);
        return Optional.ofNullable(object.fields().get(key));
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    private Json demand(String key) {
        return find(key)
                .orElseThrow(() -> new CatalogueException(
                        file + ":" + object.line() + ": '" + path(key) + "' is missing; it must be there"));
    }

    CatalogueException wrong(String key, String remedy) {
        int line = object.lines().getOrDefault(key, object.line());
        return new CatalogueException(file + ":" + line + ": '" + path(key) + "' is "
                + find(key).map(Json::shown).orElse("not there") + "; " + remedy);
    }

    private CatalogueException wrong(Json json, String key, String remedy) {
        return new CatalogueException(
                file + ":" + json.line() + ": '" + path(key) + "' is " + json.shown() + "; " + remedy);
    }

    String text(String key) {
        return text(demand(key), key);
    }

    Optional<String> textIfAny(String key) {
        return find(key).map(json -> text(json, key));
    }

    private String text(Json json, String key) {
        if (json instanceof Json.Text text && !text.value().isBlank()) {
            return text.value();
        }
        throw wrong(json, key, "write a text in quotation marks");
    }

    Optional<Integer> numberIfAny(String key) {
        return find(key).map(json -> {
            if (json instanceof Json.Num number && number.value().matches("[0-9]{1,9}")) {
                return Integer.valueOf(number.value());
            }
            throw wrong(json, key, "write a whole number from 0 on, without quotation marks");
        });
    }

    boolean flag(String key, boolean otherwise) {
        return find(key)
                .map(json -> {
                    if (json instanceof Json.Bool bool) {
                        return bool.value();
                    }
                    throw wrong(json, key, "write true or false");
                })
                .orElse(otherwise);
    }

    List<String> texts(String key) {
        return list(key, json -> text(json, key));
    }

    List<String> textsIfAny(String key) {
        return has(key) ? texts(key) : List.of();
    }

    private <T> List<T> list(String key, Function<Json, T> read) {
        Json json = demand(key);
        if (json instanceof Json.Arr arr) {
            return arr.items().stream().map(read).toList();
        }
        throw wrong(json, key, "write a list in square brackets");
    }

    <T> List<T> objects(String key, Function<Keys, T> read) {
        if (!has(key)) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (Json json : list(key, Function.identity())) {
            Keys keys = of(json, file, path(key) + "[" + values.size() + "]");
            values.add(read.apply(keys));
            keys.refuseOthers();
        }
        return List.copyOf(values);
    }

    <T> T object(String key, Function<Keys, T> read) {
        Keys keys = of(demand(key), file, path(key));
        T value = read.apply(keys);
        keys.refuseOthers();
        return value;
    }

    <T> Optional<T> objectIfAny(String key, Function<Keys, T> read) {
        return has(key) ? Optional.of(object(key, read)) : Optional.empty();
    }

    /** The entries of an object whose keys are names of the author's own. */
    <T> Map<String, T> entries(String key, BiFunction<Keys, String, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (has(key)) {
            Keys keys = of(demand(key), file, path(key));
            keys.object.fields().keySet().forEach(name -> entries.put(name, read.apply(keys, name)));
        }
        return entries;
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        return oneOf(demand(key), key, type);
    }

    <E extends Enum<E>> List<E> someOf(String key, Class<E> type) {
        return list(key, json -> oneOf(json, key, type));
    }

    private <E extends Enum<E>> E oneOf(Json json, String key, Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        String word = text(json, key);
        int index = words.indexOf(word);
        if (index < 0) {
            throw wrong(
                    json,
                    key,
                    Nearest.to(word, words)
                                    .map(near -> "did you mean '" + near + "'? ")
                                    .orElse("") + "Valid: " + String.join(", ", words));
        }
        return type.getEnumConstants()[index];
    }

    Pattern pattern(String key) {
        String text = text(key);
        PatternLint.fault(text).ifPresent(fault -> {
            throw wrong(key, fault);
        });
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw wrong(key, "this is no regular expression: " + e.getDescription());
        }
    }
}
