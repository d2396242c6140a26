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
import java.util.Optional;
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
            server.destroyForcibly().waitFor();
        }
    }

    /**
     * A page of a megabyte is reckoned with 6 MB (PageMemory: three steps of 512 kB, four copies), one that needs a tree with 18 MB
     * besides (TreeMemory: 16 a byte, 512 a tag). All at once would take 1200 MB, 600 MB and 540 MB, more than twice the whole heap
     * of 256 MB, of which a quarter is for pages and a quarter for trees.
     */
    @ParameterizedTest
    @CsvSource({"/mass?pages=200, 200", "/mass-gzip?pages=100, 100", "/mass?exact&pages=30, 30"})
    void everyVisitorGetsTheWholePage(String path, int count) throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(count);
        try {
            CountDownLatch asked = new CountDownLatch(count);
            List<Future<Optional<String>>> visits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                visits.add(visitors.submit(() -> visit(path, asked)));
            }
            for (Future<Optional<String>> visit : visits) {
                assertThat(visit.get()).isEmpty();
            }
        } finally {
            visitors.shutdownNow();
        }
        assertThat(server.isAlive()).isTrue();
    }

    /**
     * Reads nothing until all have asked, as on a slow line.
     *
     * @return what is wrong with the answer, if anything; not the answer, which would be kept until all are there
     */
    private Optional<String> visit(String path, CountDownLatch asked) throws Exception {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(64 * 1024);
            socket.setSoTimeout(240_000);
            socket.connect(new InetSocketAddress("localhost", port), 20_000);
            socket.getOutputStream()
                    .write(("GET " + RunningWar.CONTEXT + "/scene" + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(ISO_8859_1));
            asked.countDown();
            asked.await();
            return fault(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        }
    }

    private static Optional<String> fault(String answer) {
        boolean framed = answer.contains("<iframe");
        if (answer.startsWith("HTTP/1.1 200") && answer.contains("Ende der Seite") && !framed) {
            return Optional.empty();
        }
        String status = answer.lines().findFirst().orElse("nothing");
        String end = answer.substring(Math.max(0, answer.length() - 200));
        return Optional.of(status + ", " + answer.length() + " characters, " + (framed ? "with" : "without")
                + " a frame; its end: " + end);
    }
}
