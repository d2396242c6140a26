package io.github.zweiklick.audit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pages of a server, with the header they are sent with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UrlScanTest {
    private static final String PAGE = "<p>Größe<img src=\"http://fremd.test/a.png\"><img src=/b.png>";
    private static final Map<String, String> FOREIGN = Map.of(
            "Link", "<https://fremd.test/x>; rel=preconnect, </eigen.css>; rel=preload",
            "Refresh", "5; url=https://weg.test/?token=geheim",
            "Alt-Svc", "h3=\"anders.test:443\"",
            "NEL", "{\"report_to\": \"a\", \"max_age\": 100}",
            "Report-To", "{\"group\": \"a\", \"max_age\": 1, \"endpoints\": [{\"url\": \"https://berichte.test/r\"}]}",
            "Reporting-Endpoints", "a=\"https://berichte.test/r\"",
            "Content-Security-Policy", "default-src 'self'; report-uri https://berichte.test/csp",
            "Speculation-Rules", "\"/regeln.json\"");

    private final SiteScan scan = new SiteScan(Catalogue.bundled(), List.of());
    private HttpServer server;
    private String site;

    @BeforeAll
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/umgezogen") || path.equals("/fort")) {
            String host = path.equals("/fort") ? site.replace("127.0.0.1", "localhost") : site;
            exchange.getResponseHeaders().add("Location", host + "/seite?id=17");
            exchange.sendResponseHeaders(301, -1);
        } else if (path.equals("/kaputt")) {
            exchange.sendResponseHeaders(500, -1);
        } else {
            boolean latin = path.equals("/latin");
            exchange.getResponseHeaders()
                    .add(
                            "Content-Type",
                            path.equals("/bild")
                                    ? "image/png"
                                    : "text/html; charset=" + (latin ? "iso-8859-1" : "utf-8"));
            exchange.getResponseHeaders().add("Link", "</eigen.css>; rel=preload");
            if (path.equals("/koepfe")) {
                FOREIGN.forEach(exchange.getResponseHeaders()::add);
            }
            byte[] body = PAGE.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private Scanned scan(String path) {
        return scan.url(WebUrl.parse(site + path).orElseThrow());
    }

    @Test
    void aPageIsReadInTheCharsetOfItsHeader() {
        for (String path : List.of("/seite", "/latin")) {
            Scanned page = scan(path);
            assertThat(page.error()).isEmpty();
            assertThat(page.uri()).isEqualTo(site + path);
            assertThat(page.found()).singleElement().satisfies(found -> {
                assertThat(found.problem().rule()).isEqualTo("resource");
                assertThat(found.problem().region())
                        .hasValueSatisfying(
                                region -> assertThat(region.column()).isEqualTo(9));
            });
        }
        assertThat(scan("/latin").charset()).hasValue("windows-1252");
    }

    @Test
    void headerLinesThatContactSomebodyAreTold() {
        List<String> messages = scan("/koepfe").found().stream()
                .filter(found -> found.problem().rule().equals("header"))
                .map(found -> found.problem().message())
                .toList();
        assertThat(messages).hasSameSizeAs(FOREIGN.keySet());
        assertThat(FOREIGN.keySet())
                .allSatisfy(name -> assertThat(messages)
                        .anyMatch(message -> message.toLowerCase(java.util.Locale.ROOT)
                                .startsWith("the header " + name.toLowerCase(java.util.Locale.ROOT) + ": ")));
        assertThat(String.join("\n", messages)).doesNotContain("geheim").contains("fremd.test", "berichte.test");
    }

    @Test
    void aRedirectOfTheSameSiteIsFollowedAndTold() {
        Scanned page = scan("/umgezogen");
        assertThat(page.name()).isEqualTo(site + "/umgezogen");
        assertThat(page.uri()).isEqualTo(site + "/seite?id=17");
        assertThat(page.notices()).containsExactly("it leads to " + site + "/seite?id=17, which was scanned");
        assertThat(page.found()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsSaidToBeSo() {
        assertThat(scan("/fort").error())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("leads to http://localhost:", "which is not followed"));
        assertThat(scan("/kaputt").error())
                .hasValueSatisfying(why -> assertThat(why).contains("answered with status 500"));
        assertThat(scan("/bild").error()).hasValue("it is neither a page nor a style sheet");
        assertThat(scan.url(WebUrl.parse("http://127.0.0.1:9/?token=9f8e7d6c5b4a39281706f5e4d3c2b1a0")
                        .orElseThrow()))
                .satisfies(page -> {
                    assertThat(page.error())
                            .hasValueSatisfying(why -> assertThat(why).contains("cannot be had"));
                    assertThat(page.toString()).doesNotContain("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
                });
    }

    @Test
    void theSitesTwinIsItsOwn() {
        assertThat(WwwTwin.of("www.stadt.example")).hasValue("stadt.example");
        assertThat(WwwTwin.of("stadt.example")).hasValue("www.stadt.example");
        assertThat(List.of("localhost", "127.0.0.1", "[::1]"))
                .allSatisfy(host -> assertThat(WwwTwin.of(host)).isEmpty());
    }
}
