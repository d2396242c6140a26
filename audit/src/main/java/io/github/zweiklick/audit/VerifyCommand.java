package io.github.zweiklick.audit;

import io.github.zweiklick.audit.report.Verification;
import io.github.zweiklick.audit.report.VerificationText;
import io.github.zweiklick.audit.report.VerifyingKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a report against its manifest. */
@Command(
        name = "verify",
        description = "Tells whether a report is as its manifest says. Exit code 0: it is; 1: it is not; 2: that could"
                + " not be told.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final int CHANGED = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "REPORT", description = "The report's folder, or the manifest.json in it.")
    Path report = Path.of("");

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "The key (PEM) that must have signed it. Without: the one beside the signature, whoever's it"
                    + " is.")
    @Nullable
    Path publicKey;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            Optional<VerifyingKey> key = Optional.empty();
            if (publicKey != null) {
                key = Optional.of(VerifyingKey.read(publicKey));
            }
            Verification found = Verification.of(report, key, LocalDate.now(ZoneId.systemDefault()));
            PrintWriter out = command.getOut();
            VerificationText.write(found, out);
            out.flush();
            return switch (found.outcome()) {
                case INTACT -> CommandLine.ExitCode.OK;
                case CHANGED -> CHANGED;
                case UNCHECKED -> Main.FAILED;
            };
        } catch (IOException failed) {
            return Main.failed(command, failed);
        }
    }
}
