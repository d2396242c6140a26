package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.audit.report.ReportSamples;
import io.github.zweiklick.catalogue.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an audit whose files cannot all be written. */
final class OutputOptionsTest {
    @TempDir
    private Path folder;

    private final StringWriter terminal = new StringWriter();

    @Test
    void aFileThatFailsDoesNotTakeTheOthersWithIt() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve("report.pdf")).resolve("notiz.txt");
        Files.writeString(inTheWay, "x");
        assertThatThrownBy(() -> write(List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not written: " + folder.resolve("report.pdf"));
        for (ReportFormat format : ReportFormat.FILES) {
            if (format != ReportFormat.PDF) {
                assertThat(folder.resolve(format.file())).isNotEmptyFile();
            }
        }
        assertThat(folder.resolve("manifest.json")).content().contains("report.html", "audit.json");
        assertThat(terminal.toString()).contains("Report: " + folder);
    }

    @Test
    void onlyWhatIsAskedForIsWritten() throws IOException {
        write(List.of(ReportFormat.PDF));
        assertThat(folder).isDirectoryNotContaining("glob:**.html");
        assertThat(Files.readString(folder.resolve("manifest.json"))).contains("\"report.pdf\"");
        assertThat(folder.resolve("report.pdf")).isNotEmptyFile();
    }

    private void write(List<ReportFormat> formats) throws IOException {
        OutputOptions options = new OutputOptions();
        options.out = folder;
        options.formats = formats;
        options.write(
                ReportSamples.failed(Locale.GERMAN), Catalogue.bundled(), new PrintWriter(terminal), Clock.systemUTC());
    }
}
