package io.github.zweiklick.demo;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.servlet.ZweiklickAdmin;
import io.github.zweiklick.servlet.ZweiklickFilter;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** The demo while it runs: the site, and beside it the simulated networks if there are any. */
public final class DemoSite implements AutoCloseable {
    private final Runnable end;
    private final Optional<NetworkServer> networks;
    private final String origin;

    /** @param end stops the site */
    private DemoSite(Runnable end, Optional<NetworkServer> networks, String origin) {
        this.end = end;
        this.networks = networks;
        this.origin = origin;
    }

    /**
     * Starts it; on return it serves.
     *
     * @throws DemoException if the port is taken or the address is not this machine's
     * @throws io.github.zweiklick.ConfigurationException if the configuration file is wrong
     */
    public static DemoSite start(DemoOptions options) throws Exception {
        if (options.upstream().isPresent()) {
            UpstreamSite site = UpstreamSite.start(options, options.upstream().get());
            return new DemoSite(site::close, Optional.empty(), site.origin());
        }
        Server server = Servers.create("site");
        ServerConnector connector = Servers.connector(server, options.bind(), options.port());
        try {
            connector.open();
        } catch (IOException e) {
            throw new DemoException(
                    "Cannot listen at " + options.bind() + " port " + options.port() + ": " + e.getMessage()
                            + ". Free it, or choose another with --port (0 takes any free one) or --bind.",
                    e);
        }
        server.addConnector(connector);
        Optional<NetworkServer> networks = Optional.empty();
        try {
            if (options.simulates()) {
                networks = Optional.of(NetworkServer.start(options.port() == 0));
            }
            Optional<SimulatedNetworks> simulated = networks.map(NetworkServer::networks);
            String origin = "http://" + options.hostName() + ":" + connector.getLocalPort();
            Configuration configuration =
                    Settings.configuration(options, origins(simulated, World.PROTECTED), List.of());
            Optional<String> interfaces =
                    networks.map(NetworkServer::interfaces).filter(there -> options.isAsDelivered());
            Zweiklick zweiklick = Zweiklick.of(interfaces
                    .map(there ->
                            Settings.asking(configuration, origin, DemoCounts.of(there), DemoFeeds.of(there, origin)))
                    .orElse(configuration));
            server.setHandler(context(options, zweiklick, simulated));
            server.start();
            return new DemoSite(() -> stop(server, zweiklick), networks, origin);
        } catch (Exception | Error e) {
            connector.close();
            networks.ifPresent(NetworkServer::close);
            throw e;
        }
    }

    /** Where the site is served, without a slash at the end. */
    public String origin() {
        return origin;
    }

    /** The networks beside it; empty where the real ones are used. */
    public Optional<SimulatedNetworks> networks() {
        return networks.map(NetworkServer::networks);
    }

    /** Stops serving and frees the ports. */
    @Override
    public void close() {
        try {
            end.run();
        } finally {
            networks.ifPresent(NetworkServer::close);
        }
    }

    private static void stop(Server server, Zweiklick zweiklick) {
        try {
            LifeCycle.stop(server);
        } finally {
            zweiklick.close();
        }
    }

    private static ServletContextHandler context(
            DemoOptions options, Zweiklick zweiklick, Optional<SimulatedNetworks> networks) throws IOException {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        SiteContext site = new SiteContext(context);
        Consents consents = new Consents(zweiklick.configuration().base(), Clock.systemUTC());
        site.filter(consents);
        site.filter(new ZweiklickFilter(zweiklick));
        site.servlet(new ZweiklickAdmin(), zweiklick.configuration().base() + "/admin/*");
        if (options.root().isPresent()) {
            site.folder(options.root().get());
            return context;
        }
        Map<World, Map<String, String>> origins = new EnumMap<>(World.class);
        for (World world : World.values()) {
            origins.put(world, origins(networks, world));
        }
        EmbedCodes codes = new EmbedCodes(origins);
        City city = new City(codes);
        site.servlet(new CityServlet(city), "/");
        site.servlet(
                new GalleryServlet(
                        codes, zweiklick.configuration().presentation().languages()),
                GalleryServlet.PATH);
        for (Language language : Language.values()) {
            String path = BenchServlet.PATHS.in(language);
            networks.ifPresentOrElse(
                    simulated -> site.servlet(new BenchServlet(city, simulated, consents), path + "/*"),
                    () -> site.servlet(new RealBenchServlet(city), path));
        }
        return context;
    }

    private static Map<String, String> origins(Optional<SimulatedNetworks> networks, World world) {
        return networks.map(simulated -> simulated.origins(world)).orElse(Map.of());
    }
}
