package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.selftest.Results;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on pages whose contacts are known. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VisitCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ContactHarness harness;

    private Path state = Path.of("");

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        state = folder;
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        harness = ContactHarness.start();
        StadtSite.serve(harness);
        Results.keepChromium(state);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void tellsWhomAPageContactsWhenAndHow() {
        assertThat(run("visit", "--format", "json", "--first-party", "beispielhausen.test", StadtSite.ORIGIN + "/"))
                .isEqualTo(1);
        JsonNode visit = JsonMapper.shared().readTree(out.toString()).at("/pages/0");
        assertThat(hosts(visit.required("contacts"))).containsExactlyElementsOf(StadtSite.CONTACTED);
        assertThat(hosts(visit.required("firstParty"))).containsExactly("beispielhausen.test", StadtSite.HOST);
        assertThat(visit.required("contacts")
                        .valueStream()
                        .filter(contact -> contact.required("host").asString().equals("nachbarstadt.test"))
                        .map(contact -> contact.required("phase").asString()))
                .containsOnly("scroll");
        assertThat(visit.required("contacts")
                        .valueStream()
                        .filter(contact -> contact.required("host").asString().equals("nachbarstadt.test"))
                        .map(contact -> contact.required("level").asString()))
                .contains("dns", "socket", "request");
        assertThat(visit.at("/untested/0/kind").asString()).isEqualTo("wire");
    }

    @Test
    void onlyWhatIsAskedForIsDone() {
        assertThat(run("visit", "--phases", "load", StadtSite.ORIGIN + "/")).isEqualTo(1);
        assertThat(out.toString())
                .contains("www.youtube.com: load dns", "beispielhausen.test: load dns")
                .doesNotContain("nachbarstadt.test");
    }

    @Test
    void aPageThatContactsNobodyIsSaidToHaveBeenSeenAsOne() {
        assertThat(run("visit", StadtSite.ORIGIN + "/leer")).isZero();
        assertThat(out.toString()).contains("/leer (status 200): no foreign host seen", "not tested: DNS questions");
    }

    @Test
    void scriptsCanBeLeftOut() {
        assertThat(run("visit", "--no-js", "--phases", "load", StadtSite.ORIGIN + "/"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("www.youtube.com: load dns")
                .contains("(status 200)")
                .doesNotContain("platform.twitter.com");
    }

    @Test
    void whatCannotBeOpenedIsNamedAndTheOthersAreTold() {
        assertThat(run("visit", "http://127.0.0.1:9/", "http://127.0.0.1:8099/x", StadtSite.ORIGIN + "/leer"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("Could not test: http://127.0.0.1:9/: ", "Could not test: http://127.0.0.1:8099/x: ");
        assertThat(out.toString()).contains("/leer (status 200): no foreign host seen");
    }

    /** A site that refuses the browser is not one that contacts nobody. */
    @Test
    void anErrorPageIsNoPage() {
        assertThat(run("visit", "--phases", "load", StadtSite.ORIGIN + "/fort")).isEqualTo(2);
        assertThat(err.toString()).contains("/fort: the site answered with status 404");
        assertThat(out.toString()).contains("/fort (status 404): ");
    }

    @Test
    void whereAPageLeadsIsTold() {
        assertThat(run("visit", "--phases", "load", StadtSite.ORIGIN + "/umgezogen"))
                .isZero();
        assertThat(out.toString()).contains("/umgezogen (status 200, led to " + StadtSite.ORIGIN + "/leer): ");
    }

    @ParameterizedTest
    @CsvSource({
        "stadt.example, stadt.example: write an address",
        "file:///etc/hosts, file:///etc/hosts: write an address",
        "--first-party=http://x http://stadt.example, a host is written like",
        "--format=inspection http://stadt.example, 'needs a folder: --out DIR'",
        "--format=docx http://stadt.example, 'expected one of'",
        "--keep-raw=3 http://stadt.example, 'need a folder: --out DIR'",
        "--viewport=12 http://stadt.example, a size is written like 1280x900",
        "--language=fr http://stadt.example, reports are written in de or en",
        "--zone=Mond http://stadt.example, a time zone is written like Europe/Berlin",
        "--locale=de, no page is named",
    })
    void wrongArgumentsAreNamed(String arguments, String message) {
        String[] words = ("visit " + arguments).split(" ");
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderHoldsTheReportAndItsSums(@TempDir Path folder) throws IOException {
        Path trusted = Files.writeString(
                folder.resolve("vertraut.txt"), "# geprüft\nfonts.googleapis.com Auftragsverarbeitung vom 1. März\n");
        Path login = Files.writeString(folder.resolve("anmeldung.txt"), StadtSite.ORIGIN + "/ sitzung=geheim123\n");
        Path out = folder.resolve("bericht");
        assertThat(run(
                        "visit",
                        "--out=" + out,
                        "--keep-raw=3",
                        "--trusted=" + trusted,
                        "--login-cookie=" + login,
                        "--file-number=Az. 17",
                        "--phases=load",
                        "--gpc",
                        StadtSite.ORIGIN + "/"))
                .isEqualTo(1);
        assertThat(run("verify", out.toString())).as("%s", err).isZero();
        JsonNode audit = JsonMapper.shared().readTree(Files.readString(out.resolve("audit.json")));
        assertThat(audit.at("/file/fileNumber").asString()).isEqualTo("Az. 17");
        assertThat(audit.at("/pages/0/observations")
                        .valueStream()
                        .map(one -> one.path("subject").asString()))
                .contains("www.youtube.com")
                .doesNotContain("fonts.googleapis.com", "sitzung");
        assertThat(out.resolve("inspection.json")).exists();
        assertThat(out.resolve("report.pdf")).isNotEmptyFile();
        assertThat(out.resolve("raw")).isDirectoryContaining("glob:**page-0001-*");
        for (String file : List.of("audit.json", "inspection.json", "report.html", "report.txt", "manifest.json")) {
            assertThat(out.resolve(file)).content().doesNotContain("geheim123");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--trusted, fremd.test, 'line 1: write the reason behind the host'",
        "--trusted, http://fremd.test/ x, 'line 1: a host is written like'",
        "--login-cookie, http://stadt.test geheim123, 'line 1: a cookie is written like'",
        "--list, stadt.test, 'line 1: write an address such as'"
    })
    void filesAreReadByLines(String option, String content, String message, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("datei.txt"), content);
        assertThat(run("visit", option, file.toString(), "http://stadt.test/")).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("geheim123");
        assertThat(run("visit", option, file + ".fehlt", "http://stadt.test/")).isEqualTo(2);
        assertThat(err.toString()).contains("it cannot be read");
    }

    /** Nobody was seen to be contacted by a browser of which it is not known what is seen. */
    @Test
    void withoutASelfTestNothingIsProven(@TempDir Path elsewhere) {
        String[] visit = {
            "visit",
            "--phases",
            "load",
            "--state",
            elsewhere.toString(),
            "--self-test",
            "never",
            StadtSite.ORIGIN + "/leer"
        };
        assertThat(execute(visit)).isEqualTo(2);
        assertThat(err.toString()).contains("Could not test: the browser has passed no self-test");
        assertThat(out.toString())
                .contains(
                        "Could not test: the browser has passed no self-test",
                        "/leer (status 200): no foreign host seen");
    }

    /** What the site declares is read from its own configuration, and nothing else of it. */
    @Test
    void theSitesOwnHostsStandBesideTheVerdict(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("zweiklick.json"), """
                {
                  // Vom Betreiber gepflegt.
                  "own": [{"host": "fonts.googleapis.com", "reason": "Schriften", "contract": "AVV 7"}],
                  "feeds": {"sources": {"x": {"kind": "x", "token": "${GIBT_ES_HIER_NICHT}"}}}
                }""");
        assertThat(run("visit", "--phases=load", "--format=json", "--config=" + config, StadtSite.ORIGIN + "/"))
                .as("%s", err)
                .isEqualTo(1);
        JsonNode audit = JsonMapper.shared().readTree(out.toString());
        assertThat(audit.at("/setup/trusted/0").toString()).contains("fonts.googleapis.com", "Schriften (AVV 7)");
        assertThat(audit.at("/setup/configuration").asString()).hasSize(64);
        assertThat(audit.at("/pages/0/observations")
                        .valueStream()
                        .map(one -> one.path("subject").asString()))
                .contains("www.youtube.com")
                .doesNotContain("fonts.googleapis.com");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"own\": [{\"hots\": \"x.test\"}]}', hots",
        "'{\"own\": ', 'line 1: it is no JSON'",
        "'[]', 'it is no JSON object'"
    })
    void aConfigurationThatIsWrongIsNamed(String content, String message, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("zweiklick.json"), content);
        assertThat(run("visit", "--config", file.toString(), "http://stadt.test/"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--config", "zweiklick.json", message);
    }

    @Test
    void aSelfTestComesFirstAndIsKept(@TempDir Path elsewhere) {
        String[] visit = {"visit", "--phases", "load", "--state", elsewhere.toString(), StadtSite.ORIGIN + "/leer"};
        assertThat(execute(visit)).as("%s", err).isZero();
        assertThat(err.toString()).contains("a short one comes first");
        assertThat(execute(visit)).isZero();
        assertThat(err.toString()).doesNotContain("comes first");
    }

    private int run(String... arguments) {
        return execute(
                arguments[0].equals("visit")
                        ? Stream.concat(
                                        Stream.of("visit", "--state", state.toString()),
                                        Stream.of(arguments).skip(1))
                                .toArray(String[]::new)
                        : arguments);
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static Set<String> hosts(JsonNode contacts) {
        Set<String> hosts = new TreeSet<>();
        contacts.valueStream()
                .forEach(contact -> hosts.add(contact.required("host").asString()));
        return hosts;
    }
}
