package io.github.zweiklick.audit.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.result.AuditVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfTestRecordTest {

    @TempDir
    private Path folder;

    private Path browser = Path.of("");
    private Path state = Path.of("");

    @BeforeEach
    void installBrowser() throws IOException {
        browser = Files.writeString(folder.resolve("chromium"), "executable");
        state = folder.resolve("state").resolve("zweiklick-audit");
    }

    @Test
    void whatWasPassedIsFoundAgain() throws IOException {
        SelfTestResult passed = Results.passed(browser, Extent.FULL);
        SelfTestRecord.keep(passed, state);

        assertThat(found()).contains(passed);
    }

    @Test
    void nothingWasPassedYet() {
        assertThat(found()).isEmpty();
        assertThat(SelfTestRecord.find(folder.resolve("none"), Results.VERSION, state))
                .isEmpty();
    }

    @Test
    void anUpdatedBrowserHasPassedNothing() throws IOException {
        SelfTestRecord.keep(Results.passed(browser, Extent.FULL), state);

        assertThat(SelfTestRecord.find(browser, "chrome 151.0.0.0", state)).isEmpty();
        Files.setLastModifiedTime(browser, FileTime.from(Instant.parse("2026-12-01T00:00:00Z")));
        assertThat(found()).isEmpty();
    }

    @Test
    void anotherVersionOfTheAuditHasTestedNothing() throws IOException {
        SelfTestRecord.keep(Results.passed(browser, Extent.FULL), state);
        rewrite("\"audit\" : \"" + AuditVersion.NUMBER + "\"", "\"audit\" : \"0.0.1\"");

        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{\"selfTest\": 1}", "{\"selfTest\": 2}", "\u0000\u0001"})
    void aDamagedRecordIsNone(String text) throws IOException {
        SelfTestRecord.keep(Results.passed(browser, Extent.FULL), state);
        Files.writeString(record(), text);

        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load dns", "namespace", "2026-11-29T20:27:19Z", "reported"})
    void aRecordWithAnUnknownWordIsNone(String word) throws IOException {
        SelfTestRecord.keep(Results.passed(browser, Extent.FULL), state);
        rewrite("\"" + word + "\"", "\"so\"");

        assertThat(found()).isEmpty();
    }

    /** A record is not believed because it says so itself. */
    @Test
    void aRecordOfAMissIsNone() throws IOException {
        SelfTestRecord.keep(Results.passed(browser, Extent.FULL), state);
        rewrite("\"reported\"", "\"missed\"");

        assertThat(Files.readString(record())).contains("\"passed\" : true");
        assertThat(found()).isEmpty();
    }

    @Test
    void aMissIsNotKeptAndForgetsWhatWas() throws IOException {
        SelfTestRecord.keep(Results.passed(browser, Extent.FULL), state);
        SelfTestRecord.keep(Results.missed(browser), state);

        assertThat(found()).isEmpty();
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aShortOneDoesNotTakeAWholeOnesPlace() throws IOException {
        SelfTestRecord.keep(Results.passed(browser, Extent.SHORT), state);
        assertThat(found()).map(SelfTestResult::extent).contains(Extent.SHORT);

        SelfTestRecord.keep(Results.passed(browser, Extent.FULL), state);
        SelfTestRecord.keep(Results.passed(browser, Extent.SHORT), state);
        assertThat(found()).map(SelfTestResult::extent).contains(Extent.FULL);
    }

    @Test
    void theFolderIsTheOneOfTheSpecification() {
        assertThat(SelfTestRecord.folder(Map.of("XDG_STATE_HOME", "/var/state")))
                .isEqualTo(Path.of("/var/state/zweiklick-audit"));
        Path standard = Path.of(System.getProperty("user.home"), ".local", "state", "zweiklick-audit");
        assertThat(SelfTestRecord.folder(Map.of())).isEqualTo(standard);
        assertThat(SelfTestRecord.folder(Map.of("XDG_STATE_HOME", "relative"))).isEqualTo(standard);
    }

    private Optional<SelfTestResult> found() {
        return SelfTestRecord.find(browser, Results.VERSION, state);
    }

    private void rewrite(String from, String to) throws IOException {
        String text = Files.readString(record());
        assertThat(text).contains(from);
        Files.writeString(record(), text.replace(from, to));
    }

    private Path record() throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return files.findFirst().orElseThrow();
        }
    }
}
