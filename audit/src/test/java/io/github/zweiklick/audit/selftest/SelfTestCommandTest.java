package io.github.zweiklick.audit.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.selftest.SelfTestOutcome.NotRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SelfTestCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path browser = Path.of("");

    @BeforeEach
    void installBrowser() throws IOException {
        browser = Files.writeString(folder.resolve("chromium"), "executable");
    }

    @Test
    void passedIsZeroAndKept() throws IOException {
        assertThat(run(Results.passed(browser, Extent.FULL))).isZero();
        assertThat(out.toString())
                .startsWith("chrome 150.0.7871.100 (" + browser + "), full, in a network namespace: passed")
                .contains("2 vectors: 1 seen by the servers and reported, 0 missed, 1 contacted nobody, 0 not tested")
                .contains("  reported   img                      Picture: load dns socket")
                .contains("  nobody     video                    Video: why is not known");
        assertThat(SelfTestRecord.find(browser, Results.VERSION, folder)).isPresent();
    }

    @Test
    void missedIsOneAndNamedAndNotKept() throws IOException {
        assertThat(run(Results.missed(browser), "--short")).isEqualTo(1);
        assertThat(out.toString())
                .contains(": NOT PASSED")
                .contains(
                        "  MISSED     img                      Picture: load socket (the servers saw: load dns socket)");
        assertThat(SelfTestRecord.find(browser, Results.VERSION, folder)).isEmpty();
    }

    @Test
    void notRunIsTwoAndSaysWhy() {
        assertThat(run(new NotRun("there is no browser"))).isEqualTo(2);
        assertThat(err.toString()).contains("Could not test: there is no browser");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theJsonHoldsEveryVector() throws IOException {
        assertThat(run(Results.missed(browser), "--format", "json")).isEqualTo(1);
        JsonNode document = JsonMapper.shared().readTree(out.toString());
        assertThat(document.at("/passed").asBoolean()).isFalse();
        assertThat(document.at("/browser/version").asString()).isEqualTo(Results.VERSION);
        assertThat(document.at("/vectors/0/outcome").asString()).isEqualTo("missed");
        assertThat(document.at("/vectors/0/seen").toString()).isEqualTo("[\"load dns\",\"load socket\"]");
        assertThat(document.at("/vectors/0/missed").toString()).isEqualTo("[\"load socket\"]");
    }

    @Test
    void extentAndModeAreAsAskedFor() throws IOException {
        SelfTestResult passed = Results.passed(browser, Extent.SHORT);
        SelfTestCommand command = new SelfTestCommand((extent, mode, progress) -> {
            assertThat(extent).isEqualTo(Extent.SHORT);
            assertThat(mode).contains(Mode.LOOPBACK);
            return passed;
        });

        assertThat(execute(command, "--short", "--mode", "loopback")).isZero();
    }

    @Test
    void aWrongOptionIsTwo() {
        assertThat(run(new NotRun("not reached"), "--mode", "elsewhere")).isEqualTo(2);
        assertThat(err.toString()).contains("Invalid value for option '--mode'");
    }

    private int run(SelfTestOutcome outcome, String... arguments) {
        return execute(
                new SelfTestCommand((extent, mode, progress) -> {
                    assertThat(mode).isEqualTo(Optional.empty());
                    return outcome;
                }),
                arguments);
    }

    private int execute(SelfTestCommand command, String... arguments) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("--state", folder.toString()),
                                java.util.stream.Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
