package io.github.zweiklick.audit;

import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.report.Manifest;
import io.github.zweiklick.audit.report.RawLogs;
import io.github.zweiklick.audit.report.SigningKey;
import io.github.zweiklick.audit.report.TextReport;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.unfinished.UnfinishedAudit;
import io.github.zweiklick.catalogue.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What becomes of that which was found. */
final class OutputOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the report: new, or one of an earlier audit, which is written over.")
    @Nullable
    Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description =
                    "Goes on with the audit in this folder that was cut off or stopped: as it was begun, so pages and"
                            + " options need not be said again, except files of cookies, configuration and key.")
    @Nullable
    Path resume;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "Files in the folder: ${COMPLETION-CANDIDATES}. Default: all. Without --out: text or json, to standard"
                            + " output; default text")
    List<ReportFormat> formats = List.of();

    @Option(
            names = "--keep-raw",
            paramLabel = "DAYS",
            description =
                    "Keeps the browser's own logs in the folder until so many days from now. They hold personal data.")
    int keepRaw;

    @Option(names = "--key", paramLabel = "FILE", description = "Ed25519 key that signs the report (see keygen).")
    @Nullable
    Path key;

    /** Before anything is visited: what cannot be written is better known then. */
    void check(CommandLine command) {
        if (resume != null) {
            if (out != null) {
                throw new ParameterException(command, "--resume DIR names the folder: leave out --out");
            }
            if (!UnfinishedAudit.isIn(resume)) {
                throw new ParameterException(command, "--resume " + resume + ": no audit lies there that could go on");
            }
            out = resume;
        } else if (out != null && UnfinishedAudit.isIn(out)) {
            throw new ParameterException(
                    command,
                    "--out " + out + ": an audit lies there that was cut off. Go on with it by --resume " + out
                            + ", or delete " + out.resolve(Manifest.UNFINISHED));
        }
        if (out == null) {
            if (keepRaw > 0 || key != null) {
                throw new ParameterException(command, "--keep-raw and --key need a folder: --out DIR");
            }
            if (formats.size() > 1 || !formats.stream().allMatch(ReportFormat::isForTerminals)) {
                throw new ParameterException(command, "--format " + formats + " needs a folder: --out DIR");
            }
            return;
        }
        if (keepRaw < 0) {
            throw new ParameterException(command, "--keep-raw " + keepRaw + ": a number of days");
        }
        try {
            Files.createDirectories(out);
            signingKey();
        } catch (IOException unusable) {
            throw new ParameterException(command, String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private Optional<SigningKey> signingKey() throws IOException {
        return key == null ? Optional.empty() : Optional.of(SigningKey.read(key));
    }

    /** Where raw logs go, if they are kept. */
    Optional<RawLogs> rawLogs(Clock clock) throws IOException {
        return out == null || keepRaw == 0 ? Optional.empty() : Optional.of(RawLogs.in(out, keepRaw, clock));
    }

    void write(AuditResult result, Catalogue catalogue, PrintWriter terminal, Clock clock) throws IOException {
        if (out == null) {
            if (formats.contains(ReportFormat.JSON)) {
                JsonReport.write(result, terminal);
            } else {
                TextReport.write(result, terminal);
            }
            terminal.flush();
            return;
        }
        Optional<IOException> failed = files(out, result, catalogue);
        Manifest.write(out, result, signingKey(), clock);
        TextReport.write(result, terminal);
        terminal.println("Report: " + out);
        terminal.flush();
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    /** One that cannot be written does not take the others with it: what was seen may not be seen again. */
    private Optional<IOException> files(Path folder, AuditResult result, Catalogue catalogue) {
        List<IOException> failed = new ArrayList<>();
        for (ReportFormat format : formats.isEmpty() ? ReportFormat.FILES : formats) {
            Path file = folder.resolve(format.file());
            try {
                format.write(result, catalogue, file);
            } catch (IOException e) {
                failed.add(new IOException("not written: " + file + ": " + e.getMessage(), e));
                discard(file, e);
            }
        }
        return failed.stream().reduce((first, next) -> {
            first.addSuppressed(next);
            return first;
        });
    }

    /** Half a file would pass for a whole one. */
    private static void discard(Path file, IOException why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }
}
