package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.SiteRequest;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.selftest.Results;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Firefox and WebKit beside Chromium, on pages that differ by browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecondOpinionTest {
    private static final String ORIGIN = "http://www.zweitmeinung.test";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ContactHarness harness;
    private Path state = Path.of("");

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        state = folder;
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        assumeTrue(ContactHarness.hasFirefox(), "Firefox is not installed");
        harness = ContactHarness.start();
        Results.keepChromium(state);
        harness.serve("www.zweitmeinung.test", SecondOpinionTest::answer);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    private static SiteResponse answer(SiteRequest request) {
        String agent = request.header("User-Agent").orElse("");
        boolean firefox = agent.contains("Firefox/");
        return switch (request.path()) {
            case "/" ->
                page("<img src=http://alle.test/x.png>"
                        + (firefox
                                ? "<link rel=dns-prefetch href=//nur-firefox.test><img src='http://auch-firefox.test/?mail=anna@muster.test'>"
                                : agent.contains("Chrome/") ? "" : "<img src=http://nur-webkit.test/x.png>"));
            case "/kaputt" -> firefox ? error() : page("<img src=http://alle.test/x.png>");
            // What a policy stops is no contact, in whichever browser.
            default ->
                page("<p>Hier ist nichts.<img src=http://gesperrt.test/x.png>")
                        .with("Content-Security-Policy", firefox && !isAsAsked(request) ? "" : "img-src data:");
        };
    }

    /** With the cookie and the signal that the browser was to have from the start. */
    private static boolean isAsAsked(SiteRequest request) {
        return request.header("Cookie").orElse("").contains("sitzung=geheim123")
                && request.header("Sec-GPC").orElse("").equals("1");
    }

    private static SiteResponse error() {
        SiteResponse text = page("<p>Kaputt.");
        return new SiteResponse(500, text.fields(), text.body());
    }

    private static SiteResponse page(String content) {
        return SiteResponse.page("<!doctype html><title>Zweitmeinung</title><link rel=icon href=data:,>" + content);
    }

    @Test
    void whatOnlyOtherBrowsersContactIsFoundAndWhatAllContactIsOneFinding(@TempDir Path folder) throws IOException {
        assumeTrue(ContactHarness.hasWebKit(), "WebKitGTK is not installed");
        Path report = folder.resolve("bericht");
        assertThat(run(
                        "--second-opinion=firefox,webkit",
                        "--phases=load",
                        "--keep-raw=1",
                        "--out=" + report,
                        "--language=en",
                        ORIGIN + "/"))
                .as("%s", err)
                .isEqualTo(1);

        JsonNode audit = JsonMapper.shared().readTree(Files.readString(report.resolve(JsonReport.FILE)));
        assertThat(valid(audit)).isEmpty();
        assertThat(audit.required("whole").asBoolean()).isTrue();
        assertThat(audit.at("/setup/secondOpinions").toString()).isEqualTo("[\"firefox\",\"webkit\"]");
        assertThat(found(audit))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "alle.test", "also [\"firefox\",\"webkit\"]",
                        "nur-firefox.test", "in \"firefox\"",
                        "auch-firefox.test", "in \"firefox\"",
                        "nur-webkit.test", "in \"webkit\""));
        assertThat(audit.at("/pages/0/opinions")
                        .valueStream()
                        .map(one -> one.required("version").asString().replaceAll(" .*", "")))
                .containsExactly("firefox", "MiniBrowser");
        assertThat(audit.at("/pages/0/opinions/0/contacts").toString())
                .contains("\"level\":\"dns\"", "\"level\":\"socket\"", "\"level\":\"request\"", "moz-log")
                .doesNotContain("anna");
        assertThat(audit.at("/pages/0/opinions/1/untested").toString()).contains("timings");
        assertThat(audit.at("/pages/0/opinions/0/steps/0/number").asInt()).isEqualTo(1);

        assertThat(report.resolve("report.txt"))
                .content()
                .contains("nur-firefox.test (only in Firefox)", "alle.test (also in Firefox, WebKit)");
        assertThat(report.resolve("report.html"))
                .content()
                .contains("Other browsers", "nur-webkit.test", "No self-test stands for these browsers")
                .doesNotContain("anna");
        assertThat(report.resolve("report.sarif"))
                .content()
                .contains("alle.test (Load), also in Firefox, WebKit", "nur-webkit.test (Load), only in WebKit");
        assertThat(report.resolve("raw")).isDirectoryContaining("glob:**page-0001-firefox-delete-*.log");
        assertThat(execute("verify", report.toString())).as("%s", err).isZero();
    }

    @Test
    void anOpinionThatFailsLeavesTheFirstBrowsersResultAndCountsAsNotTested() {
        assertThat(run("--second-opinion=firefox", "--phases=load", "--format=json", ORIGIN + "/kaputt"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("/kaputt: in Firefox: the site answered with status 500");
        JsonNode audit = JsonMapper.shared().readTree(out.toString());
        assertThat(audit.required("whole").asBoolean()).isFalse();
        assertThat(found(audit)).containsExactlyEntriesOf(Map.of("alle.test", ""));
        assertThat(audit.at("/pages/0").has("failure")).isFalse();
        assertThat(audit.at("/pages/0/opinions/0/failure").asString()).contains("status 500");
    }

    @Test
    void aPageOnWhichNobodyIsContactedIsCleanInAllOfThem(@TempDir Path folder) throws IOException {
        Path login = Files.writeString(folder.resolve("anmeldung.txt"), ORIGIN + "/ sitzung=geheim123\n");
        assertThat(run("--second-opinion=present", "--gpc", "--login-cookie=" + login, ORIGIN + "/leer"))
                .as("%s%s", out, err)
                .isZero();
        assertThat(out.toString())
                .contains(
                        "in Firefox (firefox ",
                        ": no foreign host seen before consent (load, scroll, hover, idle, leave)")
                .doesNotContain("geheim123");
        if (ContactHarness.hasWebKit()) {
            assertThat(out.toString())
                    .contains("in WebKit (MiniBrowser ", "cannot be given (--gpc)", "cannot be given (--login-cookie)");
        }
    }

    private static Map<String, String> found(JsonNode audit) {
        Map<String, String> found = new TreeMap<>();
        audit.at("/pages/0/observations")
                .valueStream()
                .filter(one -> one.required("kind").asString().equals("contact"))
                .forEach(one -> found.merge(
                        one.required("subject").asString(),
                        (one.has("in") ? "in " + one.path("in") : "")
                                + (one.has("also") ? "also " + one.path("also") : ""),
                        (first, again) -> first + " twice"));
        return found;
    }

    private static Iterable<?> valid(JsonNode audit) throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(JsonReport.class.getResourceAsStream("audit-2.schema.json"), "the schema")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(audit);
        }
    }

    private int run(String... arguments) {
        return execute(Stream.concat(Stream.of("visit", "--state", state.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
