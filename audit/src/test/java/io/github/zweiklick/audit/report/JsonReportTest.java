package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Source;
import io.github.zweiklick.audit.harness.Witness;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.SecondOpinion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit.json} is as its schema and its guide say, whatever pages hold. */
final class JsonReportTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path GUIDE = Path.of("../docs/audit-json.md");

    @TempDir
    Path folder;

    static Stream<AuditResult> audits() {
        return Stream.of(
                ReportSamples.everything(Locale.GERMAN),
                Audits.empty(),
                Audits.some(),
                ExtremeAudits.hostile(),
                ExtremeAudits.big(100));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void fitsTheSchema(AuditResult audit) throws IOException {
        assertThat(schema().validate(JSON.readTree(written(audit)))).isEmpty();
    }

    @Test
    void theGuidesSampleFitsTheSchema() throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf("```json\n") + 8;
        JsonNode sample = JSON.readTree(guide.substring(begin, guide.indexOf("```", begin)));
        assertThat(schema().validate(sample)).isEmpty();
    }

    /** What is written of a member in the schema stands in the guide, under the heading of its object. */
    @Test
    void theGuideTellsEveryMember() throws IOException {
        String guide = Files.readString(GUIDE);
        JSON.readTree(schemaText())
                .required("$defs")
                .properties()
                .forEach(object -> object.getValue()
                        .path("properties")
                        .properties()
                        .forEach(member -> assertThat(section(guide, object.getKey()))
                                .contains("| `" + member.getKey() + "` | "
                                        + member.getValue()
                                                .required("description")
                                                .asString() + " |")));
    }

    /** What another browser contacted, and what it could not observe, is compared as well. */
    @Test
    void otherBrowsersContactsAreReadBack() throws IOException {
        AuditResult audit = ReportSamples.everything(Locale.GERMAN);
        SecondOpinion firefox = audit.pages().get(0).opinions().get(0);
        AuditResult alone = Audits.of(ReportSamples.clean(ReportSamples.SITE).and(List.of(firefox)));
        try (Writer file = Files.newBufferedWriter(folder.resolve(JsonReport.FILE))) {
            JsonReport.write(alone, file);
        }
        assertThat(JsonReport.read(folder.resolve(JsonReport.FILE)).pages())
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.hosts()).extracting(AuditRecord.Host::host).containsExactly("www.youtube.com");
                    assertThat(page.untested()).contains("firefox aliases");
                    assertThat(page.tested()).isTrue();
                });
    }

    private static String section(String guide, String name) {
        int begin = guide.indexOf("\n### `" + name + "`\n");
        assertThat(begin).as("a heading for " + name).isPositive();
        int end = guide.indexOf("\n### ", begin + 5);
        return guide.substring(begin, end < 0 ? guide.length() : end);
    }

    /** A constant that is added is told to readers of the form; open words need not be. */
    @Test
    void theSchemasWordsAreTheModels() throws IOException {
        JsonNode definitions = JSON.readTree(schemaText()).required("$defs");
        assertThat(words(definitions.at("/phase"))).isEqualTo(words(Phase.values()));
        assertThat(words(definitions.at("/setup/properties/phases/items"))).isEqualTo(words(AuditPhase.values()));
        assertThat(words(definitions.at("/observation/properties/weight")))
                .isEqualTo(words(Observation.Weight.values()));
        assertThat(words(definitions.at("/contact/properties/level"))).isEqualTo(words(Level.values()));
        assertThat(words(definitions.at("/contact/properties/witness"))).isEqualTo(words(Witness.values()));
        assertThat(words(definitions.at("/source/properties/kind"))).isEqualTo(words(Source.Kind.values()));
    }

    @Test
    void whatWasSeenIsToldAndLinkedByStep() throws IOException {
        JsonNode page = JSON.readTree(written(Audits.some())).at("/pages/0");
        assertThat(page.at("/url").asString()).isEqualTo(Audits.PAGE);
        assertThat(page.at("/contacts/3/step").asInt()).isEqualTo(1);
        assertThat(page.at("/steps/1/about").asString()).isEqualTo("youtube");
        assertThat(page.at("/steps/0/stored/cookies/1/expires").asString()).isEqualTo("2026-12-09T10:00:00Z");
        assertThat(page.at("/steps/3").has("stored"))
                .as("a part that broke off")
                .isFalse();
        assertThat(page.at("/observations/0/subject").asString())
                .as("a host that looks like a token")
                .isEqualTo("d2a8f3k9x1b7.cdn.example");
        assertThat(page.at("/observations/0/demands").toString()).isEqualTo("[1,2]");
        assertThat(page.at("/pictures/0/sha256").asString())
                .isEqualTo(Sha256.of(new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
        assertThat(page.at("/facts/placeholders/0/remember/0").has("contrast")).isFalse();
        assertThat(page.at("/facts/title").asString()).isEqualTo("Aktuelles – Straße");
    }

    @ParameterizedTest
    @MethodSource("audits")
    void nothingPersonalIsTold(AuditResult audit) throws IOException {
        assertThat(written(audit)).doesNotContain(ExtremeAudits.SECRETS);
    }

    /** Encoders refuse what is not well-formed, and readers what is written twice. */
    @Test
    void hostileTextsAreWrittenAsUtf8() throws IOException {
        Path file = folder.resolve(JsonReport.FILE);
        try (Writer writer = Files.newBufferedWriter(file)) {
            JsonReport.write(ExtremeAudits.hostile(), writer);
        }
        JsonNode page = JSON.readTree(Files.readAllBytes(file)).at("/pages/1");
        assertThat(page.at("/facts/title").asString())
                .startsWith("\u001b[2J\u009b31m\u202e\ufffd")
                .endsWith(" characters)")
                .hasSizeLessThan(2_050);
    }

    /** A document is never held: of ten thousand contacts no more than a part is between the model and the writer. */
    @Test
    void aBigAuditIsStreamed() throws IOException {
        AuditResult big = ExtremeAudits.big(10_000);
        Longest sink = new Longest();
        JsonReport.write(big, sink);
        assertThat(sink.all).isGreaterThan(5_000_000);
        assertThat(sink.longest).isLessThan(100_000);

        Path file = folder.resolve(JsonReport.FILE);
        try (Writer writer = Files.newBufferedWriter(file)) {
            JsonReport.write(big, writer);
        }
        assertThat(JsonReport.read(file).pages().get(0).hosts()).hasSize(500);
    }

    @Test
    void theWritersFailureIsTheCallers() {
        IOException full = new IOException("no space left");
        assertThatThrownBy(() -> JsonReport.write(ExtremeAudits.big(1_000), new Writer() {
                    @Override
                    public void write(char[] text, int from, int length) throws IOException {
                        throw full;
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                }))
                .isSameAs(full);
    }

    @Test
    void whatCanBeComparedIsReadBack() throws IOException {
        AuditRecord read = read(written(Audits.some()));
        assertThat(read.started()).isEqualTo(Audits.STARTED);
        assertThat(read.setup())
                .containsEntry("browser", "\"chrome 156.0.8078.108\"")
                .containsEntry("options.gpc", "false");
        assertThat(read.pages()).singleElement().satisfies(page -> {
            assertThat(page.url()).isEqualTo(Audits.PAGE);
            assertThat(page.tested()).isTrue();
            assertThat(page.untested()).containsExactlyInAnyOrder("wire", "not-at-rest");
            assertThat(page.hosts())
                    .hasSize(4)
                    .contains(new AuditRecord.Host(
                            Audits.PAGE, "d2a8f3k9x1b7.cdn.example", AuditRecord.Stage.BEFORE_CONSENT, ""))
                    .contains(new AuditRecord.Host(
                            Audits.PAGE, "www.youtube-nocookie.com", AuditRecord.Stage.CONSENT, "youtube"));
            assertThat(page.observations())
                    .hasSize(3)
                    .contains(new AuditRecord.Observed(Audits.PAGE, "undeclared-host", "www.gstatic.com", "youtube"));
        });
        assertThat(read(written(ExtremeAudits.hostile())).pages().get(0).tested())
                .isFalse();
        assertThat(read(written(Audits.empty())).pages()).isEmpty();
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        String whole = written(Audits.some());
        for (String none : List.of(
                "",
                "[]",
                "{}",
                "{\"audit\": 1, \"visits\": []}",
                "{\"setup\": {}, \"audit\": 2}",
                "{\"audit\": \"2\"}",
                whole.substring(0, whole.length() / 2),
                whole.replace("\"phase\" : \"load\"", "\"phase\" : \"unheard\""),
                whole.replaceFirst("\"contacts\" : \\[", "\"contacts\" : [ 1, "),
                "{\"audit\": 2, \"pages\": " + "[".repeat(100_000))) {
            assertThatThrownBy(() -> read(none))
                    .as(none.substring(0, Math.min(none.length(), 80)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("audit.json is no audit's report, or not all of one: ");
        }
        assertThatThrownBy(() -> read("{\"audit\": 1}")).hasMessageContaining("its form is version 1");
    }

    private AuditRecord read(String content) throws IOException {
        return JsonReport.read(Files.writeString(folder.resolve(JsonReport.FILE), content));
    }

    static String written(AuditResult audit) throws IOException {
        StringWriter text = new StringWriter();
        JsonReport.write(audit, text);
        return text.toString();
    }

    private static String schemaText() throws IOException {
        try (InputStream schema = JsonReport.class.getResourceAsStream("audit-2.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);
    }

    private static List<String> words(JsonNode of) {
        return of.required("enum").valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> words(Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** Counts, and keeps nothing. */
    private static final class Longest extends Writer {
        private long all;
        private int longest;

        @Override
        public void write(char[] text, int from, int length) {
            all += length;
            longest = Math.max(longest, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
