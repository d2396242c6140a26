package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.selftest.LeakVector.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the self-test, one JSON file each. */
public final class LeakCorpus {

    /** Version of the Chromium whose contacts {@link LeakVector#levels} tells. */
    public static final int MEASURED = 150;

    private static final List<String> PAGES = List.of(
            "basic",
            "markup",
            "styles",
            "frames",
            "scripts",
            "acts",
            "headers",
            "policy",
            "secure",
            "serviceworker",
            "altsvc",
            "reports",
            "navigation");

    private static final String ALL = "dns socket request";

    private LeakCorpus() {}

    /** All pages, the plainest first. */
    public static List<LeakPage> pages() {
        return PAGES.stream().map(LeakCorpus::page).toList();
    }

    /**
     * One page.
     *
     * @throws NullPointerException when there is none of this name
     */
    public static LeakPage page(String name) {
        String file = "corpus/" + name + ".json";
        try (InputStream resource =
                Objects.requireNonNull(LeakCorpus.class.getResourceAsStream(file), file + " is missing")) {
            JsonNode page = JsonMapper.shared().readTree(resource);
            return new LeakPage(
                    name,
                    page.required("scheme").asString().equals("https"),
                    page.path("navigation").asBoolean(false),
                    Duration.ofSeconds(page.path("rest").asInt(0)),
                    strings(page.path("headers")),
                    page.path("body").asString(""),
                    page.required("vectors")
                            .valueStream()
                            .map(LeakCorpus::vector)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static LeakVector vector(JsonNode vector) {
        return new LeakVector(
                vector.required("name").asString(),
                constant(Place.class, vector.required("place").asString()),
                constant(Moment.class, vector.path("phase").asString("load")),
                levels(vector.path("levels").asString(ALL)),
                vector.path("namespace").asBoolean(false),
                text(vector, "address"),
                vector.path("cloaked").asBoolean(false),
                vector.required("code").asString(),
                answers(vector.path("answers")),
                text(vector, "why"),
                vector.required("en").asString(),
                vector.required("de").asString());
    }

    private static Optional<String> text(JsonNode object, String key) {
        return Optional.of(object.path(key).asString("")).filter(text -> !text.isEmpty());
    }

    private static Set<Level> levels(String words) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        Arrays.stream(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .forEach(word -> levels.add(constant(Level.class, word)));
        return levels;
    }

    private static Map<String, LeakAnswer> answers(JsonNode answers) {
        Map<String, LeakAnswer> byPath = new HashMap<>();
        answers.properties()
                .forEach(entry -> byPath.put(
                        entry.getKey(),
                        new LeakAnswer(
                                entry.getValue().path("status").asInt(200),
                                entry.getValue().path("type").asString("text/html; charset=utf-8"),
                                strings(entry.getValue().path("headers")),
                                entry.getValue().path("body").asString(""))));
        return byPath;
    }

    private static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new TreeMap<>();
        object.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asString()));
        return strings;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
