package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server behind does wrong is said truly: by a page before the first byte, by an aborted connection after it. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class FailureTest {
    private static final String PAGE = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
    private static final String FILE = "HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n";

    @TempDir
    Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private StubSite site;
    private Running gateway;

    @BeforeEach
    void start() throws Exception {
        site = new StubSite();
        site.at("/gut", "text/plain", new byte[] {'o', 'k'});
        gateway = Running.before(
                site,
                Files.writeString(folder.resolve("zweiklick.json"), "{\"gateway\": {\"timeout\": \"1 second\"}}"));
    }

    @AfterEach
    void stop() throws Exception {
        over.countDown();
        gateway.close();
        site.close();
    }

    private void isUnavailable(HttpResponse<String> answer, int status, String words) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words).doesNotContain("127.0.0.1").doesNotContain("Exception");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private void serves() throws Exception {
        assertThat(gateway.get("/gut").body()).isEqualTo("ok");
    }

    @Test
    void aServerThatIsDown() throws Exception {
        int port = site.port();
        site.close();
        isUnavailable(gateway.get("/gut"), 502, "nicht erreichbar");
        assertThat(gateway.get("/zweiklick/health").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/zweiklick/health/upstream").statusCode()).isEqualTo(503);
        site = new StubSite(new ServerSocket(port));
        site.at("/gut", "text/plain", new byte[] {'o', 'k'});
        serves();
        assertThat(gateway.get("/zweiklick/health/upstream").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void theVisitorsLanguage(String language) throws Exception {
        site.at("/", (request, wire) -> wire.send("what is this\r\n\r\n"));
        HttpResponse<byte[]> answer = gateway.ask(gateway.request("/").header("Accept-Language", language));
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("lang=\"" + language + "\"");
    }

    @Test
    void aServerThatSaysNothing() throws Exception {
        site.at("/", (request, wire) -> over.await());
        isUnavailable(gateway.get("/"), 504, "gerade auf sich warten");
        assertThat(gateway.ask(gateway.request("/").POST(HttpRequest.BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(504);
        serves();
    }

    @Test
    void aServerThatStopsInTheMiddleOfAPage() throws Exception {
        site.at("/", (request, wire) -> {
            wire.send(PAGE + "Set-Cookie: sitzung=1\r\nContent-Length: 500000\r\n\r\n<h1>Rathaus");
            over.await();
        });
        isUnavailable(gateway.get("/"), 504, "gerade auf sich warten");
        serves();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "short", "chunk", "torn"})
    void aServerThatBreaksOffAPage(String how) throws Exception {
        site.at("/", (request, wire) -> breakOff(PAGE, how, wire));
        isUnavailable(gateway.get("/"), 502, "nicht erreichbar");
        serves();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "short", "chunk", "torn"})
    void aServerThatBreaksOffADownload(String how) throws Exception {
        site.at("/datei.zip", (request, wire) -> breakOff(FILE, how, wire));
        assertThatThrownBy(() -> gateway.get("/datei.zip")).isInstanceOf(IOException.class);
        serves();
    }

    private static void breakOff(String head, String how, StubSite.Wire wire) throws Exception {
        String body = "x".repeat(100_000);
        switch (how) {
            case "reset" -> {
                wire.send(head + "Content-Length: 500000\r\n\r\n" + body);
                TimeUnit.MILLISECONDS.sleep(300);
                wire.reset();
            }
            case "short" -> {
                wire.send(head + "Content-Length: 500000\r\n\r\n" + body);
                wire.socket().close();
            }
            case "chunk" -> {
                wire.send(head + "Transfer-Encoding: chunked\r\n\r\n186a0\r\n" + body + "\r\nzzz\r\n");
                wire.socket().close();
            }
            case "torn" -> {
                wire.send(head + "Transfer-Encoding: chunked\r\n\r\n186a0\r\n" + body + "\r\n");
                wire.socket().close();
            }
            default -> throw new IllegalArgumentException(how);
        }
    }

    @Test
    void aDownloadThatStopsIsBrokenOffInTheEnd() throws Exception {
        site.at("/datei.zip", (request, wire) -> {
            wire.send(FILE + "Content-Length: 500000\r\n\r\nbeginning");
            over.await();
        });
        try (Socket socket = gateway.connect()) {
            socket.getOutputStream().write(Running.wire("GET /datei.zip HTTP/1.1\nHost: localhost\n\n"));
            InputStream in = Running.in(socket);
            assertThat(Running.head(in)).first().asString().startsWith("HTTP/1.1 200");
            assertThat(in.readNBytes(9)).hasSize(9);
            assertThat(endsShort(in)).isTrue();
        }
        serves();
    }

    private static boolean endsShort(InputStream in) {
        try {
            return in.read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void moreThanWasAnnouncedIsNeverTheNextVisitors() throws Exception {
        site.at(
                "/viel",
                (request, wire) ->
                        wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
                                + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged"));
        for (int i = 0; i < 5; i++) {
            assertThat(gateway.get("/viel").body()).isEqualTo("ok");
            serves();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is this\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nokk",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: {long}\r\n\r\n",
                ""
            })
    void anAnswerThatIsNone(String answer) throws Exception {
        site.at("/", (request, wire) -> {
            wire.send(answer.replace("{long}", "y".repeat(200_000)));
            wire.socket().close();
        });
        isUnavailable(gateway.get("/"), 502, "nicht erreichbar");
        serves();
    }

    @Test
    void aServerThatReadsNoUploadIsGivenUp() throws Exception {
        site.at("/upload", (request, wire) -> over.await());
        try (Socket socket = gateway.connect()) {
            FutureTask<Boolean> upload = new FutureTask<>(() -> uploadIsStopped(socket));
            Thread visitor = new Thread(upload);
            visitor.start();
            // As a browser does, which looks for an answer when its upload is stopped; Java's client may not.
            assertThat(Running.head(Running.in(socket))).first().asString().startsWith("HTTP/1.1 504");
            assertThat(upload.get()).isTrue();
            visitor.join();
        }
        serves();
    }

    private static boolean uploadIsStopped(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(Running.wire("POST /upload HTTP/1.1\nHost: localhost\nContent-Length: " + (64 << 20) + "\n\n"));
        try {
            out.write(new byte[64 << 20]);
            return false;
        } catch (IOException stopped) {
            return true;
        }
    }

    @Test
    void aVisitorWhoLeavesFreesTheServer() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        site.at("/datei.zip", (request, wire) -> {
            wire.send(FILE + "Content-Length: " + (1L << 40) + "\r\n\r\n");
            try {
                while (true) {
                    wire.send(new byte[64 << 10]);
                }
            } catch (IOException closed) {
                freed.countDown();
            }
        });
        Listening log = new Listening();
        Socket socket = gateway.connect();
        try {
            socket.getOutputStream().write(Running.wire("GET /datei.zip HTTP/1.1\nHost: localhost\n\n"));
            socket.getInputStream().readNBytes(1 << 20);
            socket.close();
            assertThat(freed.await(20, TimeUnit.SECONDS)).isTrue();
            serves();
        } finally {
            socket.close();
            log.close();
        }
        assertThat(log.lines).as("the server is not blamed").isEmpty();
    }

    @Test
    void theLogNamesTheServerThePathAndTheReasonAndNothingOfTheVisitor() throws Exception {
        site.at("/datei.zip", (request, wire) -> breakOff(FILE, "short", wire));
        Listening log = new Listening();
        try {
            assertThatThrownBy(() -> gateway.get("/datei.zip?name=Erika")).isInstanceOf(IOException.class);
            serves();
        } finally {
            log.close();
        }
        assertThat(log.lines)
                .containsExactly(
                        site.origin()
                                + " gave no whole answer for /datei.zip: it closed the connection before its answer"
                                + " was complete",
                        "The server behind the gateway answers again");
    }

    /** What the gateway says in the log while it is open. */
    private static final class Listening extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Logger logger = Logger.getLogger("io.github.zweiklick.gateway");

        Listening() {
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
