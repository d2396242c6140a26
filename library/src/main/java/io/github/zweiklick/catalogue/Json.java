package io.github.zweiklick.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON with the line each value stands on, which Jackson's own tree forgets. */
sealed interface Json {
    int line();

    record Text(int line, String value) implements Json {}

    record Num(int line, String value) implements Json {}

    record Bool(int line, boolean value) implements Json {}

    record Null(int line) implements Json {}

    record Arr(int line, List<Json> items) implements Json {}

    record Obj(int line, LinkedHashMap<String, Json> fields, Map<String, Integer> lines) implements Json {}

    /** What it is, for messages. */
    default String shown() {
        return switch (kind()) {
            case "text" -> "\"" + ((Text) this).value() + "\"";
            case "number" -> ((Num) this).value();
            case "true or false" -> Boolean.toString(((Bool) this).value());
            case "list" -> "a list";
            case "object" -> "an object";
            default -> "null";
        };
    }

    private String kind() {
        if (this instanceof Text) {
            return "text";
        } else if (this instanceof Num) {
            return "number";
        } else if (this instanceof Bool) {
            return "true or false";
        } else if (this instanceof Arr) {
            return "list";
        }
        return this instanceof Obj ? "object" : "null";
    }
}
