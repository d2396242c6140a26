package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.file.WholeFile;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.view.Notice.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every notice ever shown, in one file each, by its version: the proof of what a visitor was told who has consented (Art. 7(1)
 * GDPR). Files are written once and never changed. Thread-safe.
 */
final class NoticeArchive {
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{" + Digest.LENGTH + "}");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Optional<Path> directory;
    private final Clock clock;
    private final FindingSink findings;

    /**
     * A notice as it was shown.
     *
     * @param first day on which it was first shown, UTC
     * @param byLanguage by BCP 47 tag
     */
    record Kept(String service, LocalDate first, Map<String, Notice> byLanguage) {}

    /** @param directory empty: nothing is kept */
    NoticeArchive(Optional<Path> directory, Clock clock, FindingSink findings) {
        this.directory = directory;
        this.clock = clock;
        this.findings = findings;
    }

    /** Keeps a notice, unless it is kept already. What cannot be written is reported, and shown all the same. */
    void keep(Service service, String version, Map<String, Notice> byLanguage) {
        directory.ifPresent(place -> {
            Path file = place.resolve(version + ".json");
            if (!Files.exists(file)) {
                try {
                    Files.createDirectories(place);
                    WholeFile.writeDurably(file, JSON.writeValueAsBytes(json(service, byLanguage)));
                } catch (IOException unwritable) {
                    findings.report(new Finding(
                            Finding.Kind.CONFIGURATION,
                            "archive",
                            "A notice that visitors are shown cannot be kept in the archive: " + unwritable,
                            "Let the application write to the directory named in \"archive\"."));
                }
            }
        });
    }

    private ObjectNode json(Service service, Map<String, Notice> byLanguage) {
        ObjectNode root = JSON.createObjectNode();
        root.put("service", service.id());
        root.put("name", service.name());
        root.put("first", LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString());
        ObjectNode languages = root.putObject("languages");
        byLanguage.forEach((tag, notice) -> {
            ObjectNode text = languages.putObject(tag);
            lines(text.putArray("essential"), notice.essential());
            lines(text.putArray("remember"), notice.remember().stream().toList());
            text.put("policy", notice.policy());
            lines(text.putArray("further"), notice.further());
        });
        return root;
    }

    private static void lines(ArrayNode array, List<Line> lines) {
        lines.forEach(line -> array.addObject().put("label", line.label()).put("text", line.text()));
    }

    /** A notice that was shown once; empty where it is not kept, or cannot be read, which is reported. */
    Optional<Kept> find(String version) {
        if (!VERSION.matcher(version).matches()) {
            return Optional.empty();
        }
        return directory
                .map(place -> place.resolve(version + ".json"))
                .filter(Files::isRegularFile)
                .flatMap(file -> read(file, version));
    }

    private Optional<Kept> read(Path file, String version) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            Map<String, Notice> byLanguage = new LinkedHashMap<>();
            root.path("languages")
                    .properties()
                    .forEach(entry -> byLanguage.put(entry.getKey(), notice(entry.getValue(), version)));
            return Optional.of(new Kept(
                    root.path("name").stringValue(),
                    LocalDate.parse(root.path("first").stringValue()),
                    byLanguage));
        } catch (IOException | JacksonException | DateTimeParseException unreadable) {
            findings.report(new Finding(
                    Finding.Kind.CONFIGURATION,
                    "archive",
                    "The archive's file " + file.getFileName() + " cannot be read: "
                            + unreadable.getClass().getSimpleName(),
                    "Bring the file back from a backup."));
            return Optional.empty();
        }
    }

    private static Notice notice(JsonNode text, String version) {
        return new Notice(
                version,
                lines(text.path("essential")),
                lines(text.path("remember")).stream().findFirst(),
                text.path("policy").stringValue(),
                lines(text.path("further")));
    }

    private static List<Line> lines(JsonNode array) {
        List<Line> lines = new ArrayList<>();
        array.forEach(line -> lines.add(
                new Line(line.path("label").stringValue(), line.path("text").stringValue())));
        return List.copyOf(lines);
    }
}
