package io.github.zweiklick.audit;

import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.audit.format.Characters;
import io.github.zweiklick.audit.judge.SiteConfiguration;
import io.github.zweiklick.audit.result.TrustedHost;
import io.github.zweiklick.audit.scan.Globs;
import io.github.zweiklick.audit.scan.ScanFormat;
import io.github.zweiklick.audit.scan.ScanResult;
import io.github.zweiklick.audit.scan.Scanned;
import io.github.zweiklick.audit.scan.SiteScan;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files and pages without a browser and tells what in them is foreign, and where. */
@Command(
        name = "scan",
        description =
                "Reads files and pages without a browser and tells what in them is foreign, line by line, by the rules of the"
                        + " rewriter. Exit code 0: nothing; 1: something; 2: not all could be read.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ScanCommand implements Callable<Integer> {
    private static final int FOUND = 1;
    private static final int MOST_HOSTS = 5;
    private static final Pattern WITH_USER = Pattern.compile("(?i)https?://[^/?#]*@");

    /** What makes the exit code 1. */
    enum Fail {
        FOREIGN,
        NONE
    }

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            paramLabel = "PATH|URL",
            arity = "1..*",
            description = "Files, folders with all below them, and pages' addresses.")
    List<String> targets = List.of();

    @Option(
            names = "--first-party",
            paramLabel = "HOST",
            split = ",",
            description =
                    "Further hosts that are the site's own: exact, or *.example.org. A page's own host and its www."
                            + " twin are.")
    List<String> firstParty = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The site's zweiklick.json: hosts that it calls its own, and services that it describes.")
    @Nullable
    Path config;

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            split = ",",
            description = "Files in folders that are read, such as *.html or templates/**. Default: those with the"
                    + " endings of pages, templates and style sheets.")
    List<String> include = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            split = ",",
            description = "Files and folders that are not read. Folders whose name begins with a dot, and node_modules,"
                    + " are never looked into.")
    List<String> exclude = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "${COMPLETION-CANDIDATES}. Default: text")
    List<ScanFormat> formats = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = "Where it is written: a file, or a folder where there are several formats. Default: standard"
                    + " output.")
    @Nullable
    Path out;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            defaultValue = "foreign",
            description = "What makes the exit code 1: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    Fail failOn = Fail.FOREIGN;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        List<ScanFormat> wanted = formats.isEmpty() ? List.of(ScanFormat.TEXT) : formats;
        if (out == null && wanted.size() > 1) {
            throw new ParameterException(command, "--format " + wanted + ": several need a folder: --out DIR");
        }
        ScanResult result = scan(command, Clock.systemUTC());
        try {
            write(result, wanted, command.getOut());
        } catch (IOException failed) {
            return Main.failed(command, failed);
        }
        tell(result, command.getErr());
        if (result.failed() > 0) {
            return Main.FAILED;
        }
        return failOn == Fail.FOREIGN && result.foreign() > 0 ? FOUND : CommandLine.ExitCode.OK;
    }

    private ScanResult scan(CommandLine command, Clock clock) {
        SiteScan scan = siteScan(command);
        Globs included = globs(command, "--include", include);
        Globs excluded = globs(command, "--exclude", exclude);
        Instant began = clock.instant();
        List<Scanned> scanned = new ArrayList<>();
        for (String target : targets) {
            if (isAddress(target)) {
                scanned.add(scan.url(address(command, target)));
            } else {
                scanned.addAll(scan.path(path(command, target), included, excluded));
            }
        }
        return new ScanResult(scanned, began, Duration.between(began, clock.instant()));
    }

    private SiteScan siteScan(CommandLine command) {
        SiteConfiguration site;
        try {
            site = config == null ? SiteConfiguration.none() : SiteConfiguration.read(config);
        } catch (ConfigurationException | IOException wrong) {
            throw new ParameterException(command, "--config " + config + ": " + wrong.getMessage(), wrong);
        }
        Stream<String> hosts = firstParty.stream()
                .map(host -> BrowserArguments.host(host)
                        .orElseThrow(() -> new ParameterException(
                                command,
                                "--first-party " + host
                                        + ": a host is written like www.example.org or *.example.org")));
        return new SiteScan(
                site.catalogue(),
                Stream.concat(hosts, site.own().stream().map(TrustedHost::host)).toList());
    }

    private static Globs globs(CommandLine command, String option, List<String> patterns) {
        try {
            return new Globs(patterns);
        } catch (PatternSyntaxException wrong) {
            throw new ParameterException(
                    command, option + " " + wrong.getPattern() + ": " + wrong.getDescription(), wrong);
        }
    }

    private static boolean isAddress(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private static WebUrl address(CommandLine command, String target) {
        if (WITH_USER.matcher(target).lookingAt()) {
            throw new ParameterException(command, "an address with a user name or password is not scanned");
        }
        return WebUrl.parse(target)
                .orElseThrow(() -> new ParameterException(
                        command, target + ": write an address such as https://www.example.org/"));
    }

    private static Path path(CommandLine command, String target) {
        if (target.isBlank()) {
            throw new ParameterException(command, "an empty path: write . for the folder you are in");
        }
        try {
            return Path.of(target);
        } catch (InvalidPathException wrong) {
            throw new ParameterException(command, target + ": it is no path: " + wrong.getReason(), wrong);
        }
    }

    private void write(ScanResult result, List<ScanFormat> wanted, PrintWriter terminal) throws IOException {
        if (out == null) {
            wanted.get(0).write(result, terminal);
            terminal.flush();
            return;
        }
        boolean folder = wanted.size() > 1 || Files.isDirectory(out);
        if (folder) {
            Files.createDirectories(out);
        }
        for (ScanFormat format : wanted) {
            try (Writer file =
                    Files.newBufferedWriter(folder ? out.resolve(format.file()) : out, StandardCharsets.UTF_8)) {
                format.write(result, file);
            }
        }
        // A log of CI shows the lines where the files are out of sight.
        ScanFormat.TEXT.write(result, terminal);
        terminal.flush();
    }

    private static void tell(ScanResult result, PrintWriter err) {
        for (Scanned one : result.scanned()) {
            String name = Characters.line(one.name());
            one.notices().forEach(notice -> err.println(name + ": " + Characters.line(notice)));
            one.error().ifPresent(why -> err.println(name + ": not scanned: " + Characters.line(why)));
        }
        err.println(result.scanned().size() - result.failed() + " scanned, " + result.foreign() + " foreign"
                + (result.failed() == 0 ? "" : ", " + result.failed() + " not scanned"));
        List<String> hosts = result.hosts().stream().limit(MOST_HOSTS).toList();
        if (!hosts.isEmpty()) {
            err.println("Named most: " + String.join(", ", hosts)
                    + ". Those that are the site's own: --first-party HOST,…");
        }
        err.flush();
    }
}
