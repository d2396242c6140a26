package io.github.zweiklick.servlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A site that asks a network, with the libraries for that inside the self-contained jar. */
interface CountingContract {
    /** Starts another application, which the caller stops. */
    RunningWar start(Path war, RunningWar.Compression compression) throws Exception;

    /** A network with an interface, on this machine. */
    record Network(HttpServer server, Queue<String> userAgents) implements AutoCloseable {
        static Network start() throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Queue<String> userAgents = new ConcurrentLinkedQueue<>();
            server.createContext("/v1/urls/count.json", exchange -> {
                userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
                byte[] body = "receiveCount({\"url\":\"-\",\"count\":7})".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return new Network(server, userAgents);
        }

        String configuration() {
            return """
                    {"origin": "https://www.musterstadt.example", "shares": {"counts": {
                      "pinterest": {"base": "http://127.0.0.1:%d"}}}}""".formatted(server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    default void countsAreFetchedAndUndeployingLeavesNoThreadAndNoClassLoader() throws Exception {
        try (Network network = Network.start()) {
            RunningWar war = start(
                    War.assemble(getClass().getSimpleName() + "-counting", network.configuration()),
                    RunningWar.Compression.NONE);
            try {
                WeakReference<ClassLoader> loader = use(war);
                assertThat(network.userAgents())
                        .isNotEmpty()
                        .allMatch(name ->
                                name.matches("Zweiklick/[0-9.]+ \\(\\+https://www\\.musterstadt\\.example/\\)"));
                war.undeploy();
                assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(
                                thread -> thread.isAlive() && thread.getName().startsWith("zweiklick-"))
                        .allSatisfy(thread -> thread.join(10_000))
                        .noneMatch(Thread::isAlive);
                for (int run = 0; run < 50 && loader.get() != null; run++) {
                    System.gc();
                }
                assertThat(loader.get()).isNull();
            } finally {
                war.stop();
            }
        }
    }

    /** On connections of their own: Jetty keeps the last application of a connection as long as that is open. */
    private static WeakReference<ClassLoader> use(RunningWar war) throws IOException {
        String request = "GET /stadt/zweiklick/shares?url="
                + URLEncoder.encode("https://www.musterstadt.example/fest", StandardCharsets.UTF_8)
                + " HTTP/1.1\r\nHost: www.musterstadt.example\r\nConnection: close\r\n\r\n";
        String answer = new DeployedSite(war).raw(request);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!answer.contains("{\"pinterest\":7}") && System.nanoTime() < end) {
            assertThat(answer).startsWith("HTTP/1.1 200").contains("{}");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = new DeployedSite(war).raw(request);
        }
        assertThat(answer).contains("{\"pinterest\":7}");
        return new WeakReference<>(war.loader());
    }
}
