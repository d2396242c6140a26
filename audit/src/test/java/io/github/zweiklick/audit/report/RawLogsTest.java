package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.audit.result.SecondBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw logs are kept as long as was said, and nothing else is ever deleted. */
final class RawLogsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Clock CLOCK = Clock.fixed(Audits.STARTED, ZoneOffset.UTC);

    @TempDir
    Path report;

    @TempDir
    Path elsewhere;

    private Path log = Path.of("");

    @BeforeEach
    void writeLog() throws IOException {
        log = Files.writeString(elsewhere.resolve("netlog.json"), "{}");
    }

    @Test
    void aLogIsCopiedAndItsNameSaysUntilWhen() throws IOException {
        RawLogs raw = RawLogs.in(report, 30, CLOCK);
        raw.keep(log, 1);
        raw.keep(log, 12_345);
        raw.keep(log, 1, Optional.of(SecondBrowser.FIREFOX));

        assertThat(raw.until()).isEqualTo(LocalDate.of(2026, 12, 29));
        assertThat(log).exists();
        assertThat(names())
                .containsExactly(
                        "README.txt",
                        "page-0001-delete-2026-12-29.json",
                        "page-0001-firefox-delete-2026-12-29.log",
                        "page-12345-delete-2026-12-29.json");
        assertThat(RawLogs.until("page-0001-firefox-delete-2026-12-29.log")).contains(raw.until());
        assertThat(report.resolve("raw/README.txt"))
                .content()
                .contains("Zu löschen am: 2026-12-29", "To be deleted on: 2026-12-29");
    }

    @Test
    void onTheirDayTheyAreDeletedAndTheirFolderWithTheLast() throws IOException {
        RawLogs.in(report, 1, CLOCK).keep(log, 1);
        RawLogs.in(report, 30, CLOCK).keep(log, 1);
        Path audit = Files.writeString(report.resolve("audit.json"), "{}");

        RawLogs.Cleaned none = RawLogs.clean(report, TODAY);
        assertThat(none.deleted()).isEmpty();
        assertThat(none.next()).contains(LocalDate.of(2026, 11, 30));

        RawLogs.Cleaned first = RawLogs.clean(report, LocalDate.of(2026, 11, 30));
        assertThat(first.deleted()).containsExactly(report.resolve("raw/page-0001-delete-2026-11-30.json"));
        assertThat(first.kept()).hasSize(1);
        assertThat(report.resolve("raw/README.txt")).exists();

        assertThat(RawLogs.clean(report, LocalDate.of(2027, 1, 1)).next()).isEmpty();
        assertThat(report.resolve("raw")).doesNotExist();
        assertThat(audit).exists();
    }

    @Test
    void theNextAuditDeletesWhatIsDueAndNamesTheLastDay() throws IOException {
        RawLogs.in(report, 2, CLOCK).keep(log, 1);
        RawLogs.in(report, 40, CLOCK).keep(log, 1);
        RawLogs next = RawLogs.in(report, 3, Clock.offset(CLOCK, Duration.ofDays(2)));
        next.keep(log, 2);

        assertThat(names())
                .containsExactly("README.txt", "page-0001-delete-2027-01-08.json", "page-0002-delete-2026-12-04.json");
        assertThat(report.resolve("raw/README.txt")).content().contains("Zu löschen am: 2027-01-08");
    }

    @Test
    void allReportsBelowAFolderAreCleaned() throws IOException {
        Path one = Files.createDirectories(report.resolve("2026/a"));
        Path other = Files.createDirectories(report.resolve("2026/b"));
        RawLogs.in(one, 1, CLOCK).keep(log, 1);
        RawLogs.in(other, 1, CLOCK).keep(log, 1);
        assertThat(RawLogs.clean(report, TODAY.plusDays(1)).deleted()).hasSize(2);
    }

    @Test
    void nothingElseIsTouched() throws IOException {
        Path raw = Files.createDirectories(report.resolve("raw"));
        for (String other : List.of(
                "page-1-delete-2020-01-01.json",
                "page-0001-delete-2020-13-01.json",
                "page-0001-delete-2020-01-01.json.bak",
                "notes.txt")) {
            Files.writeString(raw.resolve(other), "");
        }
        Files.createDirectory(raw.resolve("page-0002-delete-2020-01-01.json"));
        Path linked = Files.writeString(elsewhere.resolve("page-0003-delete-2020-01-01.json"), "");
        Files.createSymbolicLink(raw.resolve("page-0003-delete-2020-01-01.json"), linked);
        Path outside = Files.createDirectories(elsewhere.resolve("raw"));
        Files.writeString(outside.resolve("page-0004-delete-2020-01-01.json"), "");
        Files.createSymbolicLink(report.resolve("link"), elsewhere);
        Files.writeString(report.resolve("page-0005-delete-2020-01-01.json"), "");

        assertThat(RawLogs.clean(report, TODAY).deleted()).isEmpty();
        assertThat(names()).hasSize(6);

        Files.writeString(raw.resolve("page-0001-delete-2020-01-01.json"), "");
        assertThat(RawLogs.clean(report, TODAY).deleted()).hasSize(1);
        assertThat(raw).as("a folder with something of others").exists();
    }

    @Test
    void whatCannotBeKeptIsSaidAndLeavesNoHalf() throws IOException {
        RawLogs raw = RawLogs.in(report, 30, CLOCK);
        assertThatThrownBy(() -> raw.keep(elsewhere.resolve("none"), 3))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the raw log of page 3 could not be kept");
        assertThat(names()).containsExactly("README.txt");
        assertThatThrownBy(() -> RawLogs.in(report, 0, CLOCK)).isInstanceOf(IllegalArgumentException.class);
        assertThat(RawLogs.until("page-0001-delete-2026-02-30.json")).isEqualTo(Optional.empty());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(report.resolve("raw"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
