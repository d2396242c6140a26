package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts are answered by the threads that read the requests of all. */
class CountsTest extends BeforeStub {
    private static final String COUNTS = "/zweiklick/shares?url=https%3A%2F%2Fwww.stadt.example%2F";

    @TempDir
    Path folder;

    private Running with(String exclude) throws Exception {
        Path file = Files.writeString(folder.resolve("zweiklick.json"), """
                {"origin": "https://www.stadt.example", "exclude": [%s],
                 "shares": {"counts": {"pinterest": {"base": "%s/pinterest"}}}}
                """.formatted(exclude, site.origin()));
        return Running.before(site, file);
    }

    @Test
    void whatIsKnownIsTold() throws Exception {
        try (Running counting = with("")) {
            HttpResponse<String> answer = counting.get(COUNTS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
            assertThat(answer.headers().firstValue("Content-Length"))
                    .contains(String.valueOf(answer.body().length()));
            assertThat(answer.body()).startsWith("{").endsWith("}");
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(counting.ask(counting.request(COUNTS).header("If-None-Match", "*"))
                            .statusCode())
                    .isEqualTo(304);
            assertThat(tag).startsWith("\"");
            assertThat(counting.accessLog()).contains("\"GET /zweiklick/shares HTTP/1.1\" 200");
        }
    }

    @Test
    void whatIsWrongIsRefused() throws Exception {
        try (Running counting = with("")) {
            assertThat(counting.get("/zweiklick/shares").statusCode()).isEqualTo(400);
            assertThat(counting.get("/zweiklick/shares?url=https%3A%2F%2Fother.example%2F")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(counting.ask(counting.request(COUNTS).POST(BodyPublishers.ofString("1")))
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void whatIsLeftAloneIsTheSites() throws Exception {
        site.at("/zweiklick/shares", "text/plain", "the site's".getBytes(StandardCharsets.UTF_8));
        for (String exclude : List.of("\"/zweiklick/shares\"", "\"127.0.0.1\"")) {
            try (Running counting = with(exclude)) {
                assertThat(counting.get(COUNTS).body()).isEqualTo("the site's");
            }
        }
    }

    /** More of them than there are threads that read. */
    @Test
    void visitorsWhoTakeNothingKeepNobodyWaiting() throws Exception {
        int visitors = 2 * Runtime.getRuntime().availableProcessors();
        try (Running counting = with("")) {
            List<Socket> taking = new ArrayList<>();
            AtomicLong asked = new AtomicLong();
            for (int visitor = 0; visitor < visitors; visitor++) {
                taking.add(takingNothing(counting.port(), asked));
            }
            assertThat(settled(asked)).isLessThan(visitors * HELD);
            assertThat(counting.get(COUNTS).statusCode()).isEqualTo(200);
            assertThat(counting.get("/zweiklick/health").body()).isEqualToIgnoringNewLines("up");
            for (Socket socket : taking) {
                socket.close();
            }
        }
    }

    private static Socket takingNothing(int port, AtomicLong asked) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        byte[] requests = ("GET " + COUNTS + " HTTP/1.1\r\nHost: www.stadt.example\r\n\r\n")
                .repeat(100)
                .getBytes(StandardCharsets.US_ASCII);
        Thread visitor = new Thread(() -> {
            try {
                OutputStream out = socket.getOutputStream();
                while (true) {
                    out.write(requests);
                    asked.addAndGet(requests.length);
                }
            } catch (IOException closed) {
                // At the end.
            }
        });
        visitor.setDaemon(true);
        visitor.start();
        return socket;
    }
}
