package io.github.zweiklick.audit.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers may be slow, endless, or lead elsewhere. */
final class FetchTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private URI site;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/umgezogen" -> lead(exchange, "/seite");
            case "/kreis" -> lead(exchange, "/kreis");
            case "/weg" -> lead(exchange, "https://anderswo.test/x?sitzung=geheim");
            case "/krumm" -> lead(exchange, "https://[x/");
            case "/fort" -> exchange.sendResponseHeaders(404, -1);
            case "/endlos" -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] much = new byte[1 << 16];
                try (OutputStream out = exchange.getResponseBody()) {
                    for (int i = 0; i < 1 << 10; i++) {
                        out.write(much);
                    }
                }
            }
            case "/stumm" -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                waitForTheEnd();
            }
            case "/gepackt" -> {
                exchange.getResponseHeaders().add("Content-Encoding", "br");
                page(exchange);
            }
            default -> page(exchange);
        }
        exchange.close();
    }

    private void waitForTheEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void lead(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().add("Location", where);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void page(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=UTF-8");
        exchange.getResponseHeaders().add("Link", "<//a.test>; rel=preconnect");
        exchange.getResponseHeaders().add("Link", "<//b.test>; rel=preconnect");
        byte[] body = "<p>Größe".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Test
    void aDocumentComesWithItsHeader() throws IOException {
        Fetch.Document document = new Fetch().get(site.resolve("/umgezogen"));
        assertThat(document.url()).isEqualTo(site.resolve("/seite"));
        assertThat(document.contentType()).hasValue("text/html; charset=UTF-8");
        assertThat(document.type()).isEqualTo("text/html");
        assertThat(document.fields().get("link"))
                .containsExactly("<//a.test>; rel=preconnect", "<//b.test>; rel=preconnect");
        assertThat(new String(document.body(), StandardCharsets.UTF_8)).isEqualTo("<p>Größe");
    }

    @Test
    void whatCannotBeHadIsNamedWithTheReason() {
        fails(new Fetch(), "fort", "/fort answered with status 404");
        fails(new Fetch(), "kreis", "/kreis redirects more than 10 times");
        fails(new Fetch(), "endlos", "/endlos is larger than 20 MB");
        fails(new Fetch(), "gepackt", "/gepackt comes in the coding br");
        fails(new Fetch(), "krumm", "leads to an address that cannot be read");
        fails(new Fetch((from, to) -> true, SHORT), "stumm", "/stumm did not come to its end in time");
        ended.countDown();
        server.stop(0);
        fails(new Fetch(), "zu", "/zu cannot be had: ");
    }

    @Test
    void redirectsAreFollowedWhereTheyMay() {
        Fetch fetch = new Fetch((from, to) -> from.getHost().equals(to.getHost()));
        fails(fetch, "weg", "/weg leads to https://anderswo.test/x, which is not followed");
    }

    private void fails(Fetch fetch, String path, String message) {
        assertThatThrownBy(() -> fetch.get(site.resolve("/" + path)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("geheim");
    }
}
