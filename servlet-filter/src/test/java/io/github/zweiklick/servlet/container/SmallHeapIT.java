package io.github.zweiklick.servlet.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many large pages at once in a heap that does not hold them all: each visitor gets the whole page all the same. */
final class SmallHeapIT {
    private Process server;
    private Path log;
    private int port;

    @BeforeEach
    void start() throws IOException {
        Path war = War.assemble("small-heap", "{}");
        log = war.resolveSibling("small-heap.log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        server = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeapServer.class.getName(),
                        war.toString())
                .redirectError(log.toFile())
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), ISO_8859_1));
        String line = out.readLine();
        assertThat(line).as(() -> "the server's first line; its log is " + log).startsWith("port ");
        port = Integer.parseInt(line.substring(5));
    }

    @AfterEach
    void stop() throws Exception {
        server.getOutputStream().close();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"/mass?pages=200, 200", "/mass-gzip?pages=100, 100", "/mass?exact&pages=30, 30"})
    void everyVisitorGetsTheWholePage(String path, int count) throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(count);
        try {
            CountDownLatch asked = new CountDownLatch(count);
            List<Future<String>> visits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                visits.add(visitors.submit(() -> visit(path, asked)));
            }
            for (Future<String> visit : visits) {
                assertThat(visit.get())
                        .startsWith("HTTP/1.1 200")
                        .contains("Ende der Seite")
                        .doesNotContain("<iframe");
            }
        } finally {
            visitors.shutdownNow();
        }
        assertThat(server.isAlive()).isTrue();
    }

    /** Reads nothing until all have asked, as on a slow line. */
    private String visit(String path, CountDownLatch asked) throws Exception {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(64 * 1024);
            socket.setSoTimeout(120_000);
            socket.connect(new InetSocketAddress("localhost", port), 20_000);
            socket.getOutputStream()
                    .write(("GET " + RunningWar.CONTEXT + "/scene" + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(ISO_8859_1));
            asked.countDown();
            asked.await();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
