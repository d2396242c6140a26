package io.github.zweiklick.gateway;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationPart;
import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import io.github.zweiklick.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The {@code gateway} member of the configuration file. What the command line says goes before it. */
final class SettingsPart implements ConfigurationPart, Supplier<GatewaySettings> {
    /** Each slow visitor of a download holds one. */
    private static final int CONNECTIONS = 4096;

    private static final int MOST_CONNECTIONS = 65_535;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Optional<Upstream> upstream;
    private final Optional<HostHeader> host;
    private final UpstreamClient client;
    private GatewaySettings read;
    private volatile GatewaySettings taken;

    /**
     * @param upstream as the command line says
     * @param host as the command line says
     * @param client told of what changes
     */
    SettingsPart(Optional<Upstream> upstream, Optional<HostHeader> host, UpstreamClient client) {
        this.upstream = upstream;
        this.host = host;
        this.client = client;
        this.read = settings(Configuration.defaults(), Optional.empty());
        this.taken = read;
    }

    @Override
    public String key() {
        return "gateway";
    }

    @Override
    public void read(Configuration configuration, Optional<JsonObject> section) {
        section.ifPresent(
                object -> object.allow("upstream", "host", "connections", "connectTimeout", "timeout", "trust"));
        GatewaySettings settings = settings(configuration, section);
        client.check(settings, section);
        read = settings;
    }

    private GatewaySettings settings(Configuration configuration, Optional<JsonObject> section) {
        Optional<Upstream> fromFile = section.flatMap(SettingsPart::upstream);
        Optional<HostHeader> hostFromFile = section.flatMap(object -> object.choice("host", HostHeader.class));
        return new GatewaySettings(
                configuration.base(),
                upstream.or(() -> fromFile),
                host.or(() -> hostFromFile).orElse(HostHeader.VISITOR),
                section.flatMap(object -> object.integer("connections", 1, MOST_CONNECTIONS))
                        .orElse(CONNECTIONS),
                section.flatMap(object -> object.duration("connectTimeout", SHORTEST, LONGEST))
                        .orElse(CONNECT_TIMEOUT),
                section.flatMap(object -> object.duration("timeout", SHORTEST, LONGEST))
                        .orElse(TIMEOUT),
                section.flatMap(SettingsPart::trust));
    }

    private static Optional<Upstream> upstream(JsonObject section) {
        return section.string("upstream")
                .map(text -> Upstream.parse(text)
                        .orElseThrow(() -> section.wrong(
                                "upstream", "write scheme, host and port only, such as \"http://127.0.0.1:8081\"")));
    }

    private static Optional<Path> trust(JsonObject section) {
        Optional<Path> file = section.string("trust").map(Path::of);
        if (file.filter(path -> !Files.isReadable(path)).isPresent()) {
            throw section.wrong(
                    "trust",
                    "there is no such file, or it cannot be read; write the path of a file with the certificates of the"
                            + " authorities to be trusted, in PEM form");
        }
        return file;
    }

    @Override
    public void take() {
        taken = read;
        client.take(read);
    }

    @Override
    public GatewaySettings get() {
        return taken;
    }
}
