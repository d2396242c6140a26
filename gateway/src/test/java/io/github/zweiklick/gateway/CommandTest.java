package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as a program of its own. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CommandTest {
    @TempDir
    Path folder;

    /** Told to end, it lets a download end that is under way, and exits with 0. */
    @Test
    void saysReadyOnceItServesAndEndsWell() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (StubSite site = new StubSite()) {
            site.at("/lang.zip", (request, wire) -> {
                wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 8\r\n\r\nhalf");
                told.await();
                // The signal needs its time to arrive.
                TimeUnit.SECONDS.sleep(1);
                wire.send("half");
            });
            Process process = run("--upstream", site.origin(), "--port", "0");
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String ready = out.readLine();
            assertThat(ready).matches("ready http://127\\.0\\.0\\.1:\\d+/");
            URI origin = URI.create(ready.substring("ready ".length()));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.getPort())) {
                socket.getOutputStream()
                        .write(Running.wire("GET /lang.zip?wer=ich HTTP/1.1\nHost: localhost\nConnection: close\n\n"));
                InputStream in = Running.in(socket);
                Running.head(in);
                assertThat(in.readNBytes(4)).hasSize(4);
                process.toHandle().destroy();
                told.countDown();
                assertThat(in.readNBytes(4)).hasSize(4);
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.readLine())
                    .contains("\"GET /lang.zip HTTP/1.1\" 200 8")
                    .doesNotContain("127.0.0.1");
        }
    }

    @Test
    void wrongOptionsAreNamed() throws Exception {
        assertFails(2, "--prot", "--prot", "80");
        assertFails(2, "70000", "--port", "70000");
        assertFails(2, "scheme, host and port only", "--upstream", "127.0.0.1:8081");
        assertFails(2, "scheme, host and port only", "--upstream", "http://127.0.0.1:8081/typo3");
        assertFails(2, "visitor or upstream", "--host", "www.musterstadt.example");
        assertFails(
                2,
                "there is no such file",
                "--config",
                folder.resolve("fehlt.json").toString());
        Path wrong = Files.writeString(folder.resolve("zweiklick.json"), "{\"gatewai\": {}}");
        assertFails(1, "did you mean \"gateway\"", "--config", wrong.toString());
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String port = Integer.toString(taken.getLocalPort());
            assertFails(1, "port " + port, "--port", port);
        }
    }

    private void assertFails(int code, String message, String... arguments) throws Exception {
        Process process = run(arguments);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(code);
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(message)
                .doesNotContain("\tat ");
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
