package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.zweiklick.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo before a site that is not its own; what the browser does is told by {@link FakeAudit}. */
@Timeout(120)
final class UpstreamTest {
    private static final String PAGE =
            "<!DOCTYPE html><html lang=de><title>Rathaus</title><h1>Rathaus</h1><img src=https://f.example/x.png>";

    @TempDir
    Path folder;

    private HttpServer behind;
    private UpstreamAddress address;

    @BeforeEach
    void serve() throws IOException {
        behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind.createContext("/", exchange -> {
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/fort") ? 404 : 200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        behind.start();
        address = UpstreamAddress.parse(
                        "http://localhost:" + behind.getAddress().getPort() + "/rathaus?lang=de")
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        behind.stop(0);
    }

    @Test
    void itsPagesAreProtectedAndTheRestIsItsOwn() throws Exception {
        try (DemoSite site = start(FakeAudit.command("f.example"))) {
            Browser browser = new Browser(site.origin());
            HttpResponse<String> page = browser.get("/rathaus");
            assertThat(page.body()).contains("<h1>Rathaus</h1>").doesNotContain(" src=https://f.example");
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(browser.get("/fort").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theBenchComparesTheFirstPageAndThenAnyOther() throws Exception {
        try (DemoSite site = start(FakeAudit.command("www.youtube.com", "f.example"))) {
            Browser browser = new Browser(site.origin());
            JsonNode first = measured(browser);
            assertThat(first.at("/last/path").asString()).isEqualTo("/rathaus?lang=de");

            Document page = Jsoup.parse(browser.get("/pruefstand").body());
            assertThat(page.select(".zahl").eachText()).containsExactly("2", "0");
            assertThat(page.select("tbody tr").eachText())
                    .containsExactly(
                            "f.example Beim Laden: Anfrage gesendet Kein Kontakt festgestellt",
                            "www.youtube.com YouTube Beim Laden: Anfrage gesendet Kein Kontakt festgestellt");
            assertThat(page.text()).contains("29. November 2026", "kam in 12 s nicht zur Ruhe");
            assertThat(page.select("dd[lang=en]").text()).isEqualTo("the tides");
            assertThat(Jsoup.parse(browser.get("/en/pruefstand").body()).text())
                    .contains("While loading: request sent", "No contact seen");

            assertThat(browser.submit("/pruefstand/messung", "seite=/amt?id=7").statusCode())
                    .isEqualTo(303);
            assertThat(measured(browser).at("/last/path").asString()).isEqualTo("/amt?id=7");
        }
    }

    @Test
    void whatCannotBeMeasuredIsSaid() throws Exception {
        try (DemoSite site = start(FakeAudit.command(""))) {
            Browser browser = new Browser(site.origin());
            measured(browser);
            Document page = Jsoup.parse(browser.get("/pruefstand").body());
            assertThat(page.select("#stand [lang=en]").text()).contains("Chromium and its driver are missing");
            assertThat(page.select(".summe").eachText())
                    .containsExactly("Heute Nicht gemessen", "Mit Zweiklick Nicht gemessen");
        }
        try (DemoSite site = start(List.of(folder.resolve("nowhere").toString()))) {
            Browser browser = new Browser(site.origin());
            assertThat(measured(browser).at("/last/failure").asString()).contains("cannot be started");
        }
    }

    /** Else an error page, on which nobody is contacted, would look like a protected one. */
    @Test
    void anErrorPageAndOneElsewhereAreNone() throws Exception {
        try (DemoSite site = start(FakeAudit.command("f.example"))) {
            Browser browser = new Browser(site.origin());
            measured(browser);
            browser.submit("/pruefstand/messung", "seite=/fort");
            assertThat(measured(browser).at("/last/failure").asString()).contains("status 404");
            assertThat(Jsoup.parse(browser.get("/pruefstand").body()).select(".zahl"))
                    .isEmpty();
            browser.submit("/pruefstand/messung", "seite=/umgezogen");
            assertThat(measured(browser).at("/last/failure").asString()).contains("led to http://www.localhost:");
        }
    }

    @Test
    void onlyItsOwnPageBeginsAMeasurementAndOnlyOfTheSite() throws Exception {
        try (DemoSite site = start(FakeAudit.command("f.example"))) {
            Browser browser = new Browser(site.origin());
            measured(browser);
            assertThat(browser.submit("/pruefstand/messung", "seite=/x", "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.submit("/pruefstand/messung", "seite=/x", "Origin", "https://elsewhere.example")
                            .statusCode())
                    .isEqualTo(403);
            browser.submit("/pruefstand/messung", "seite=" + address.origin() + "//elsewhere.example/x");
            measured(browser);
            assertThat(Jsoup.parse(browser.get("/pruefstand").body(), site.origin() + "/pruefstand")
                            .select("a[target=_blank]")
                            .attr("abs:href"))
                    .isEqualTo(site.origin() + "//elsewhere.example/x");
            assertThat(browser.post("/pruefstand/anders").statusCode()).isEqualTo(405);
            assertThat(browser.get("/pruefstand/anders").statusCode()).isEqualTo(404);
            browser.submit("/pruefstand/messung", "seite=https://elsewhere.example/x");
            assertThat(measured(browser).at("/last/path").asString()).isEqualTo("/rathaus?lang=de");
        }
    }

    @Test
    void theFilesOwnPartForTheGatewayIsRead() throws Exception {
        Path file = Files.writeString(
                folder.resolve("zweiklick.json"), "{\"base\": \"/zk\", \"gateway\": {\"timeout\": \"5 seconds\"}}");
        try (DemoSite site = DemoSite.start(options(Optional.of(file), FakeAudit.command("f.example")))) {
            assertThat(new Browser(site.origin()).get("/zk/health/upstream").body())
                    .isEqualTo("up\n");
        }
        Files.writeString(file, "{\"gateway\": {\"timeout\": \"soon\"}}");
        assertThatThrownBy(() -> DemoSite.start(options(Optional.of(file), FakeAudit.command("f.example"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("timeout");
    }

    private DemoSite start(List<String> audit) throws Exception {
        return DemoSite.start(options(Optional.empty(), audit));
    }

    private DemoOptions options(Optional<Path> config, List<String> audit) {
        return new DemoOptions(0, "127.0.0.1", Optional.empty(), List.of(), config, false, Optional.of(address), audit);
    }

    /** What the bench says once nothing is under way. */
    private static JsonNode measured(Browser browser) throws Exception {
        Eventually.until("the bench has measured", () -> {
            JsonNode last = standing(browser).required("last");
            return !last.required("failure").isNull() || !last.required("after").isNull();
        });
        return standing(browser);
    }

    private static JsonNode standing(Browser browser) throws Exception {
        return JsonMapper.shared()
                .readTree(browser.get("/pruefstand/stand.json").body());
    }
}
