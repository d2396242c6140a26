package io.github.zweiklick.audit;

import io.github.zweiklick.audit.report.RawLogs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes raw logs whose day has come. */
@Command(
        name = "clean",
        description =
                "Deletes raw logs that are due, and nothing else. Exit code 0: none is left that is due; 2: one could"
                        + " not be deleted.",
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A report's folder, or one that holds several.")
    Path folder = Path.of("");

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            RawLogs.Cleaned cleaned = RawLogs.clean(folder, LocalDate.now(ZoneId.systemDefault()));
            PrintWriter out = command.getOut();
            cleaned.deleted().forEach(log -> out.println("Deleted: " + log));
            out.println("Raw logs: " + cleaned.deleted().size() + " deleted, "
                    + cleaned.kept().size() + " kept"
                    + cleaned.next().map(day -> ", the next is due on " + day).orElse(""));
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (IOException failed) {
            return Main.failed(command, failed);
        }
    }
}
