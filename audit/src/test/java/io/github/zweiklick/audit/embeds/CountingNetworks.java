package io.github.zweiklick.audit.embeds;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Interfaces of networks that tell counts, in the vendors' shapes, on this machine. Remembers what it was sent. */
final class CountingNetworks implements AutoCloseable {
    private final HttpServer server;
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    private CountingNetworks(HttpServer server) {
        this.server = server;
    }

    static CountingNetworks start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CountingNetworks networks = new CountingNetworks(server);
        networks.answer(
                "/graph/",
                "{\"engagement\":{\"reaction_count\":1400,\"comment_count\":40,\"share_count\":12,\"comment_plugin_count\":0}}");
        networks.answer("/reddit/api/v1/access_token", "{\"access_token\":\"t\",\"token_type\":\"bearer\"}");
        networks.answer(
                "/reddit/api/info/", "{\"kind\":\"Listing\",\"data\":{\"children\":[{\"data\":{\"score\":7}}]}}");
        networks.answer("/pins/v1/urls/count.json", "receiveCount({\"url\":\"-\",\"count\":0})");
        server.start();
        return networks;
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            StringBuilder request = new StringBuilder(exchange.getRequestURI().toString());
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            request.append('\n').append(name).append(": ").append(values));
            sent.add(request.toString());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** Members of a configuration by which they are asked. */
    String configuration(String shariff, String secretFile) {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return """
                , "origin": "https://www.musterstadt.test",
                "shares": {"shariff": %s, "counts": {
                  "facebook": {"base": "%s/graph", "app": "1", "secret": {"file": "%s"}},
                  "reddit": {"base": "%s/reddit", "tokens": "%s/reddit", "client": "c", "secret": {"file": "%s"}},
                  "pinterest": {"base": "%s/pins"}}}""".formatted(shariff, base, secretFile, base, base, secretFile, base);
    }

    /** Requests with their headers. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
