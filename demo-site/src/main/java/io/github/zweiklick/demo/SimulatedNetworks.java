package io.github.zweiklick.demo;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.policy.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Networks that track as the real ones do: they set cookies, know visitors again, and note which page was visited.
 * Everything they send says that it is simulated. Thread-safe.
 *
 * <p>A pure function from {@link Call} to {@link Reply} with a log, so that any HTTP server can carry it:
 * {@link #underRealNames} where DNS leads the networks' names to this machine, the demo's own server otherwise.
 */
public final class SimulatedNetworks {
    private final List<Network> networks;
    private final HostNames names;
    private final Clock clock;
    private final RandomGenerator random;
    private final ContactLog log = new ContactLog();

    private SimulatedNetworks(List<Network> networks, HostNames names, Clock clock, RandomGenerator random) {
        this.networks = networks;
        this.names = names;
        this.clock = clock;
        this.random = random;
    }

    /** Networks that answer to their real host names; all contacts count as unprotected. */
    public static SimulatedNetworks underRealNames() {
        List<Network> networks = read();
        return new SimulatedNetworks(
                networks, new HostNames.Real(aliases(networks)), Clock.systemUTC(), new SecureRandom());
    }

    /**
     * Networks that answer to names below {@code localhost}.
     *
     * @param ports where each world's names are served
     */
    static SimulatedNetworks underLocalNames(Map<World, Integer> ports, Clock clock, RandomGenerator random) {
        List<Network> networks = read();
        return new SimulatedNetworks(networks, new HostNames.Local(aliases(networks), ports), clock, random);
    }

    /** The real names of all simulated hosts. */
    public static List<String> hosts() {
        return List.copyOf(aliases(read()).keySet());
    }

    /** What was learned. */
    public ContactLog log() {
        return log;
    }

    /** Answers a request and notes it. A host that is none of the networks' gets 421 and is not noted. */
    public Reply answer(Call call) {
        Optional<HostNames.Reached> reached = names.resolve(call.host());
        if (reached.isEmpty()) {
            return new Reply(
                    421,
                    List.of(new HeaderLine("Content-Type", "text/plain;charset=utf-8")),
                    ("No simulated network is called " + call.host()).getBytes(StandardCharsets.UTF_8));
        }
        Network network = networkOf(reached.get().realHost());
        Visit visit =
                Visit.of(names, call, reached.get(), network, host(reached.get().realHost()), random);
        log.add(visit.contact(clock.instant()));
        return new NetworkAnswer(visit).reply();
    }

    List<Network> networks() {
        return networks;
    }

    /** Real host to the origin under which pages of this world reach it. */
    Map<String, String> origins(World world) {
        Map<String, String> origins = new LinkedHashMap<>();
        aliases(networks).keySet().forEach(host -> origins.put(host, names.origin(host, world, "https")));
        return origins;
    }

    private Network networkOf(String realHost) {
        return networks.stream()
                .filter(network ->
                        network.hosts().stream().anyMatch(h -> h.host().equals(realHost)))
                .findFirst()
                .orElseThrow();
    }

    private Network.SimulatedHost host(String realHost) {
        return networks.stream()
                .flatMap(network -> network.hosts().stream())
                .filter(h -> h.host().equals(realHost))
                .findFirst()
                .orElseThrow();
    }

    private static List<Network> read() {
        record File(List<Network> networks) {}
        return List.copyOf(new ArrayList<>(JsonMapper.shared()
                .readValue(Resources.bytes("networks/networks.json"), File.class)
                .networks()));
    }

    private static Map<String, String> aliases(List<Network> networks) {
        return networks.stream()
                .flatMap(network -> network.hosts().stream())
                .collect(Collectors.toMap(
                        Network.SimulatedHost::host,
                        Network.SimulatedHost::alias,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }
}
