package io.github.zweiklick.gateway;

import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import io.github.zweiklick.servlet.ZweiklickFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.URIUtil;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The gateway while it runs. */
final class Gateway implements AutoCloseable {
    private static final int THREADS = 200;
    /** Threads that read requests, and answer what is at hand: one of them would leave all processors but one idle. */
    private static final int READERS = Math.min(Runtime.getRuntime().availableProcessors(), THREADS / 16);
    /** Writers of large pages that may hold a thread because there is no memory just now; the others get 503. */
    private static final int WAITING = 50;
    /** Of a connection on which a visitor sends, and takes, nothing. */
    private static final Duration IDLE = Duration.ofSeconds(60);
    /** How long what is under way may take once the process is told to end. */
    private static final Duration ENDING = Duration.ofSeconds(20);
    /** Browsers' cookies may be long; what is longer gets 431. */
    private static final int REQUEST_HEADERS = 32 << 10;

    private final Server server;
    private final UpstreamClient client;
    private final SettingsPart settings;
    private String origin = "";

    /**
     * @param upstream before what the configuration file says
     * @param host before what the configuration file says
     */
    Gateway(Optional<Upstream> upstream, Optional<HostHeader> host) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("gateway");
        server = new Server(threads);
        server.setStopTimeout(ENDING.toMillis());
        client = new UpstreamClient(threads);
        settings = new SettingsPart(upstream, host, client);
    }

    /**
     * Starts it; on return it serves.
     *
     * @param out where the access log goes that has no file
     * @throws GatewayException if the port is taken, the address is not this machine's, or the configuration is wrong
     */
    static Gateway start(GatewayOptions options, PrintStream out) throws Exception {
        Gateway gateway = new Gateway(options.upstream(), options.host());
        options.log().ifPresent(log -> gateway.server.setRequestLog(log.open(out)));
        ZweiklickFilter protection = new ZweiklickFilter(gateway.settings);
        ServletContextHandler context = gateway.context(protection);
        options.config().ifPresent(file -> context.setInitParameter("zweiklick.config", file.toString()));
        gateway.start(options.bind(), options.port(), context, protection);
        return gateway;
    }

    /**
     * Starts what was put together.
     *
     * @param protection that of the context
     * @throws GatewayException as {@link #start(GatewayOptions, PrintStream)}
     */
    void start(String bind, int port, ServletContextHandler context, ZweiklickFilter protection) throws Exception {
        ServerConnector connector = connector(server, bind, port);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new AtHand(
                request -> protection.isAtHand(
                        request.getMethod(), request.getHttpURI().getPath()),
                new BodyFirst(request -> mostBody(protection, request), context))));
        try {
            client.start();
            server.start();
        } catch (Exception refused) {
            LifeCycle.stop(server);
            client.stop();
            throw refused instanceof ServletException wrong
                    ? new GatewayException(String.valueOf(wrong.getMessage()), wrong)
                    : refused;
        }
        origin = "http://" + hostName(bind) + ":" + connector.getLocalPort();
    }

    private static int mostBody(ZweiklickFilter protection, Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        // Decoded as the context does it.
        return request.getMethod().equalsIgnoreCase("POST") && path != null
                ? protection.mostBody(request.getMethod(), URIUtil.decodePath(path))
                : 0;
    }

    private static ServerConnector connector(Server server, String bind, int port) throws GatewayException {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(REQUEST_HEADERS);
        // Each part of an answer goes on as it comes: events and slow pages are shown while they are made.
        http.setOutputAggregationSize(0);
        // What a path means is for the server behind to say.
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(
                server, -1, READERS, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        try {
            connector.open();
        } catch (IOException taken) {
            throw new GatewayException(
                    "Cannot listen at " + bind + " port " + port + ": " + taken.getMessage()
                            + ". Free it, or choose another with --port (0 takes any free one) or --bind.",
                    taken);
        }
        return connector;
    }

    /** @param protection what stands before everything that is asked for */
    ServletContextHandler context(ZweiklickFilter protection) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.setInitParameter("zweiklick.waiting", Integer.toString(WAITING));
        filter(context, new Health(settings, client));
        filter(context, protection);
        context.addServlet(
                new ServletHolder(
                        "relay", new Relay(settings, client, new UpstreamState(System::nanoTime), new SecureRandom())),
                "/*");
        return context;
    }

    /** What the configuration file says of it. */
    SettingsPart settings() {
        return settings;
    }

    private static void filter(ServletContextHandler context, Filter filter) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
    }

    private static String hostName(String bind) {
        if (bind.equals("0.0.0.0") || bind.equals("::")) {
            return "localhost";
        }
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }

    /** Where it is reached, without a slash at the end. */
    String origin() {
        return origin;
    }

    /** Takes no new connections, lets what is under way end, then stops. */
    @Override
    public void close() {
        try {
            LifeCycle.stop(server);
        } finally {
            client.stop();
        }
    }
}
