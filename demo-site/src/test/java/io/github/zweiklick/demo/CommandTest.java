package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as a program of its own. */
@Timeout(60)
final class CommandTest {
    @TempDir
    Path folder;

    @Test
    void saysReadyOnceServesAndEndsWellOnRequest() throws Exception {
        Process demo = run("--port", "0");
        String ready = demo.inputReader(StandardCharsets.UTF_8).readLine();

        assertThat(ready).matches("ready http://127\\.0\\.0\\.1:\\d+/");
        String origin = ready.substring("ready ".length(), ready.length() - 1);
        assertThat(new Browser(origin).get("/").statusCode()).isEqualTo(200);

        demo.toHandle().destroy(); // SIGTERM, the pipes left open
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isZero();
        assertThat(demo.inputReader(StandardCharsets.UTF_8).readLine()).isNull();
    }

    @Test
    void wrongOptionsAreNamed() throws Exception {
        assertFails(2, "--prot", "--prot", "80");
        assertFails(2, "--port", "--port", "achtzig");
        assertFails(2, "70000", "--port", "70000");
        assertFails(
                2, "there is no such folder", "--root", folder.resolve("fehlt").toString());
        assertFails(
                2,
                "there is no such file",
                "--config",
                folder.resolve("fehlt.json").toString());
        assertFails(2, "there is no such file", "--config", folder.toString());
        assertFails(2, "https://stadt.test", "--first-party", "https://stadt.test");
        assertFails(2, "--upstream stadt.test: write an address", "--upstream", "stadt.test");
        assertFails(2, "one site only", "--upstream", "https://stadt.test", "--root", folder.toString());
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String port = Integer.toString(taken.getLocalPort());
            assertFails(1, "port " + port, "--port", port);
        }
    }

    private void assertFails(int code, String message, String... arguments) throws Exception {
        Process demo = run(arguments);
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(code);
        assertThat(new String(demo.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(message);
        assertThat(demo.getInputStream().readAllBytes()).isEmpty();
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
