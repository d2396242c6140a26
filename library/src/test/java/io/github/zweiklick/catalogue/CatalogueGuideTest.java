package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
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
        assertThat(GUIDE).as("write the table so:%n%s", networks()).contains(networks());
        assertThat(GUIDE).as("write the table so:%n%s", others()).contains(others());
    }

    private static String networks() {
        return table(
                "| service | id | what | not loaded: links | removed | |",
                service -> service.role() == Service.Role.NETWORK,
                CatalogueGuideTest::network);
    }

    private static String others() {
        return table(
                "| service | id | role | what |",
                service -> service.role() != Service.Role.NETWORK,
                service -> "| " + service.name() + " | `" + service.id() + "` | "
                        + service.role().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | "
                        + kinds(service, EmbedKind.Treatment.values()) + " |");
    }

    private static String table(String head, Predicate<Service> which, Function<Service, String> row) {
        return Stream.concat(
                        Stream.of(head, head.replaceAll("[^|]+", "---")),
                        Catalogue.bundled().services().stream()
                                .filter(which)
                                .sorted(Comparator.comparing(
                                        service -> service.name().toLowerCase(Locale.ROOT)))
                                .map(row)
                                .map(cells -> cells.replace("|  ", "| ")))
                .collect(Collectors.joining("\n"));
    }

    private static String network(Service service) {
        boolean hasFrame =
                service.embeds().stream().anyMatch(kind -> kind.frame().isPresent());
        String shown = kinds(service, EmbedKind.Treatment.PLACEHOLDER, EmbedKind.Treatment.BOX);
        String outcome = service.facts().isPresent() && hasFrame
                ? "two clicks"
                : kinds(service, EmbedKind.Treatment.PLACEHOLDER).isEmpty() ? "" : "named";
        return "| " + service.name() + " | `" + service.id() + "` | " + shown + " | "
                + kinds(service, EmbedKind.Treatment.LINK) + " | "
                + kinds(service, EmbedKind.Treatment.DEAD, EmbedKind.Treatment.REMOVED) + " | " + outcome + " |";
    }

    private static String kinds(Service service, EmbedKind.Treatment... treatments) {
        return service.embeds().stream()
                .filter(kind -> List.of(treatments).contains(kind.treatment()))
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
