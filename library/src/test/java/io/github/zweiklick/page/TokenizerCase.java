package io.github.zweiklick.page;

import io.github.zweiklick.page.HtmlTokenizer.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One of html5lib's tokenizer tests in one of its states.
 *
 * @param errors codes of the parse errors it provokes
 */
record TokenizerCase(
        String file,
        String description,
        String input,
        State state,
        Optional<String> lastStartTag,
        List<Expected> expected,
        Set<String> errors) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    /** A token the standard's tokenizer makes; NUL and line ends as {@link #normalized} has them. */
    sealed interface Expected {
        record Start(String name, Map<String, String> attributes, boolean selfClosing) implements Expected {}

        record End(String name) implements Expected {}

        record Doctype() implements Expected {}

        record Comment(String data) implements Expected {}

        record Text(String characters) implements Expected {}
    }

    static List<TokenizerCase> all() {
        List<TokenizerCase> cases = new ArrayList<>();
        for (Path file : SharedMaterial.files("html5lib-tests/tokenizer", "*.test")) {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            for (JsonNode tests : root) {
                for (JsonNode test : tests) {
                    add(file.getFileName().toString(), test, cases);
                }
            }
        }
        return cases;
    }

    private static void add(String file, JsonNode test, List<TokenizerCase> cases) {
        boolean escaped = test.path("doubleEscaped").asBoolean(false);
        List<Expected> expected = new ArrayList<>();
        test.get("output").forEach(token -> expected.add(expected(token, escaped)));
        Set<String> errors = new HashSet<>();
        test.path("errors").forEach(error -> errors.add(error.get("code").asString()));
        Optional<String> last =
                test.has("lastStartTag") ? Optional.of(test.get("lastStartTag").asString()) : Optional.empty();
        List<String> states = new ArrayList<>();
        test.path("initialStates").forEach(state -> states.add(state.asString()));
        for (String state : states.isEmpty() ? List.of("Data state") : states) {
            cases.add(new TokenizerCase(
                    file,
                    test.get("description").asString(),
                    unescaped(test.get("input"), escaped),
                    State.of(state),
                    last,
                    expected,
                    errors));
        }
    }

    private static Expected expected(JsonNode token, boolean escaped) {
        String kind = token.get(0).asString();
        String first = normalized(unescaped(token.path(1), escaped));
        return switch (kind) {
            case "StartTag" -> {
                Map<String, String> attributes = new LinkedHashMap<>();
                token.get(2)
                        .properties()
                        .forEach(attribute -> attributes.put(
                                normalized(attribute.getKey()), normalized(unescaped(attribute.getValue(), escaped))));
                yield new Expected.Start(first, attributes, token.path(3).asBoolean(false));
            }
            case "EndTag" -> new Expected.End(first);
            case "DOCTYPE" -> new Expected.Doctype();
            case "Comment" -> new Expected.Comment(first);
            case "Character" -> new Expected.Text(first);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String unescaped(JsonNode text, boolean escaped) {
        String plain = text.isString() ? text.asString() : "";
        return escaped
                ? ESCAPE.matcher(plain)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : plain;
    }

    /** What the standard does before and while tokenizing, and a locator need not: line ends, NUL. */
    static String normalized(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\ufffd');
    }

    @Override
    public String toString() {
        return file + " | " + state + " | " + description;
    }
}
