package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.HostList;
import io.github.zweiklick.audit.judge.SiteConfiguration;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.unfinished.UnfinishedAudit;
import io.github.zweiklick.audit.visit.AuditOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Visits pages, each in a fresh profile, and tells their contacts. */
@Command(
        name = "visit",
        description =
                "Opens pages in Chromium, each in a fresh profile, and tells whom they contacted: before any consent,"
                        + " after consent to one service at a time, and after it was taken back.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class VisitCommand implements Callable<Integer> {
    private static final int FOUND = 1;
    private static final int NOT_TESTED = Main.FAILED;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    PageOptions pages = new PageOptions();

    @Option(
            names = "--phases",
            paramLabel = "PHASE",
            split = ",",
            description = "What is done with each page beside opening it: interact (scroll, point at links, walk by"
                    + " keyboard), consent (to one service at a time), withdraw (take it back, open the page anew),"
                    + " leave. Default: all")
    List<AuditPhase> phases = List.of(AuditPhase.values());

    @Mixin
    BrowserArguments browser = new BrowserArguments();

    @Mixin
    SecondOpinionOptions opinions = new SecondOpinionOptions();

    @ArgGroup(exclusive = false, heading = "The case, for the report:%n")
    CaseOptions caseOptions = new CaseOptions();

    @Option(
            names = "--budget",
            paramLabel = "DURATION",
            defaultValue = "PT2H",
            description = "How long the whole may take, such as PT30M; pages not begun by then are told as not visited."
                    + " Default: ${DEFAULT-VALUE}")
    Duration budget = Duration.ofHours(2);

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "Browsers at work at once; each takes some 400 MB. Default: ${DEFAULT-VALUE}")
    int parallel = 4;

    @Mixin
    SelfTestOptions selfTest = new SelfTestOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            split = ",",
            defaultValue = "contact,storage,undeclared",
            description = "What makes the exit code 1: contact, storage, undeclared, pattern, policy or none."
                    + " Default: ${DEFAULT-VALUE}")
    List<FailOn> failOn = List.of(FailOn.CONTACT, FailOn.STORAGE, FailOn.UNDECLARED);

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        output.check(command);
        SiteConfiguration site = browser.site(command);
        AuditOrder said;
        try {
            said = said(command, site);
        } catch (IOException unreadable) {
            return notTested(command, String.valueOf(unreadable.getMessage()));
        }
        Optional<Path> chromium = AuditJob.chromium();
        if (chromium.isEmpty()) {
            return notTested(command, "Chromium and its driver are missing (Debian: chromium, chromium-driver)");
        }
        try (AuditJob job = job(said, command)) {
            return exitCode(job.carryOut(
                    site,
                    proof(chromium.get(), command),
                    new LineProgress(command.getErr()),
                    run -> {},
                    command.getOut()));
        } catch (IOException failed) {
            return Main.failed(command, failed);
        }
    }

    /** What the command's line asks for: no pages where it names none and an audit goes on. */
    private AuditOrder said(CommandLine command, SiteConfiguration site) throws IOException {
        BrowserOptions options = browser.options(command);
        return new AuditOrder(
                output.resume != null && !pages.areNamed()
                        ? List.of()
                        : pages.addresses(command, host -> HostList.covers(options.firstParty(), host)),
                EnumSet.copyOf(phases),
                options,
                Stream.concat(site.own().stream(), browser.trusted(command).stream())
                        .toList(),
                browser.tools(command),
                site.hash(),
                caseOptions.file(command, pages.selection()),
                budget,
                parallel,
                opinions.of(command));
    }

    private AuditJob job(AuditOrder said, CommandLine command) throws IOException {
        Clock clock = Clock.systemUTC();
        Consumer<String> told = line -> tell(command, line);
        if (output.resume == null) {
            return AuditJob.begin(said, output, told, clock);
        }
        UnfinishedAudit kept = UnfinishedAudit.resume(output.resume, told, clock);
        List<String> differences =
                ResumedOrder.differences(kept.order(), said, command.getParseResult()::hasMatchedOption);
        if (!differences.isEmpty()) {
            kept.close();
            throw new ParameterException(
                    command,
                    "--resume " + output.resume + ": an audit goes on as it was begun only: "
                            + String.join("; ", differences));
        }
        return AuditJob.goOn(kept, ResumedOrder.of(kept.order(), said), output, told, clock);
    }

    private Proof proof(Path chromium, CommandLine command) throws IOException {
        Proof proof = selfTest.proof(chromium, line -> tell(command, line));
        if (proof instanceof Proof.Missing missing) {
            tell(command, "Could not test: " + missing.why() + ". What is seen is reported all the same");
        }
        return proof;
    }

    private static int notTested(CommandLine command, String why) {
        tell(command, "Could not test: " + why);
        return NOT_TESTED;
    }

    private static void tell(CommandLine command, String line) {
        command.getErr().println(line);
        command.getErr().flush();
    }

    private int exitCode(AuditResult result) {
        if (!result.isWhole()) {
            return NOT_TESTED;
        }
        boolean found = result.pages().stream()
                .map(PageResult::observations)
                .flatMap(List::stream)
                .anyMatch(one -> failOn.stream().anyMatch(weight -> weight.covers(one)));
        return found ? FOUND : CommandLine.ExitCode.OK;
    }
}
