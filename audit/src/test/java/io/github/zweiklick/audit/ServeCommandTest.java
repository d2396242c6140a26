package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is typed. */
final class ServeCommandTest {

    @TempDir
    Path folder;

    @Test
    void itPrintsTheAddressAndServesUntilItIsEnded() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                StadtSite.java(Main.class.getName(), "serve", "--folder=" + folder.resolve("audits")));
        builder.redirectErrorStream(true);
        Process serve = builder.start();
        try (BufferedReader lines = serve.inputReader()) {
            String address = lines.lines()
                    .filter(line -> line.startsWith("http://127.0.0.1:"))
                    .findFirst()
                    .orElseThrow();
            HttpResponse<String> page = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<h1>Neue Pr&#252;fung</h1>");
        } finally {
            serve.destroy();
            assertThat(serve.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(folder.resolve("audits")).isDirectory();
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        StringWriter err = new StringWriter();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(Main.command()
                            .setErr(new PrintWriter(err))
                            .execute("serve", "--folder=" + folder, "--port=" + taken.getLocalPort()))
                    .isEqualTo(2);
        }
        assertThat(err.toString()).startsWith("Could not be done: BindException");
    }
}
