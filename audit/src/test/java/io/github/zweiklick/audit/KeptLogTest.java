package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.report.RawLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The browser's log is there to be kept when it is whole, and then it is gone. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeptLogTest {
    private ContactHarness harness;

    @TempDir
    Path report;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        harness = ContactHarness.start();
        StadtSite.serve(harness);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void aWholeLogIsKeptAndItsOriginalGoes() throws IOException {
        RawLogs raw = RawLogs.in(report, 30, Clock.systemUTC());
        List<Path> logs = new ArrayList<>();
        try (Visit visit = harness.chromium(BrowserOptions.standard())) {
            visit.onLog(log -> {
                logs.add(log);
                raw.keep(log, 1);
            });
            visit.open(StadtSite.ORIGIN + "/leer");
            assertThat(logs).isEmpty();
            visit.report();
        }
        assertThat(logs).singleElement().satisfies(log -> assertThat(log).doesNotExist());
        try (Stream<Path> kept = Files.list(report.resolve("raw"))) {
            assertThat(kept.filter(file -> file.toString().endsWith(".json")))
                    .singleElement()
                    .satisfies(file -> assertThat(JsonMapper.shared()
                                    .readTree(Files.readAllBytes(file))
                                    .at("/events"))
                            .as("a log that ends as it should")
                            .isNotEmpty());
        }
    }

    @Test
    void whatCannotBeKeptCostsNoContacts() {
        List<Path> logs = new ArrayList<>();
        try (Visit visit = harness.chromium(BrowserOptions.standard())) {
            visit.onLog(log -> {
                logs.add(log);
                throw new IllegalStateException("no space left");
            });
            visit.open(StadtSite.ORIGIN + "/");
            assertThatThrownBy(visit::report).hasMessage("no space left");
            assertThat(visit.report().foreignHosts()).contains("www.youtube.com");
        }
        assertThat(logs).singleElement().satisfies(log -> assertThat(log).doesNotExist());
    }
}
