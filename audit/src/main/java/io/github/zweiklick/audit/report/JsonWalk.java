package io.github.zweiklick.audit.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks through an {@code audit.json} as a stream: only what is asked for is held. */
record JsonWalk(JsonParser parser) {
    /** What follows an object in a list is the next one. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a file.
     *
     * @param read is given the walk before the document
     * @throws IOException when it cannot be read or is no audit; the message says which
     */
    static <T> T through(Path file, Function<JsonWalk, T> read) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonParser parser = JSON.createParser(reader)) {
            return read.apply(new JsonWalk(parser));
        } catch (JacksonException unreadable) {
            throw refused(file, unreadable.getOriginalMessage());
        } catch (DateTimeException | IllegalArgumentException other) {
            throw refused(file, String.valueOf(other.getMessage()));
        }
    }

    private static IOException refused(Path file, String why) {
        return new IOException(file + " is no audit's report, or not all of one: " + why);
    }

    /** Each member of the document but its version, which comes first and must be this program's. */
    void document(Consumer<String> member) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("it does not begin with {");
        }
        boolean[] known = {false};
        members(name -> {
            if (name.equals("audit")) {
                known[0] = true;
                version();
            } else if (known[0]) {
                member.accept(name);
            } else {
                // What it does not say cannot be read.
                throw new IllegalArgumentException("it does not begin with \"audit\"");
            }
        });
    }

    private void version() {
        int version = parser.getIntValue();
        if (version != JsonReport.VERSION) {
            throw new IllegalArgumentException(
                    "its form is version " + version + ", and only version " + JsonReport.VERSION + " can be compared");
        }
    }

    /** Each member of the object that has begun, its value begun. */
    void members(Consumer<String> member) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.accept(name);
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IllegalArgumentException("an object does not end");
        }
    }

    /** Each object of the array that has begun. */
    void each(Runnable item) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            item.run();
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException("a list does not end, or holds something else");
        }
    }

    /** How many values the array has that has begun. */
    int count() {
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IllegalArgumentException("a list does not end");
            }
            parser.skipChildren();
            number++;
        }
        return number;
    }

    String text() {
        return parser.getString();
    }

    boolean flag() {
        return parser.getBooleanValue();
    }

    void skip() {
        parser.skipChildren();
    }

    JsonNode tree() {
        return JSON.readTree(parser);
    }

    static String text(JsonNode object, String name) {
        return object.required(name).asString();
    }
}
