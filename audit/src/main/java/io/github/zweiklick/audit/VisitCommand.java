package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Visits pages, each in a fresh profile, and tells their contacts. */
@Command(
        name = "visit",
        description =
                "Opens pages in Chromium, each in a fresh profile, and tells whom they contacted before any consent.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class VisitCommand implements Callable<Integer> {
    private static final int FOUND = 1;
    static final int NOT_TESTED = 2;
    private static final String STATUS = "performance.getEntriesByType('navigation')[0].responseStatus";
    private static final int HTTPS = 443;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "URL", arity = "1..*", description = "Pages to visit.")
    List<String> urls = List.of();

    @Option(
            names = "--first-party",
            paramLabel = "HOST",
            split = ",",
            description = "Further hosts that are the site's own: exact, or *.example.org.")
    List<String> firstParty = List.of();

    @Option(
            names = "--phases",
            paramLabel = "PHASE",
            split = ",",
            description =
                    "load: open and wait; interact: also scroll, hover and walk by keyboard. Default: load,interact")
    List<AuditPhase> phases = List.of(AuditPhase.values());

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            defaultValue = "de-DE",
            description = "Language the browser asks for. Default: ${DEFAULT-VALUE}")
    String locale = "de-DE";

    @Option(names = "--no-js", description = "Without scripts.")
    boolean withoutScripts;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}")
    VisitReport format = VisitReport.TEXT;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        List<String> addresses = addresses(command);
        List<String> own = own(command);
        if (!ContactHarness.hasChromium()) {
            return notTested(command, "Chromium and its driver are missing (Debian: chromium, chromium-driver)");
        }
        List<PageVisit> visits = new ArrayList<>();
        boolean all = true;
        try (ContactHarness harness = ContactHarness.outside()) {
            for (String url : addresses) {
                try {
                    PageVisit visit = visit(harness, url, own, command.getErr());
                    visits.add(visit);
                    if (visit.isError()) {
                        notTested(
                                command,
                                url + ": the site answered with status "
                                        + visit.status().getAsInt() + "; what is reported of it is the error page's");
                        all = false;
                    }
                } catch (RuntimeException failed) {
                    notTested(command, url + ": " + firstLine(failed));
                    all = false;
                }
            }
        }
        format.write(visits, command.getOut());
        command.getOut().flush();
        boolean found =
                visits.stream().anyMatch(visit -> !visit.contacts().contacts().isEmpty());
        return all ? found ? FOUND : CommandLine.ExitCode.OK : NOT_TESTED;
    }

    /** The driver's messages go on with its version and the capabilities asked for. */
    private static String firstLine(RuntimeException failed) {
        return Optional.ofNullable(failed.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(failed.toString());
    }

    /** As browsers write it: umlauts in names, braces in queries. */
    private static Optional<String> address(String text) {
        return WebUrl.parse(text)
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"))
                .map(WebUrl::href);
    }

    private static Optional<String> host(String text) {
        String wild = text.startsWith("*.") ? "*." : "";
        return WebUrl.parse("https://" + text.substring(wild.length()) + "/")
                .filter(url -> url.path().equals("/") && url.port() == HTTPS)
                .map(url -> wild + url.host());
    }

    private List<String> addresses(CommandLine command) {
        return urls.stream()
                .map(url -> address(url)
                        .orElseThrow(() -> new ParameterException(
                                command, url + ": write an address such as https://www.example.org/")))
                .toList();
    }

    private List<String> own(CommandLine command) {
        return firstParty.stream()
                .map(host -> host(host)
                        .orElseThrow(() -> new ParameterException(
                                command,
                                "--first-party " + host + ": a host is written like www.example.org or *.example.org")))
                .toList();
    }

    private static int notTested(CommandLine command, String why) {
        command.getErr().println("Could not test: " + why);
        command.getErr().flush();
        return NOT_TESTED;
    }

    private PageVisit visit(ContactHarness harness, String url, List<String> own, PrintWriter progress) {
        BrowserOptions options = BrowserOptions.standard().languages(locale).firstParty(own.toArray(String[]::new));
        Set<AuditPhase> wanted = EnumSet.of(AuditPhase.LOAD);
        wanted.addAll(phases);
        Instant started = Clock.systemUTC().instant();
        try (Visit visit = harness.chromium(withoutScripts ? options.withoutJavaScript() : options)) {
            String browser = visit.browser().version();
            for (AuditPhase phase : wanted) {
                progress.println(url + ": " + phase);
                progress.flush();
                act(phase, visit, url);
            }
            OptionalInt status = OptionalInt.empty();
            String shown = url;
            if (!withoutScripts) {
                status = OptionalInt.of(visit.evaluate(STATUS).asInt());
                shown = visit.evaluate("location.href").asString(url);
            }
            return new PageVisit(
                    url,
                    shown,
                    status,
                    browser,
                    started,
                    Clock.systemUTC().instant(),
                    List.copyOf(wanted),
                    visit.report());
        }
    }

    private static void act(AuditPhase phase, Visit visit, String url) {
        switch (phase) {
            case LOAD -> visit.open(url);
            case INTERACT -> {
                visit.scrollToEnd();
                visit.hoverEverything();
            }
        }
    }
}
