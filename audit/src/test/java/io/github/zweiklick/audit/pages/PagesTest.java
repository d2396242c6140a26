package io.github.zweiklick.audit.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the pages of a site are found. */
final class PagesTest {
    private record Answer(int status, String type, byte[] body) {}

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String site = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        site = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            Answer answer = answers.getOrDefault(path, new Answer(404, "text/html", new byte[0]));
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (answer.status() == 302) {
                exchange.getResponseHeaders().set("Location", new String(answer.body(), StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void page(String path, String body) {
        put(path, 200, "text/html; charset=utf-8", body);
    }

    private void put(String path, int status, String type, String body) {
        answers.put(path, new Answer(status, type, body.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> crawled(int most) throws IOException {
        return new Crawl(host -> false).addresses(List.of(site + "/"), most);
    }

    private List<String> mapped(String path) throws IOException {
        return new Sitemap(host -> host.equals("karte.stadt.test")).addresses(URI.create(site + path));
    }

    @Test
    void linksOfTheSitesOwnAreFollowedNearestFirst() throws IOException {
        page(
                "/",
                "<a href=/a#oben>A</a> <a href=b>B</a> <a href=https://fremd.test/>F</a> <a href=mailto:x@y.test>M</a>"
                        + "<a href='http://[kaputt'>K</a> <map><area href=/c></map> <a href=/a>noch einmal</a>");
        page("/a", "<a href=/tief>T</a>");
        page("/b", "");
        page("/c", "");
        page("/tief", "");
        assertThat(crawled(10)).containsExactly(site + "/", site + "/a", site + "/b", site + "/c", site + "/tief");
        assertThat(asked).as("each once").doesNotHaveDuplicates();
        assertThat(crawled(3)).containsExactly(site + "/", site + "/a", site + "/b");
    }

    @Test
    void whatIsNoPageOfTheSiteIsLeftOut() throws IOException {
        page("/", "<a href=/tot>1</a> <a href=/bild.png>2</a> <a href=/weg>3</a> <a href=/gut>4</a>");
        put("/bild.png", 200, "image/png", "PNG");
        put("/weg", 302, "text/html", "http://localhost:" + server.getAddress().getPort() + "/anderswo");
        page("/anderswo", "");
        page("/gut", "");
        assertThat(crawled(10)).containsExactly(site + "/", site + "/gut");
    }

    @Test
    void aSiteThatCannotBeHadIsNamed() {
        put("/", 503, "text/html", "");
        assertThatThrownBy(() -> crawled(10))
                .isInstanceOf(IOException.class)
                .hasMessage(site + "/ answered with status 503");
    }

    @Test
    void sitemapsNameTheSitesAddressesAndOtherSitemaps() throws IOException {
        put(
                "/sitemap.xml",
                200,
                "application/xml",
                "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc> /eins.xml </loc></sitemap>"
                        + "<sitemap><loc>" + site
                        + "/zwei.xml.gz</loc></sitemap><sitemap><loc>/sitemap.xml</loc></sitemap>"
                        + "</sitemapindex>");
        put(
                "/eins.xml",
                200,
                "text/xml",
                "<urlset><url><loc>" + site + "/?a=1&amp;b=2</loc><lastmod>2026</lastmod></url>"
                        + "<url><loc>https://fremd.test/</loc></url><url><loc>https://karte.stadt.test/x</loc></url></urlset>");
        answers.put(
                "/zwei.xml.gz",
                new Answer(200, "application/gzip", zipped("<urlset><url><loc>/zwei</loc></url></urlset>", 0)));
        assertThat(mapped("/sitemap.xml"))
                .containsExactly(site + "/?a=1&b=2", "https://karte.stadt.test/x", site + "/zwei");
        assertThat(asked).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>kein XML<br>",
                "",
                "<!DOCTYPE u [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><urlset><url><loc>/&e;</loc></url></urlset>",
                "<urlset><url><loc>http://[kaputt</loc></url></urlset>"
            })
    void whatIsNoSitemapIsNamed(String body) {
        put("/sitemap.xml", 200, "application/xml", body);
        assertThatThrownBy(() -> mapped("/sitemap.xml"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(site + "/sitemap.xml is no sitemap that can be read");
    }

    @Test
    void aSitemapThatUnpacksToFarTooMuchIsRefused() throws IOException {
        answers.put("/sitemap.xml", new Answer(200, "application/gzip", zipped("<urlset>", 60 << 20)));
        assertThatThrownBy(() -> mapped("/sitemap.xml")).hasMessage(site + "/sitemap.xml is larger than 50 MB");
        answers.put("/kurz.xml", new Answer(200, "application/gzip", new byte[] {0x1f, (byte) 0x8b, 8}));
        assertThatThrownBy(() -> mapped("/kurz.xml")).hasMessageContaining("is no sitemap that can be read");
    }

    private static byte[] zipped(String text, int spaces) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int written = 0; written < spaces; written += block.length) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
