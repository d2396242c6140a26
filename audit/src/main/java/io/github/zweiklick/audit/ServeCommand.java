package io.github.zweiklick.audit;

import io.github.zweiklick.audit.serve.AuditPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves pages on this machine with a form for audits. */
@Command(
        name = "serve",
        description = "Serves pages for browsers on this machine, with a form for audits, their progress, reports and"
                + " history. Prints their address, which holds a secret, and runs until Ctrl-C.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Default: one that is free.")
    int port;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where audits are kept. Default: $XDG_DATA_HOME/zweiklick-audit,"
                    + " ~/.local/share/zweiklick-audit")
    @Nullable
    Path folder;

    @Option(names = "--open", description = "Opens the system's browser.")
    boolean open;

    @Mixin
    SelfTestOptions selfTest = new SelfTestOptions();

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        Clock clock = Clock.systemUTC();
        Path kept = Objects.requireNonNullElseGet(folder, AuditPages::standardFolder);
        try (AuditPages pages = AuditPages.start(port, kept, new ServedAudits(selfTest, clock), clock)) {
            // Ctrl-C: the audit under way comes to a report, as the command's does.
            Runtime.getRuntime().addShutdownHook(new Thread(pages::close, "zweiklick-audit-end"));
            PrintWriter out = command.getOut();
            out.println("Audits are kept in " + kept);
            out.println("Open this address in a browser on this machine. It holds a secret: do not pass it on.");
            out.println(pages.address());
            out.println("Ctrl-C ends it.");
            out.flush();
            if (open && !SystemBrowser.open(pages.ticket())) {
                command.getErr().println("No browser could be opened: open the address yourself.");
                command.getErr().flush();
            }
            new CountDownLatch(1).await();
            return CommandLine.ExitCode.OK;
        } catch (IOException failed) {
            return Main.failed(command, failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return CommandLine.ExitCode.OK;
        }
    }
}
