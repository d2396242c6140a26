package io.github.zweiklick.audit;

import io.github.zweiklick.audit.result.AuditVersion;
import io.github.zweiklick.audit.selftest.SelfTestCommand;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code zweiklick-audit}. */
@Command(
        name = "zweiklick-audit",
        description = "Tells whom pages contact: in a real browser, or by reading them.",
        mixinStandardHelpOptions = true,
        version = "Zweiklick audit " + AuditVersion.NUMBER,
        subcommands = {
            VisitCommand.class,
            ScanCommand.class,
            ServeCommand.class,
            SelfTestCommand.class,
            VerifyCommand.class,
            KeygenCommand.class,
            CompareCommand.class,
            CleanCommand.class
        })
public final class Main {
    /** Exit code of whatever could not be done. */
    static final int FAILED = 2;

    private Main() {}

    /** Exits with 0 where nothing was found, with 1 where something was, with 2 where it could not be tested. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // 1 is for what was found, and nothing else.
                .setExitCodeExceptionMapper(broken -> FAILED);
    }

    /** Says what a file did not let be done. Exceptions of files often say no more than their name. */
    static int failed(CommandLine command, IOException why) {
        String kind = why.getClass() == IOException.class ? "" : why.getClass().getSimpleName() + ": ";
        command.getErr().println("Could not be done: " + kind + why.getMessage());
        command.getErr().flush();
        return FAILED;
    }
}
