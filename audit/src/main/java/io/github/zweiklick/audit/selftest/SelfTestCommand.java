package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.selftest.SelfTestOutcome.NotRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells which ways of contact the audit sees with the browser at hand. */
@Command(
        name = "self-test",
        description =
                "Visits pages of its own that contact hosts by every way known, and tells whether any was missed.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SelfTestCommand implements Callable<Integer> {

    private static final int PASSED = 0;
    private static final int MISSED = 1;
    private static final int NOT_RUN = 2;

    /** Runs a self-test. */
    @FunctionalInterface
    interface Runner {
        SelfTestOutcome run(Extent extent, Optional<Mode> mode, Consumer<String> progress);
    }

    /** How a result is told. */
    enum Format {
        TEXT,
        JSON
    }

    private final Runner runner;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--short", description = "Three pages instead of all.")
    boolean shortened;

    @Option(
            names = "--mode",
            paramLabel = "WHERE",
            description = "namespace: all is seen; loopback: connections and requests only, on any system."
                    + " Default: a namespace where one is permitted")
    @Nullable
    Mode mode;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where it is kept that this browser has passed. Default: $XDG_STATE_HOME/zweiklick-audit,"
                    + " ~/.local/state/zweiklick-audit")
    @Nullable
    Path state;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}")
    Format format = Format.TEXT;

    public SelfTestCommand() {
        this(SelfTest::run);
    }

    SelfTestCommand(Runner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        SelfTestOutcome outcome =
                runner.run(shortened ? Extent.SHORT : Extent.FULL, Optional.ofNullable(mode), line -> {
                    err.println(line);
                    err.flush();
                });
        if (outcome instanceof NotRun notRun) {
            err.println("Could not test: " + notRun.why());
            err.flush();
            return NOT_RUN;
        }
        SelfTestResult result = (SelfTestResult) outcome;
        SelfTestRecord.keep(result, Objects.requireNonNullElseGet(state, SelfTestRecord::standardFolder));
        if (format == Format.JSON) {
            out.println(ResultJson.write(result));
        } else {
            ResultTable.write(result, out);
        }
        out.flush();
        return result.passed() ? PASSED : MISSED;
    }
}
