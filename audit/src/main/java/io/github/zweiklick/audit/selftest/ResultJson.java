package io.github.zweiklick.audit.selftest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A result as the JSON of {@code docs/self-test.md}. */
final class ResultJson {

    private static final int FORMAT = 1;

    private ResultJson() {}

    static String write(SelfTestResult result) {
        ObjectNode document = JsonMapper.shared().createObjectNode().put("selfTest", FORMAT);
        document.put("passed", result.passed());
        document.putObject("browser")
                .put("file", result.browser().path().toString())
                .put("size", result.browser().size())
                .put("modified", result.browser().modified().toString())
                .put("version", result.version());
        document.put("audit", result.audit())
                .put("mode", word(result.mode()))
                .put("extent", word(result.extent()))
                .put("started", result.started().toString())
                .put("ended", result.ended().toString());
        ArrayNode vectors = document.putArray("vectors");
        result.vectors().forEach(vector -> vector(vector, vectors.addObject()));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static void vector(VectorResult vector, ObjectNode object) {
        object.put("page", vector.page()).put("name", vector.name()).put("outcome", word(vector.outcome()));
        steps(vector.seenInOrder(), object.putArray("seen"));
        if (!vector.missed().isEmpty()) {
            steps(vector.missedInOrder(), object.putArray("missed"));
        }
    }

    private static void steps(Set<Reach> steps, ArrayNode list) {
        steps.forEach(step -> list.add(step.toString()));
    }

    /** Reads {@link #write}'s; empty when it is anything else. */
    static Optional<SelfTestResult> read(String text) {
        try {
            JsonNode document = JsonMapper.shared().readTree(text);
            if (document.path("selfTest").asInt(0) != FORMAT) {
                return Optional.empty();
            }
            JsonNode browser = document.required("browser");
            return Optional.of(new SelfTestResult(
                    new BrowserFile(
                            Path.of(browser.required("file").asString()),
                            browser.required("size").asLong(),
                            instant(browser, "modified")),
                    browser.required("version").asString(),
                    document.required("audit").asString(),
                    constant(Mode.class, document.required("mode")),
                    constant(Extent.class, document.required("extent")),
                    instant(document, "started"),
                    instant(document, "ended"),
                    vectors(document.required("vectors"))));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static List<VectorResult> vectors(JsonNode list) {
        List<VectorResult> vectors = new ArrayList<>();
        for (JsonNode vector : list) {
            vectors.add(new VectorResult(
                    vector.required("page").asString(),
                    vector.required("name").asString(),
                    constant(Outcome.class, vector.required("outcome")),
                    steps(vector.required("seen")),
                    steps(vector.path("missed"))));
        }
        return vectors;
    }

    private static Set<Reach> steps(JsonNode list) {
        Set<Reach> steps = new TreeSet<>();
        list.forEach(step -> steps.add(Reach.of(step.asString())));
        return steps;
    }

    private static Instant instant(JsonNode object, String key) {
        return Instant.parse(object.required(key).asString());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
