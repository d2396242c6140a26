package io.github.zweiklick.demo;

import io.github.zweiklick.endpoint.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** The simulated networks on this machine's loopback, each world at a port of its own. */
final class NetworkServer implements AutoCloseable {
    private final Server server;
    private final SimulatedNetworks networks;

    private NetworkServer(Server server, SimulatedNetworks networks) {
        this.server = server;
        this.networks = networks;
    }

    /**
     * Starts the networks.
     *
     * @param anyPorts whether to take any free ports rather than the usual ones; the usual ones, when taken, give way
     *     to free ones too, since nobody has to know them
     */
    static NetworkServer start(boolean anyPorts) throws Exception {
        Server server = Servers.create("networks");
        Map<World, Integer> ports = new EnumMap<>(World.class);
        for (World world : World.values()) {
            ServerConnector connector = open(server, anyPorts ? 0 : world.usualPort());
            server.addConnector(connector);
            ports.put(world, connector.getLocalPort());
        }
        SimulatedNetworks networks =
                SimulatedNetworks.underLocalNames(Map.copyOf(ports), Clock.systemUTC(), new SecureRandom());
        server.setHandler(new Adapter(networks, new SimulatedInterfaces(Instant.now())));
        server.start();
        return new NetworkServer(server, networks);
    }

    /** Where the city's server asks them. */
    String interfaces() {
        return "http://" + SimulatedInterfaces.HOST + ":"
                + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    SimulatedNetworks networks() {
        return networks;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static ServerConnector open(Server server, int port) throws IOException {
        ServerConnector connector = Servers.connector(server, "127.0.0.1", port);
        try {
            connector.open();
            return connector;
        } catch (IOException e) {
            if (port == 0) {
                throw e;
            }
            return open(server, 0);
        }
    }

    private static final class Adapter extends Handler.Abstract.NonBlocking {
        private final SimulatedNetworks networks;
        private final SimulatedInterfaces interfaces;

        Adapter(SimulatedNetworks networks, SimulatedInterfaces interfaces) {
            this.networks = networks;
            this.interfaces = interfaces;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            HttpURI uri = request.getHttpURI();
            Call call = new Call(
                    Optional.ofNullable(uri.getScheme()).orElse("http"),
                    Optional.ofNullable(request.getHeaders().get("Host")).orElse(""),
                    Optional.ofNullable(uri.getPath()).orElse("/"),
                    Optional.ofNullable(uri.getQuery()).orElse(""),
                    name -> Optional.ofNullable(request.getHeaders().get(name)));
            Reply reply = interfaces.answer(call).orElseGet(() -> networks.answer(call));
            response.setStatus(reply.status());
            reply.headers().forEach(header -> response.getHeaders().add(header.name(), header.value()));
            response.write(true, ByteBuffer.wrap(reply.body()), callback);
            return true;
        }
    }
}
