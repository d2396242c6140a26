package io.github.zweiklick.audit.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A web server for browsers on this machine, on the loopback address only. */
final class LocalServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LocalServer.class.getName());
    private static final int THREADS = 16;
    private static final int NO_CONTENT = -1;

    static {
        // Whoever sends a request byte by byte does not keep a thread for longer than this many seconds.
        if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
            System.setProperty("sun.net.httpserver.maxReqTime", "20");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Gate gate;
    private final Function<Request, Reply> pages;

    private LocalServer(HttpServer server, Gate gate, Function<Request, Reply> pages) {
        this.server = server;
        this.gate = gate;
        this.pages = pages;
        threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "zweiklick-audit-serve");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts.
     *
     * @param port 0: one that is free
     * @param pages makes the pages, given the path that all addresses begin with
     * @throws IOException when the port is taken
     */
    static LocalServer start(int port, SecureRandom random, Function<String, Function<Request, Reply>> pages)
            throws IOException {
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        Gate gate = new Gate(random, server.getAddress().getPort());
        return new LocalServer(server, gate, pages.apply("/" + gate.token()));
    }

    /** The address of the first page. Whoever knows it is let in. */
    String address() {
        return origin() + "/" + gate.token() + "/";
    }

    /** An address that leads there once; a further one makes it void. */
    String ticket() {
        return origin() + gate.ticket();
    }

    private String origin() {
        return "http://127.0.0.1:" + gate.port();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            send(exchange, page(gate.enter(exchange)));
        } catch (Gate.Refused refused) {
            exchange.getResponseHeaders().set("Connection", "close");
            send(exchange, Reply.plain(refused.status(), refused.why()));
        }
    }

    private Reply page(Request request) {
        try {
            return pages.apply(request);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "a page could not be made", broken);
            return Reply.plain(500, "this page could not be made; the program's output says why");
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", reply.policy().toString());
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Cache-Control", "no-store");
        if (reply.policy() != Reply.Policy.FOREIGN) {
            // HTML has a sandboxed page with such a policy fail; a sandboxed page has no opener's origin to share
            // anyway.
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
        }
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        reply.fields().forEach(headers::set);
        if (!reply.type().isEmpty()) {
            headers.set("Content-Type", reply.type());
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(reply.status(), NO_CONTENT);
        } else if (reply.file().isPresent()) {
            try (InputStream file = Files.newInputStream(reply.file().get(), LinkOption.NOFOLLOW_LINKS)) {
                // In chunks: a file that grows meanwhile is no matter.
                exchange.sendResponseHeaders(reply.status(), 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    file.transferTo(out);
                }
            }
        } else {
            byte[] bytes = reply.bytes();
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? NO_CONTENT : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
