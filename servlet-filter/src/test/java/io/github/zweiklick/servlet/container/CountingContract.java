package io.github.zweiklick.servlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A site that asks networks for counts, posts and pictures, with the libraries for that inside the self-contained jar. */
interface CountingContract {
    /** For what a server fetches in the background, on a slow machine. */
    Duration PATIENCE = Duration.ofSeconds(60);

    /** Starts another application, which the caller stops. */
    RunningWar start(Path war, RunningWar.Compression compression) throws Exception;

    /** A network with an interface, on this machine. */
    record Network(HttpServer server, ExecutorService threads, Queue<String> userAgents) implements AutoCloseable {
        static Network start() throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Queue<String> userAgents = new ConcurrentLinkedQueue<>();
            server.createContext("/v1/urls/count.json", exchange -> {
                userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
                answer(exchange, "receiveCount({\"url\":\"-\",\"count\":7})".getBytes(StandardCharsets.UTF_8));
            });
            server.createContext("/api/v1/accounts/7/statuses", exchange -> answer(exchange, statuses(server)));
            // Made before it is asked for: whoever fetches it waits a few seconds only.
            byte[] picture = picture();
            server.createContext("/rathaus.png", exchange -> answer(exchange, picture));
            ExecutorService threads = Executors.newCachedThreadPool();
            server.setExecutor(threads);
            server.start();
            return new Network(server, threads, userAgents);
        }

        private static void answer(HttpExchange exchange, byte[] body) throws IOException {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        private static byte[] statuses(HttpServer server) {
            return """
                    [{"id": "1", "created_at": "2026-11-24T08:00:00.000Z", "url": "https://social.example/@stadt/1",
                      "visibility": "public", "content": "<p>Es schneit.</p>",
                      "account": {"id": "7", "acct": "stadt", "display_name": "Musterstadt"},
                      "media_attachments": [{"type": "image", "url": "http://127.0.0.1:%d/rathaus.png"}]}]""".formatted(server.getAddress().getPort()).getBytes(StandardCharsets.UTF_8);
        }

        private static byte[] picture() throws IOException {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        }

        String configuration() {
            return """
                    {"origin": "https://www.musterstadt.example",
                     "shares": {"counts": {"pinterest": {"base": "http://127.0.0.1:%1$d"}}},
                     "feeds": {"sources": {"rathaus": {
                       "kind": "mastodon", "base": "http://127.0.0.1:%1$d", "accountId": "7", "refresh": "10 minutes"}}}}""".formatted(server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    @Test
    default void countsAndPostsAreFetchedAndUndeployingLeavesNoThreadAndNoClassLoader() throws Exception {
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
                Eventually.collected(loader);
                assertThat(loader.get()).isNull();
            } finally {
                war.stop();
            }
        }
    }

    /** In a page that caches may keep for a day, of which a quarter of an hour is left; the picture made smaller by the jar's codecs. */
    private static void posts(DeployedSite site) throws IOException {
        String request = "GET /stadt%s HTTP/1.1\r\nHost: www.musterstadt.example\r\nConnection: close\r\n\r\n";
        String page = site.raw(request.formatted("/scene/posts"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!page.contains("<article") && System.nanoTime() - end < 0) {
            assertThat(page).startsWith("HTTP/1.1 200").contains("Beim Netzwerk lesen");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            page = site.raw(request.formatted("/scene/posts"));
        }
        assertThat(page).contains("Es schneit.").doesNotContain("Beim Netzwerk lesen");
        assertThat(page).containsIgnoringCase("Cache-Control: public, max-age=600");
        Matcher picture =
                Pattern.compile("src=\"/stadt(/zweiklick/media/[^\"]+)\"").matcher(page);
        assertThat(picture.find()).as(page).isTrue();
        assertThat(picture(site, request.formatted(picture.group(1))))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Content-Type: image/jpeg")
                .containsIgnoringCase("X-Content-Type-Options: nosniff");
    }

    /** Who asks while it is fetched waits five seconds, and is then told to come again. */
    private static String picture(DeployedSite site, String request) throws IOException {
        String answer = site.raw(request);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (answer.startsWith("HTTP/1.1 503") && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = site.raw(request);
        }
        return answer;
    }

    /** On connections of their own: Jetty keeps the last application of a connection as long as that is open. */
    private static WeakReference<ClassLoader> use(RunningWar war) throws IOException {
        String request = "GET /stadt/zweiklick/shares?url="
                + URLEncoder.encode("https://www.musterstadt.example/fest", StandardCharsets.UTF_8)
                + " HTTP/1.1\r\nHost: www.musterstadt.example\r\nConnection: close\r\n\r\n";
        String answer = new DeployedSite(war).raw(request);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answer.contains("{\"pinterest\":7}") && System.nanoTime() - end < 0) {
            assertThat(answer).startsWith("HTTP/1.1 200").contains("{}");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = new DeployedSite(war).raw(request);
        }
        assertThat(answer).contains("{\"pinterest\":7}");
        posts(new DeployedSite(war));
        return new WeakReference<>(war.loader());
    }
}
