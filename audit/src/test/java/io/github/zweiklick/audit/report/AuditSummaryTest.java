package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.audit.result.AuditResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A list tells of an audit what its report tells. */
final class AuditSummaryTest {

    @TempDir
    Path folder;

    static Stream<AuditResult> audits() {
        return Stream.of(
                ReportSamples.everything(Locale.GERMAN),
                ReportSamples.clean(Locale.ENGLISH),
                ReportSamples.failed(Locale.GERMAN),
                ReportSamples.result(Locale.GERMAN, List.of(), Optional.of("stopped"), List.of(), List.of()),
                Audits.some());
    }

    @ParameterizedTest
    @MethodSource("audits")
    void itSaysWhatTheReportSays(AuditResult audit) throws IOException {
        Outcome outcome = Outcome.of(audit, Findings.of(audit));
        AuditSummary summary = read(audit);
        assertThat(summary.tested()).isEqualTo(outcome.tested());
        assertThat(summary.pages()).isEqualTo(outcome.all());
        assertThat(summary.without()).isEqualTo(outcome.without());
        assertThat(summary.after()).isEqualTo(outcome.after());
        assertThat(summary.trusted()).isEqualTo(outcome.trusted());
        assertThat(summary.others()).isEqualTo(outcome.others());
        assertThat(summary.isImpossible()).isEqualTo(outcome.isImpossible());
        assertThat(summary.isWhole()).isEqualTo(outcome.isWhole());
        assertThat(summary.started()).isEqualTo(audit.started());
        assertThat(summary.fileNumber()).isEqualTo(audit.file().fileNumber());
        assertThat(summary.stopped()).isEqualTo(audit.stopped());
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("audit.json"), "{\"audit\": 2, \"pages\": [{\"url\"");
        assertThatThrownBy(() -> AuditSummary.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("audit.json is no audit's report");
    }

    private AuditSummary read(AuditResult audit) throws IOException {
        Path file = folder.resolve("audit.json");
        try (Writer writer = Files.newBufferedWriter(file)) {
            JsonReport.write(audit, writer);
        }
        return AuditSummary.read(file);
    }
}
