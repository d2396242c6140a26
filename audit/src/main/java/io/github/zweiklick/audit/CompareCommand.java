package io.github.zweiklick.audit;

import io.github.zweiklick.audit.report.AuditRecord;
import io.github.zweiklick.audit.report.Comparison;
import io.github.zweiklick.audit.report.ComparisonJson;
import io.github.zweiklick.audit.report.ComparisonText;
import io.github.zweiklick.audit.report.JsonReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what is new since an earlier audit. */
@Command(
        name = "compare",
        description = "Tells what is new, gone or still there since an earlier audit. Exit code 0: nothing is new; 1:"
                + " something is; 2: they could not be compared.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final int NEWS = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The earlier report's folder, or the audit.json in it.")
    Path earlier = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The later report's folder, or the audit.json in it.")
    Path later = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text")
    ReportFormat format = ReportFormat.TEXT;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (!format.isForTerminals()) {
            throw new ParameterException(command, "--format " + format + ": a comparison is text or json");
        }
        try {
            AuditRecord before = JsonReport.read(file(earlier));
            AuditRecord after = JsonReport.read(file(later));
            Comparison comparison = Comparison.of(before, after);
            PrintWriter out = command.getOut();
            if (format == ReportFormat.JSON) {
                ComparisonJson.write(before, after, comparison, out);
            } else {
                ComparisonText.write(before, after, comparison, out);
            }
            out.flush();
            return exitCode(comparison);
        } catch (IOException unreadable) {
            return Main.failed(command, unreadable);
        }
    }

    /** Where no page was tested by both, nothing was compared, so nothing can be said to be new or not. */
    private static int exitCode(Comparison comparison) {
        if (!(comparison instanceof Comparison.Made made) || made.pages().isEmpty()) {
            return Main.FAILED;
        }
        return made.tellsNews() ? NEWS : CommandLine.ExitCode.OK;
    }

    private static Path file(Path report) {
        return Files.isDirectory(report) ? report.resolve(JsonReport.FILE) : report;
    }
}
