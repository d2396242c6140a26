package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every bundled file, one by one. */
class ServiceFilesTest {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(BundledServices.text("service.schema.json"), InputFormat.JSON);

    /**
     * The services whose recipient, purposes and policy have a source. A file that is to be added here needs one for
     * each fact; nobody invents any.
     */
    static final Set<String> SOURCED = Set.of(
            "bluesky",
            "facebook",
            "google-maps",
            "instagram",
            "linkedin",
            "mastodon",
            "openstreetmap",
            "pinterest",
            "soundcloud",
            "spotify",
            "tiktok",
            "vimeo",
            "x",
            "youtube");

    static List<String> ids() {
        return ServiceFiles.ids();
    }

    @Test
    void theIndexNamesEveryFileAndNoOther() throws IOException, URISyntaxException {
        URL index = ServiceFilesTest.class.getResource("index");
        try (Stream<Path> files =
                Files.list(Path.of(URI.create(index.toString())).getParent())) {
            List<String> found = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.endsWith(".schema.json"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .toList();
            assertThat(ids())
                    .as("write one line into 'index' for each file beside it")
                    .containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void fitsTheSchema(String id) {
        assertThat(SCHEMA.validate(JSON.readTree(ServiceFiles.text(id))))
                .as("correct %s.json, or the schema with the reader", id)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isReadWithItsExamples(String id) {
        Service service = new ServiceReader().read(ServiceFiles.text(id), id + ".json");

        assertThat(service.id()).isEqualTo(id);
        assertThat(service.facts().isPresent())
                .as("facts make a service loadable; they need a source")
                .isEqualTo(SOURCED.contains(id));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyKindHasAnExample(String id) {
        Service service = new ServiceReader().read(ServiceFiles.text(id), id + ".json");
        Set<String> shown = new HashSet<>();
        JSON.readTree(ServiceFiles.text(id))
                .path("examples")
                .forEach(example -> shown.add(example.path("embed").asString()));

        assertThat(service.embeds().stream().map(EmbedKind::id))
                .as("add an example for each to %s.json", id)
                .allMatch(shown::contains);
    }

    /** The reader checks a file alone; here the services stand beside each other and must not take from each other. */
    @ParameterizedTest
    @MethodSource("ids")
    void itsExamplesComeOutAmongAllServices(String id) {
        for (JsonNode example : JSON.readTree(ServiceFiles.text(id)).path("examples")) {
            if (!example.has("address")) {
                continue;
            }
            WebUrl address =
                    WholeAddress.parse(example.path("address").asString()).orElseThrow();
            Embed embed = Catalogue.bundled().recogniseLink(address).orElseThrow();

            assertThat(embed.service().id()).as(address.href()).isEqualTo(id);
            assertThat(embed.kind().id())
                    .as(address.href())
                    .isEqualTo(example.path("embed").asString());
            assertThat(embed.frame().orElse("")).isEqualTo(example.path("frame").asString(""));
            assertThat(Catalogue.bundled()
                            .rebuild(id, embed.kind().id(), embed.captures())
                            .orElseThrow())
                    .as("what a placeholder submits comes back as the same embed")
                    .isEqualTo(embed);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void itsFrameKeepsTheVisitorsPrivacy(String id) {
        Service service = new ServiceReader().read(ServiceFiles.text(id), id + ".json");
        for (EmbedKind kind : service.embeds()) {
            kind.frame().ifPresent(frame -> {
                assertThat(frame.query().keySet())
                        .as("%s %s", id, kind.id())
                        .doesNotContain("autoplay", "ref", "ref_url", "widget_referrer", "embed_config", "parent");
                assertThat(namesAnyPage(kind, frame.query().getOrDefault("url", "")))
                        .as("%s %s: a parameter \"url\" names the service's own pages only", id, kind.id())
                        .isFalse();
                assertThat(frame.query().getOrDefault("origin", "{origin}"))
                        .as("an origin of the page is never sent")
                        .isEqualTo("{origin}");
            });
            assertThat(kind.frame().isPresent())
                    .as("only placeholders are loaded")
                    .isIn(false, kind.treatment() == EmbedKind.Treatment.PLACEHOLDER);
        }
        if (service.frame().hosts().isEmpty()) {
            assertThat(service.facts())
                    .as("what is loaded needs to know from where")
                    .isEmpty();
            return;
        }
        assertThat(service.frame().sandbox())
                .contains("allow-scripts")
                .doesNotContain("allow-top-navigation", "allow-popups-to-escape-sandbox");
        service.facts()
                .ifPresent(facts -> assertThat(facts.data().contains(Facts.Data.PAGE_ORIGIN))
                        .as("the notice says what the referrer policy sends")
                        .isEqualTo(service.frame().referrer() == FrameRules.Referrer.ORIGIN));
    }

    private static boolean namesAnyPage(EmbedKind kind, String value) {
        return TemplateText.parse(value).stream()
                .flatMap(part -> part.names().stream())
                .map(name -> kind.captures().get(name))
                .anyMatch(capture -> capture != null && capture.hosts().contains(HostPatterns.ANY));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void itsPatternsRepeatNothingThatRepeats(String id) {
        Service service = new ServiceReader().read(ServiceFiles.text(id), id + ".json");
        List<String> patterns = new ArrayList<>();
        for (EmbedKind kind : service.embeds()) {
            kind.captures().values().forEach(capture -> capture.pattern().ifPresent(p -> patterns.add(p.pattern())));
            kind.addresses().forEach(address -> address.required().values().forEach(p -> patterns.add(p.pattern())));
        }
        assertThat(patterns)
                .allSatisfy(pattern ->
                        assertThat(PatternLint.fault(pattern)).as(pattern).isEmpty());
    }
}
