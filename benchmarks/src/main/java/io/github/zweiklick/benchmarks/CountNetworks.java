package io.github.zweiklick.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as the networks that tell counts do, those that have ended too: {@code /graph.facebook.com/…} as that host. Counts who
 * was asked for what. For {@code benchmarks/shares}; ends when it is ended.
 */
public final class CountNetworks {
    private static final String COUNTS = "/counts";
    private static final Pattern PAGE = Pattern.compile("https?://[^\\s\"&]+");
    private static final String POSTS = "{\"kind\":\"Listing\",\"data\":{\"children\":[{\"data\":{\"score\":7}}]}}";
    private static final Map<String, String> ANSWERS = Map.of(
            "graph.facebook.com",
            "{\"engagement\":{\"reaction_count\":1200,\"comment_count\":52,\"share_count\":200},\"id\":\"0\"}",
            "api.facebook.com",
            "[{\"share_count\":1452}]",
            "oauth.reddit.com",
            POSTS,
            "www.reddit.com",
            POSTS,
            "api.pinterest.com",
            "receiveCount({\"count\":12})",
            "clients6.google.com",
            "{\"result\":{\"metadata\":{\"globalCounts\":{\"count\":2}}}}",
            "api.flattr.com",
            "{\"flattrs\":3}",
            "www.linkedin.com",
            "{\"count\":5}",
            "www.stumbleupon.com",
            "{\"result\":{\"views\":9}}",
            "www.xing-share.com",
            "{\"share_counter\":\"4\"}");

    private final int delay;
    /** By host, then by the page's address. */
    private final Map<String, Map<String, AtomicInteger>> asked = new ConcurrentHashMap<>();

    private CountNetworks(int delay) {
        this.delay = delay;
    }

    /** @param arguments milliseconds until it answers */
    public static void main(String[] arguments) throws IOException {
        // Else a kept connection waits 40 ms for each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", new CountNetworks(Integer.parseInt(arguments[0]))::answer);
        server.start();
        System.out.println("ready " + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query = exchange.getRequestURI().getQuery();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher page =
                    PAGE.matcher((query == null ? "" : query) + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
            if (path.equals(COUNTS)) {
                send(exchange, page.find() ? counts(page.group()) : counts());
                return;
            }
            String host = path.substring(1, path.indexOf('/', 1));
            if (path.endsWith("/access_token")) {
                pause();
                send(exchange, "{\"access_token\":\"token\",\"token_type\":\"bearer\",\"expires_in\":86400}");
                return;
            }
            asked.computeIfAbsent(host, name -> new ConcurrentHashMap<>())
                    .computeIfAbsent(page.find() ? page.group() : "", name -> new AtomicInteger())
                    .incrementAndGet();
            pause();
            send(exchange, ANSWERS.getOrDefault(host, "{}"));
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A line for each host: requests, addresses they were for, the most for one of these. */
    private String counts() {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(asked)
                .forEach((host, pages) -> lines.append(host)
                        .append(' ')
                        .append(pages.values().stream()
                                .mapToInt(AtomicInteger::get)
                                .sum())
                        .append(' ')
                        .append(pages.size())
                        .append(' ')
                        .append(pages.values().stream()
                                .mapToInt(AtomicInteger::get)
                                .max()
                                .orElse(0))
                        .append('\n'));
        return lines.toString();
    }

    /** A line for each host: requests for one address. */
    private String counts(String page) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(asked)
                .forEach((host, pages) -> lines.append(host)
                        .append(' ')
                        .append(pages.getOrDefault(page, new AtomicInteger()))
                        .append('\n'));
        return lines.toString();
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
