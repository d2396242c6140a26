package io.github.zweiklick.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
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

/** Reads JSON, Java-like comments and trailing commas allowed, keys twice not. */
final class JsonSource {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonSource() {}

    static Json read(String text, String file) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Json json = value(parser);
            if (parser.nextToken() != null) {
                throw new CatalogueException(
                        file + ":" + line(parser) + ": something stands after the end of the object; delete it");
            }
            return json;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new CatalogueException(file + ":" + line + ": this is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Json value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        int line = line(parser);
        if (token == JsonToken.START_OBJECT) {
            return object(parser, line);
        } else if (token == JsonToken.START_ARRAY) {
            List<Json> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Json.Arr(line, items);
        } else if (token == JsonToken.VALUE_STRING) {
            return new Json.Text(line, parser.getString());
        } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return new Json.Num(line, parser.getString());
        } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return new Json.Bool(line, token == JsonToken.VALUE_TRUE);
        }
        return new Json.Null(line);
    }

    private static Json object(JsonParser parser, int line) {
        LinkedHashMap<String, Json> fields = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            lines.put(name, line(parser));
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new Json.Obj(line, fields, lines);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
