package io.github.zweiklick.demo;

import io.github.zweiklick.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: serves until it is told to end. */
@Command(
        name = "demo",
        description =
                "Serves the city of Musterstadt, any folder of static files, or any site there is, behind Zweiklick.",
        mixinStandardHelpOptions = true,
        version = "Zweiklick demo 0.1.0",
        sortOptions = false,
        abbreviateSynopsis = true)
public final class Main implements Callable<Integer> {
    private static final int CANNOT_START = 1;
    private static final int HIGHEST_PORT = 65_535;
    /** System property: where the audit's jar is. */
    private static final String AUDIT = "zweiklick.audit";

    private static final Pattern HOST = Pattern.compile("(?:\\*\\.)?[A-Za-z0-9.-]+");

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the site; 0: any free one. Default: ${DEFAULT-VALUE}")
    int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen at. Default: ${DEFAULT-VALUE}")
    String bind = "127.0.0.1";

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Serve this folder of static files in place of Musterstadt.")
    @Nullable
    Path root;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            description = "Stand before this site in place of Musterstadt; /pruefstand tells whom a visitor of the page"
                    + " contacts today, and behind Zweiklick.")
    @Nullable
    String upstream;

    @Option(
            names = "--first-party",
            paramLabel = "HOST",
            split = ",",
            description = "Further hosts that are the site's own.")
    List<String> firstParty = List.of();

    @Option(names = "--config", paramLabel = "FILE", description = "Zweiklick's configuration file.")
    @Nullable
    Path config;

    @Option(names = "--real-networks", description = "Leave the networks' codes as pasted and simulate none.")
    boolean realNetworks;

    /** Serves until SIGTERM or SIGINT; exits with 0 then, with 2 for wrong options, with 1 if it cannot start. */
    public static void main(String[] arguments) {
        int code = new CommandLine(new Main()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
        // Jetty's threads keep the program alive from here.
    }

    @Override
    public Integer call() throws Exception {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            DemoSite site = DemoSite.start(options(command));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(site), "end"));
            command.getOut().println("ready " + site.origin() + "/");
            if (upstream != null) {
                command.getOut().println("comparison " + site.origin() + BenchServlet.PATHS.de());
            }
            command.getOut().flush();
            return 0;
        } catch (DemoException | ConfigurationException e) {
            command.getErr().println(e.getMessage());
            command.getErr().flush();
            return CANNOT_START;
        }
    }

    private DemoOptions options(CommandLine command) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(command, "--port " + port + ": a port is a number from 0 to " + HIGHEST_PORT);
        }
        if (root != null && !Files.isDirectory(root)) {
            throw new ParameterException(command, "--root " + root + ": there is no such folder");
        }
        if (config != null && !(Files.isRegularFile(config) && Files.isReadable(config))) {
            throw new ParameterException(
                    command, "--config " + config + ": there is no such file, or it cannot be read");
        }
        for (String host : firstParty) {
            if (!HOST.matcher(host).matches()) {
                throw new ParameterException(
                        command, "--first-party " + host + ": a host is written like www.example.org or *.example.org");
            }
        }
        if (root != null && upstream != null) {
            throw new ParameterException(command, "--root and --upstream: there is one site only");
        }
        return new DemoOptions(
                port,
                bind,
                Optional.ofNullable(root),
                firstParty,
                Optional.ofNullable(config),
                realNetworks,
                upstream(command),
                audit());
    }

    private Optional<UpstreamAddress> upstream(CommandLine command) {
        return Optional.ofNullable(upstream)
                .map(text -> UpstreamAddress.parse(text)
                        .orElseThrow(() -> new ParameterException(
                                command,
                                "--upstream " + text + ": write an address such as https://www.example.org/")));
    }

    /** Beside the demo's own jar in the source tree; the script builds it. */
    private static List<String> audit() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty(AUDIT, "zweiklick-audit.jar"));
    }

    /** A signal alone would have the JVM exit with 143; ended on request is ended well. */
    private static void end(DemoSite site) {
        int code = 1;
        try {
            site.close();
            code = 0;
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }
}
