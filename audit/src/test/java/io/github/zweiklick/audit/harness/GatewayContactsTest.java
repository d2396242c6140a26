package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.zweiklick.audit.selftest.LeakCorpus;
import io.github.zweiklick.audit.selftest.LeakHosts;
import io.github.zweiklick.audit.selftest.LeakPage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A site that is not Java's, and whose pages contact hosts by every way there is: with the gateway before it they contact nobody. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayContactsTest {
    private static final String PROTECTED = "www.musterstadt.test";
    private static final String BARE = "alt.musterstadt.test";
    private static final LeakPage LEAK = LeakCorpus.page("basic");
    private static final String EMBEDS = """
            <!doctype html><html lang=de><head><meta charset=utf-8><title>Neues</title></head><body><h1>Neues</h1>
            <iframe width=560 height=315 src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Film"></iframe>
            <blockquote class="twitter-tweet"><a href="https://twitter.com/stadt/status/1"></a></blockquote>
            <script async src="https://platform.twitter.com/widgets.js"></script>
            <p id=da>Text der Stadt</p></body></html>
            """;

    private HttpServer site;
    private Process gateway;
    private Path configuration;
    private ContactHarness harness;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        harness = ContactHarness.start();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        page("/", "text/html", LEAK.html(LeakHosts.named()));
        byte[] worker = LEAK.answer("/worker.js", LeakHosts.named()).body();
        page("/worker.js", "text/javascript", new String(worker, StandardCharsets.UTF_8));
        page("/neues", "text/html", EMBEDS);
        site.start();
        configuration = Files.createTempFile("zweiklick", ".json");
        Files.writeString(configuration, "{\"trustedProxies\": [\"127.0.0.0/8\"]}");
        gateway = before(site.getAddress(), configuration);
        harness.serve(PROTECTED, Site.proxyTo(ready(gateway)));
        harness.serve(BARE, Site.proxyTo(site.getAddress()));
    }

    private void page(String path, String type, String body) {
        site.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** The command, as an operator starts it. */
    private static Process before(InetSocketAddress upstream, Path configuration) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.zweiklick.gateway.Main",
                        "--upstream",
                        "http://127.0.0.1:" + upstream.getPort(),
                        "--port",
                        "0",
                        "--access-log",
                        "off",
                        "--config",
                        configuration.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static InetSocketAddress ready(Process process) throws IOException {
        String ready = process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(ready).startsWith("ready ");
        URI origin = URI.create(ready.substring("ready ".length()));
        return new InetSocketAddress(origin.getHost(), origin.getPort());
    }

    @AfterAll
    void stop() throws Exception {
        if (gateway != null) {
            gateway.toHandle().destroy();
            assertThat(gateway.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(gateway.exitValue()).isZero();
        }
        if (site != null) {
            site.stop(0);
        }
        if (configuration != null) {
            Files.delete(configuration);
        }
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void withTheGatewayNobodyIsContacted() {
        ContactReport report = visited(PROTECTED);
        assertThat(report.contacts()).as("%s", report).isEmpty();
        assertThat(report.firstParty())
                .filteredOn(contact -> contact.level() == Level.REQUEST)
                .hasSizeGreaterThan(2);
    }

    @Test
    void withoutItManyAre() {
        assertThat(visited(BARE).foreignHosts())
                .hasSizeGreaterThan(LEAK.vectors().size() / 2)
                .contains("www.youtube.com", "platform.twitter.com");
    }

    private ContactReport visited(String host) {
        try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
            visit.open("http://" + host + "/");
            visit.scrollToEnd();
            visit.open("http://" + host + "/neues");
            visit.scrollToEnd();
            visit.hoverEverything();
            assertThat(visit.evaluate("document.getElementById('da').textContent")
                            .asString())
                    .isEqualTo("Text der Stadt");
            visit.idle(Duration.ofSeconds(2));
            return visit.report();
        }
    }
}
