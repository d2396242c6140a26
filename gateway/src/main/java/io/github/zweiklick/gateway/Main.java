package io.github.zweiklick.gateway;

import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: serves until it is told to end. */
@Command(
        name = "zweiklick-gateway",
        description = "Protects the pages of a site by standing before its server.",
        mixinStandardHelpOptions = true,
        version = "Zweiklick gateway 0.1.0",
        sortOptions = false,
        abbreviateSynopsis = true,
        footer = {"", "Each option can be set in the environment as well: ZWEIKLICK_UPSTREAM, ZWEIKLICK_PORT and so on."
        })
public final class Main implements Callable<Integer> {
    private static final int CANNOT_START = 1;
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            defaultValue = "${ZWEIKLICK_UPSTREAM}",
            description = "The server behind: scheme, host and port. Without one, and none in the configuration,"
                    + " only Zweiklick's own endpoints are served.")
    @Nullable
    String upstream;

    @Option(
            names = "--host",
            paramLabel = "WHICH",
            defaultValue = "${ZWEIKLICK_HOST}",
            description =
                    "Which host that server is asked for: visitor, the one the visitor asked for, or upstream, its"
                            + " own. Default: visitor")
    @Nullable
    String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${ZWEIKLICK_PORT:-8080}",
            description = "Port to listen at; 0: any free one. Default: 8080")
    int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "${ZWEIKLICK_BIND:-127.0.0.1}",
            description = "Address to listen at; 0.0.0.0: all. Default: 127.0.0.1")
    String bind = "127.0.0.1";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${ZWEIKLICK_CONFIG}",
            description = "Zweiklick's configuration file; read again when it changes.")
    @Nullable
    Path config;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            defaultValue = "${ZWEIKLICK_ACCESS_LOG:--}",
            description =
                    "Where requests are logged, a new file each day; -: standard output; off: nowhere. Default: -")
    String accessLog = "-";

    @Option(
            names = "--log-addresses",
            defaultValue = "${ZWEIKLICK_LOG_ADDRESSES:-false}",
            description = "Log visitors' addresses as well.")
    boolean addresses;

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
            Gateway gateway = Gateway.start(options(command), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(gateway), "end"));
            command.getOut().println("ready " + gateway.origin() + "/");
            command.getOut().flush();
            return 0;
        } catch (GatewayException e) {
            command.getErr().println(e.getMessage());
            command.getErr().flush();
            return CANNOT_START;
        }
    }

    private GatewayOptions options(CommandLine command) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(command, "--port " + port + ": a port is a number from 0 to " + HIGHEST_PORT);
        }
        Optional<Path> file = Optional.ofNullable(config);
        if (file.filter(path -> !(Files.isRegularFile(path) && Files.isReadable(path)))
                .isPresent()) {
            throw new ParameterException(
                    command, "--config " + config + ": there is no such file, or it cannot be read");
        }
        return new GatewayOptions(port, bind, upstream(command), host(command), file, log());
    }

    private Optional<Upstream> upstream(CommandLine command) {
        return Optional.ofNullable(upstream)
                .map(text -> Upstream.parse(text)
                        .orElseThrow(() -> new ParameterException(
                                command,
                                "--upstream " + text
                                        + ": write scheme, host and port only, such as http://127.0.0.1:8081")));
    }

    private Optional<HostHeader> host(CommandLine command) {
        return Optional.ofNullable(host).map(text -> switch (text) {
            case "visitor" -> HostHeader.VISITOR;
            case "upstream" -> HostHeader.UPSTREAM;
            default -> throw new ParameterException(command, "--host " + text + ": write visitor or upstream");
        });
    }

    private Optional<AccessLog> log() {
        return switch (accessLog) {
            case "off" -> Optional.empty();
            case "-" -> Optional.of(new AccessLog(Optional.empty(), addresses));
            default -> Optional.of(new AccessLog(Optional.of(Path.of(accessLog)), addresses));
        };
    }

    /** A signal alone would have the JVM exit with 143; ended on request is ended well. */
    private static void end(Gateway gateway) {
        int code = 1;
        try {
            gateway.close();
            code = 0;
        } catch (Exception late) {
            System.getLogger("io.github.zweiklick.gateway")
                    .log(System.Logger.Level.WARNING, "Not all that was under way has ended in time", late);
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }
}
