package io.github.zweiklick.demo;

import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty as all of the demo's servers use it. */
final class Servers {
    private static final int THREADS = 32;
    private static final Duration IDLE = Duration.ofMinutes(2);

    private Servers() {}

    static Server create(String name) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName(name);
        Server server = new Server(threads);
        server.setStopTimeout(Duration.ofSeconds(2).toMillis());
        return server;
    }

    static ServerConnector connector(Server server, String bind, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }
}
