package io.github.zweiklick.audit;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code zweiklick-audit}. */
@Command(
        name = "zweiklick-audit",
        description = "Opens pages in a real browser and tells whom it contacted.",
        mixinStandardHelpOptions = true,
        version = "Zweiklick audit 0.1.0",
        subcommands = VisitCommand.class)
public final class Main {
    private Main() {}

    /** Exits with 0 where nothing was found, with 1 where something was, with 2 where it could not be tested. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // 1 is for what was found, and nothing else.
                .setExitCodeExceptionMapper(broken -> VisitCommand.NOT_TESTED);
    }
}
