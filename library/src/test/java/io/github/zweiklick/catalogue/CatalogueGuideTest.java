package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The guide tells of every key, and its example works. */
class CatalogueGuideTest {
    private static final String GUIDE = guide();

    private static String guide() {
        try {
            return Files.readString(Path.of("../docs/catalogue.md"));
        } catch (IOException e) {
            throw new AssertionError("docs/catalogue.md belongs to the library", e);
        }
    }

    @Test
    void itsExampleIsAService() {
        int start = GUIDE.indexOf("```json") + 7;
        String example = GUIDE.substring(start, GUIDE.indexOf("```", start));

        assertThat(new ServiceReader().read(example, "stadtfernsehen.json").name())
                .isEqualTo("Stadtfernsehen");
        assertThat(ServiceFilesTest.SCHEMA.validate(ServiceFilesTest.JSON.readTree(example)))
                .isEmpty();
    }

    @Test
    void itTellsOfEveryKeyAndWordOfTheSchema() {
        Set<String> words = new TreeSet<>();
        collect(ServiceFilesTest.JSON.readTree(BundledServices.text("service.schema.json")), words);
        words.remove("$schema");

        assertThat(words)
                .hasSizeGreaterThan(60)
                .allSatisfy(word -> assertThat(GUIDE)
                        .as("explain '%s' in docs/catalogue.md", word)
                        .containsPattern("[`\"]" + word + "[`\"]"));
    }

    @Test
    void itListsEveryService() {
        assertThat(GUIDE).as("write the table so:%n%s", table()).contains(table());
    }

    private static String table() {
        return Stream.concat(
                        Stream.of(
                                "| service | id | what | not loaded: links | removed: switched off | |",
                                "|---|---|---|---|---|---|"),
                        Catalogue.bundled().services().stream()
                                .sorted(Comparator.comparing(
                                        service -> service.name().toLowerCase(Locale.ROOT)))
                                .map(CatalogueGuideTest::row))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Service service) {
        boolean hasFrame =
                service.embeds().stream().anyMatch(kind -> kind.frame().isPresent());
        String outcome = service.facts().isPresent() && hasFrame
                ? "two clicks"
                : kinds(service, EmbedKind.Treatment.PLACEHOLDER).isEmpty() ? "" : "named";
        return ("| " + service.name() + " | `" + service.id() + "` | " + kinds(service, EmbedKind.Treatment.PLACEHOLDER)
                        + " | " + kinds(service, EmbedKind.Treatment.LINK) + " | "
                        + kinds(service, EmbedKind.Treatment.DEAD) + " | " + outcome + " |")
                .replace("|  ", "| ");
    }

    private static String kinds(Service service, EmbedKind.Treatment treatment) {
        return service.embeds().stream()
                .filter(kind -> kind.treatment() == treatment)
                .map(EmbedKind::id)
                .collect(Collectors.joining(", "));
    }

    private static void collect(JsonNode schema, Set<String> words) {
        schema.path("enum").forEach(word -> words.add(word.asString()));
        if (schema.path("additionalProperties").isBoolean()) {
            words.addAll(schema.path("properties").propertyNames());
        }
        schema.forEach(child -> collect(child, words));
    }
}
