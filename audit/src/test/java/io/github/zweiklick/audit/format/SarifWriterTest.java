package io.github.zweiklick.audit.format;

import static io.github.zweiklick.audit.format.CheckSamples.checked;
import static io.github.zweiklick.audit.format.CheckSamples.failed;
import static io.github.zweiklick.audit.format.CheckSamples.note;
import static io.github.zweiklick.audit.format.CheckSamples.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** SARIF as code hosts read it. */
final class SarifWriterTest {

    private static JsonNode run(Checked... checked) throws IOException {
        StringWriter text = new StringWriter();
        SarifWriter.write(CheckSamples.of(checked), text);
        return Sarif.run(text.toString());
    }

    private static List<String> fingerprints(JsonNode run) {
        return Sarif.texts(run.required("results"), "/partialFingerprints/zweiklickProblem~1v1");
    }

    @Test
    void aResultSaysWhatWhereAndHowGrave() throws IOException {
        JsonNode run = run(checked("a/b.html", problem("x.example", 12), note()));
        JsonNode result = run.at("/results/0");
        assertThat(result.at("/ruleId").asString()).isEqualTo("frame");
        assertThat(result.at("/level").asString()).isEqualTo("error");
        assertThat(result.at("/message/text").asString()).isEqualTo("<iframe src> contacts x.example");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("a/b.html");
        assertThat(place.at("/region").toString())
                .isEqualTo("{\"startLine\":12,\"startColumn\":3,\"endLine\":13,\"endColumn\":9}");
        assertThat(run.at("/results/1/level").asString()).isEqualTo("note");
        assertThat(run.at("/results/1/locations/0/physicalLocation").has("region"))
                .isFalse();
        assertThat(run.at("/columnKind").asString()).isEqualTo("unicodeCodePoints");
        assertThat(Sarif.texts(run.at("/tool/driver/rules"), "/help/text"))
                .containsExactly("Take it out.", "Look at it.");
        assertThat(run.at("/automationDetails/id").asString()).isEqualTo("zweiklick-scan/");
    }

    @Test
    void whatCouldNotBeLookedAtIsANotification() throws IOException {
        JsonNode run = run(checked("a.html"), failed("b.html", "no such file"));
        JsonNode invocation = run.at("/invocations/0");
        assertThat(invocation.at("/executionSuccessful").asBoolean()).isFalse();
        assertThat(Sarif.texts(invocation.required("toolExecutionNotifications"), "/message/text"))
                .containsExactly("no such file", "a notice");
        assertThat(Sarif.texts(
                        invocation.required("toolExecutionNotifications"),
                        "/locations/0/physicalLocation/artifactLocation/uri"))
                .containsOnly("b.html");
        assertThat(run.required("results")).isEmpty();
        assertThat(run(checked("a.html"))
                        .at("/invocations/0/executionSuccessful")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void fingerprintsStayWhenLinesMove() throws IOException {
        List<String> before = fingerprints(run(checked("a", problem("x", 1), problem("y", 2), problem("x", 3))));
        assertThat(before).doesNotHaveDuplicates();
        assertThat(fingerprints(run(checked("a", problem("x", 7), problem("y", 80), problem("x", 90)))))
                .isEqualTo(before);
        assertThat(fingerprints(run(checked("a", problem("z", 1), problem("x", 2), problem("y", 3), problem("x", 4))))
                        .subList(1, 4))
                .as("something else stands before")
                .isEqualTo(before);
        assertThat(fingerprints(run(checked("a", problem("z", 1))))).doesNotContainAnyElementsOf(before);
    }

    @Test
    void hostileTextsAreText() throws IOException {
        Problem problem =
                new Problem("frame", Problem.Level.ERROR, CheckSamples.HOSTILE, Optional.empty(), CheckSamples.HOSTILE);
        JsonNode run = run(checked(CheckSamples.HOSTILE, problem), failed("x", CheckSamples.HOSTILE));
        String message = run.at("/results/0/message/text").asString();
        assertThat(message).contains("\u001b[2J", "\ufffd\u202e", "[a] (b)", "\ud83c\udf89");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(message)).isTrue();
    }

    @Test
    void addressesAreAsTheStandardHasThem() {
        assertThat(Uris.legal("https://x.example/a b|ü?q={\"}&p=%20#[1]"))
                .isEqualTo("https://x.example/a%20b%7C%C3%BC?q=%7B%22%7D&p=%20#[1]");
        assertThat(Uris.relative(Path.of("a b", "100%", "c:d?.html"))).isEqualTo("a%20b/100%25/c%3Ad%3F.html");
    }
}
