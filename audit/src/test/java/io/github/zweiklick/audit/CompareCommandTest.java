package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.result.PageResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two audits' reports, compared. */
final class CompareCommandTest {
    private static final String PAGE = "https://www.musterstadt.example/";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void whatIsNewIsSaidFirst() throws IOException {
        Path old = audit("old", Reports.page(PAGE, "alt.example", "immer.example"));
        Path later = audit("new", Reports.page(PAGE, "immer.example", "neu.example"));
        assertThat(run("compare", old, later)).isEqualTo(1);
        assertThat(out.toString().lines().skip(2))
                .containsExactly(
                        "New contact: neu.example before consent: " + PAGE,
                        "New finding: storage cookie: neu.example: " + PAGE,
                        "Gone: contact with alt.example before consent: " + PAGE,
                        "Gone: storage cookie: alt.example: " + PAGE,
                        "Still there: 1 contacts, 2 findings");
    }

    @Test
    void whereNothingIsNewThatIsSaid() throws IOException {
        Path old = audit("old", Reports.page(PAGE, "alt.example"), Reports.page(PAGE + "2"));
        Path later = audit("new", Reports.page(PAGE), Reports.page(PAGE + "3"));
        assertThat(run("compare", old, later.resolve(JsonReport.FILE))).isZero();
        assertThat(out.toString())
                .contains("Nothing new on 1 page that both tested")
                .contains("Not compared, since not both tested it: " + PAGE + "2")
                .contains("Not compared, since not both tested it: " + PAGE + "3");
    }

    @Test
    void programsReadItAsJson() throws IOException {
        Path old = audit("old", Reports.page(PAGE, "alt.example"));
        Path later = audit("new", Reports.page(PAGE, "neu.example"));
        assertThat(run("compare", "--format", "json", old, later)).isEqualTo(1);
        JsonNode told = JsonMapper.shared().readTree(out.toString());
        assertThat(told.at("/news").asBoolean()).isTrue();
        assertThat(told.at("/hosts/added/0")).isEqualTo(JsonMapper.shared().readTree("""
                        {"page": "%s", "host": "neu.example", "stage": "before-consent", "about": ""}""".formatted(PAGE)));
        assertThat(told.at("/observations/gone").size()).isEqualTo(2);
        assertThat(told.at("/pages/0").asString()).isEqualTo(PAGE);
    }

    @Test
    void whatCannotBeComparedIsNoAnswer() throws IOException {
        Path old = audit("old", Reports.page(PAGE));
        assertThat(run("compare", old, audit("other", Reports.page(PAGE + "other"))))
                .isEqualTo(2);
        assertThat(out.toString()).contains("Nothing was compared: there is no page that both tested");

        assertThat(run("compare", old, folder.resolve("none"))).isEqualTo(2);
        assertThat(err.toString()).contains("NoSuchFileException").contains("none");

        Path none = Files.createDirectory(folder.resolve("empty"));
        Files.writeString(none.resolve(JsonReport.FILE), "{}");
        assertThat(run("compare", none, old)).isEqualTo(2);
        assertThat(err.toString()).contains("is no audit's report");

        Path gpc = audit("gpc", Reports.page(PAGE));
        Path file = gpc.resolve(JsonReport.FILE);
        Files.writeString(file, Files.readString(file).replace("\"gpc\" : false", "\"gpc\" : true"));
        assertThat(run("compare", old, gpc)).isEqualTo(2);
        assertThat(out.toString()).contains("cannot be compared", "options.gpc: false then, true now");
        assertThat(run("compare", "--format=json", old, gpc)).isEqualTo(2);
        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .at("/refused/0/member")
                        .asString())
                .isEqualTo("options.gpc");
        assertThat(run("compare", "--format=html", old, gpc)).isEqualTo(2);
        assertThat(err.toString()).contains("a comparison is text or json");
    }

    private Path audit(String name, PageResult... pages) throws IOException {
        Path report = folder.resolve(name);
        Reports.write(report, Reports.audit(Instant.EPOCH, pages));
        return report;
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }
}
