package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.format.JUnit;
import io.github.zweiklick.audit.format.Sarif;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed, what comes out, and the exit code. */
final class ScanCommandTest {
    private static final Pattern LINE = Pattern.compile("\\S+:[0-9]+:[0-9]+: .+ \\[[a-z-]+]");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private String site = "";

    @BeforeEach
    void write() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("site/sub"));
        Files.writeString(pages.resolveSibling("gut.html"), "<p>Rathaus<img src=/a.png>");
        Files.writeString(
                pages.resolve("fremd.html"),
                "<p>ä<img src=https://cdn.stadt.example/a.png?key=9f8e7d6c5b4a39281706f5e4d3c2b1a0>\n"
                        + "<iframe src='https://www.youtube.com/embed/abcdefghijk'></iframe>");
        site = folder.resolve("site").toString();
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] words = new String[arguments.length + 1];
        words[0] = "scan";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        return Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @Test
    void theExitCodeTellsWhatWasFound() {
        assertThat(run(site)).isEqualTo(1);
        assertThat(out.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).matches(LINE));
        assertThat(err.toString()).startsWith("2 scanned, 2 foreign\nNamed most: ");

        assertThat(run("--fail-on", "none", site)).isZero();
        assertThat(run(site + "/gut.html")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualTo("1 scanned, 0 foreign\n");

        assertThat(run("--fail-on=none", site, site + "/fort.html")).isEqualTo(2);
        assertThat(err.toString()).contains("/fort.html: not scanned: there is no such file", ", 1 not scanned");
        assertThat(out.toString().lines()).as("the others are told").hasSize(2);
    }

    @Test
    void hostsCanBeDeclaredTheSitesOwn() throws IOException {
        assertThat(run("--first-party", "*.stadt.example,www.youtube.com", site))
                .isZero();
        Path config = Files.writeString(
                folder.resolve("zweiklick.json"),
                "{\"own\": [{\"host\": \"cdn.stadt.example\", \"reason\": \"ours\"}, {\"host\": \"www.youtube.com\","
                        + " \"reason\": \"ours too\"}]}");
        assertThat(run("--config", config, site)).isZero();
        assertThat(run("--exclude", "sub", site)).isZero();
        assertThat(run("--include", "gut.*", site)).isZero();
        assertThat(err.toString()).startsWith("1 scanned");
    }

    @Test
    void eachFormatGoesToStandardOutputAlone() throws Exception {
        assertThat(run("--format=sarif", site)).isEqualTo(1);
        JsonNode results = Sarif.run(out.toString()).required("results");
        assertThat(Sarif.texts(results, "/ruleId")).containsExactly("resource", "embed");
        assertThat(results.at("/0/locations/0/physicalLocation/region/startColumn")
                        .asInt())
                .isEqualTo(5);

        assertThat(run("--format=JUnit", site)).isEqualTo(1);
        assertThat(JUnit.read(out.toString()).getAttribute("failures")).isEqualTo("1");

        assertThat(run("--format=json", site)).isEqualTo(1);
        JsonNode scan = JsonMapper.shared().readTree(out.toString());
        assertThat(scan.at("/foreign").asInt()).isEqualTo(2);
        JsonNode found = scan.at("/scanned/1/found");
        assertThat(found.at("/0/line").asInt()).isEqualTo(1);
        assertThat(found.at("/0/start").asInt()).isEqualTo(5);
        assertThat(found.at("/0/hosts").toString()).isEqualTo("[\"cdn.stadt.example\"]");
        assertThat(found.at("/1/service").asString()).isEqualTo("youtube");
        assertThat(found.at("/1/loadable").asBoolean()).isTrue();
        assertThat(out.toString()).doesNotContain("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
    }

    /** Every member that is written stands in the guide. */
    @Test
    void theGuideTellsEveryMember() throws IOException {
        assertThat(run("--format=json", site, site + "/fort.html")).isEqualTo(2);
        Set<String> members = new TreeSet<>();
        collect(JsonMapper.shared().readTree(out.toString()), members);
        String guide = Files.readString(Path.of("../docs/scanning.md"));
        assertThat(members)
                .contains("excerpt", "error")
                .allSatisfy(member -> assertThat(guide).contains("`" + member + "`"));
    }

    @Test
    void theGuideTellsEveryRule() throws Exception {
        assertThat(run("--format=sarif", site)).isEqualTo(1);
        List<String> rules = Sarif.texts(Sarif.run(out.toString()).at("/tool/driver/rules"), "/id");
        String guide = Files.readString(Path.of("../docs/scanning.md"));
        String told = guide.substring(guide.indexOf("| rule |"), guide.indexOf("Notes make nothing fail"));
        assertThat(rules).allSatisfy(rule -> assertThat(told).contains("`" + rule + "`"));
    }

    private static void collect(JsonNode node, Set<String> into) {
        node.properties().forEach(member -> {
            into.add(member.getKey());
            collect(member.getValue(), into);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, into));
        }
    }

    @Test
    void filesAndFoldersAreWritten() throws IOException {
        Path report = folder.resolve("x.sarif");
        assertThat(run("--format=sarif", "--out", report, site)).isEqualTo(1);
        assertThat(Sarif.run(Files.readString(report)).required("results")).hasSize(2);
        assertThat(out.toString().lines()).as("the log tells too").hasSize(2);

        Path reports = folder.resolve("berichte/neu");
        assertThat(run("--format=text,json,sarif,junit", "--out", reports, site))
                .isEqualTo(1);
        for (String file : List.of("scan.txt", "scan.json", "scan.sarif", "scan.junit.xml")) {
            assertThat(reports.resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(reports.resolve("scan.txt"))).isEqualTo(out.toString());

        assertThat(run("--format=junit", "--out", reports, site)).isEqualTo(1);
        assertThat(run("--out", folder.resolve("fort/x.txt"), site)).isEqualTo(2);
        assertThat(err.toString()).contains("Could not be done: NoSuchFileException: ");
    }

    @ParameterizedTest
    @CsvSource({
        "--fail-on=none, Missing required parameter",
        "'--exclude=x ', an empty path",
        "'--format=text,json x', several need a folder: --out DIR",
        "--format=pdf x, 'expected one of'",
        "--first-party=http://x x, a host is written like",
        "--include=[ x, --include [: ",
        "--fail-on=alles x, 'expected one of'",
        "--config=fort.json x, --config fort.json: ",
        "https://[x/, write an address such as",
        "https://ich:geheim@stadt.example/, a user name or password"
    })
    void wrongArgumentsAreNamed(String arguments, String message) {
        assertThat(run((Object[]) arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("geheim");
        assertThat(out.toString()).isEmpty();
    }
}
