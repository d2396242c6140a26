package io.github.zweiklick.audit.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chromium's log of its network stack ({@code --log-net-log}), read as a stream: one event at a time is held, whatever the
 * file's size. A browser that was killed leaves the file without its last {@code ]}}; what stands before is read.
 *
 * @see <a href="https://www.chromium.org/developers/design-documents/network-stack/netlog/">NetLog</a>
 */
final class NetLog {

    private static final int LONGEST_STRING = 50_000_000;

    /**
     * What a log tells.
     *
     * @param aliases names that stand for others
     * @param askedBySystem whether the system asked for names, whose questions and aliases the log does not hold
     * @param complete false when the file ends within an event, or holds more than is kept
     */
    record Reading(
            List<Sighting> sightings,
            List<Exchange> exchanges,
            List<CookieWrite> cookies,
            Aliases aliases,
            boolean askedBySystem,
            boolean complete) {

        static final Reading NOTHING = new Reading(List.of(), List.of(), List.of(), Aliases.none(), false, false);
    }

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private NetLog() {}

    /**
     * Reads a log, also of a browser that is still running.
     *
     * @param timeline says in which part of the visit a request was sent
     * @throws IOException when the file cannot be read at all
     */
    static Reading read(Path file, Timeline timeline) throws IOException {
        Optional<NetLogEvents> events = Optional.empty();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonParser parser = JSON.createParser(reader)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("constants")) {
                    events = Optional.of(new NetLogEvents(JSON.readTree(parser)));
                } else if (name.equals("events") && events.isPresent()) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        events.get().take(JSON.readTree(parser));
                    }
                } else {
                    parser.skipChildren();
                }
            }
            return reading(events, timeline, parser.currentToken() == JsonToken.END_OBJECT);
        } catch (JacksonException endsTooSoon) {
            return reading(events, timeline, false);
        }
    }

    private static Reading reading(Optional<NetLogEvents> events, Timeline timeline, boolean whole) {
        return events.map(seen -> new Reading(
                        seen.sightings(),
                        seen.exchanges(timeline),
                        seen.cookies(timeline),
                        seen.names().aliases(),
                        seen.names().askedBySystem(),
                        whole && !seen.overflowed()))
                .orElse(Reading.NOTHING);
    }
}
