package io.github.zweiklick.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Whom the audit's browser contacted on one page.
 *
 * @param shown the address it led to
 * @param browser name and version
 * @param hosts how far contact with each foreign host went, by the part of the visit
 */
record Measurement(
        String url,
        String shown,
        String browser,
        Instant started,
        NavigableMap<String, Map<Phase, Level>> hosts,
        List<Untested> untested) {

    /** The parts of a visit without consent. */
    enum Phase {
        LOAD,
        SCROLL,
        HOVER,
        IDLE
    }

    /** How far a contact went, the farthest last. */
    enum Level {
        DNS,
        UDP,
        SOCKET,
        REQUEST
    }

    /** What could not be observed, by the audit's word for it. */
    record Untested(String kind, String text, Optional<String> detail) {}

    Measurement {
        hosts = Collections.unmodifiableNavigableMap(new TreeMap<>(hosts));
        untested = List.copyOf(untested);
    }

    /**
     * @param visit a page of the audit's document; see {@code docs/audit-json.md}
     * @param browser of its setup
     */
    static Measurement of(JsonNode visit, JsonNode browser) {
        NavigableMap<String, Map<Phase, Level>> hosts = new TreeMap<>();
        for (JsonNode contact : visit.required("contacts").values()) {
            Level level = constant(Level.class, contact.required("level"));
            hosts.computeIfAbsent(contact.required("host").asString(), host -> new EnumMap<>(Phase.class))
                    .merge(
                            constant(Phase.class, contact.required("phase")),
                            level,
                            (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
        return new Measurement(
                visit.required("url").asString(),
                visit.required("shown").asString(),
                browser.asString(),
                Instant.parse(visit.required("started").asString()),
                hosts,
                visit.required("untested")
                        .valueStream()
                        .map(gap -> new Untested(
                                gap.required("kind").asString(),
                                gap.required("text").asString(),
                                gap.optional("detail").map(JsonNode::asString)))
                        .toList());
    }

    /** Whether the page that was shown stands at this origin. */
    boolean isPageOf(String origin) {
        return shown.startsWith(origin + "/");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
