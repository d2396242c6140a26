package io.github.zweiklick.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads a file: JSON with comments and trailing commas allowed, duplicate keys refused. */
public final class JsonFile {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String name;
    private final JsonParser parser;

    private JsonFile(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * The file's one object.
     *
     * @param name of the file, for messages
     * @throws JsonFileException if the text is not JSON, or not one object
     */
    public static JsonObject parse(String text, String name) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonFile file = new JsonFile(name, parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonFileException(name + ":1: the file must hold one object in braces");
            }
            JsonObject object = file.object("");
            if (parser.nextToken() != null) {
                throw new JsonFileException(name + ":" + file.line() + ": text after the object's closing brace");
            }
            return object;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new JsonFileException(name + ":" + line + ": not valid JSON: " + unquoted(e.getOriginalMessage()));
        }
    }

    /** A word without quotes may be a secret for which somebody forgot them. */
    private static String unquoted(String message) {
        return message.replaceAll("token '[^']*'", "word without quotes");
    }

    private JsonObject object(String path) {
        int line = line();
        Map<String, JsonObject.Located> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            members.put(key, value(path.isEmpty() ? key : path + "." + key));
        }
        return new JsonObject(name, path, line, members);
    }

    private JsonObject.Located value(String path) {
        int line = line();
        return new JsonObject.Located(
                switch (parser.currentToken()) {
                    case START_OBJECT -> object(path);
                    case START_ARRAY -> list(path);
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    case VALUE_NULL -> JsonObject.Located.NULL;
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
                    default -> parser.getString();
                },
                line);
    }

    private List<JsonObject.Located> list(String path) {
        List<JsonObject.Located> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]"));
        }
        return items;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
