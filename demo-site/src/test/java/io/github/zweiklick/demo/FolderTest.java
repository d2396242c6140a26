package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --root}: a folder as it is. */
final class FolderTest {
    private static final byte[] LATIN = "<!DOCTYPE html><meta charset=iso-8859-1><title>K\u00e4se</title><p>K\u00e4se"
            .getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path outside;

    private Path root;
    private DemoSite site;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        root = Files.createDirectory(outside.resolve("site"));
        Files.write(root.resolve("index.html"), LATIN);
        Files.writeString(root.resolve("a.css"), "p{}");
        Files.writeString(root.resolve("bild.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Files.writeString(root.resolve("film.mp4"), "0123456789");
        Files.createDirectory(root.resolve("leer"));
        Files.writeString(outside.resolve("geheim.txt"), "geheim");
        site = DemoSite.start(new DemoOptions(0, "127.0.0.1", Optional.of(root), List.of(), Optional.empty(), false));
        browser = new Browser(site.origin());
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void bytesAreTheFiles() throws Exception {
        HttpResponse<byte[]> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(site.origin() + "/")).build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(LATIN);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/html")
                .doesNotContainIgnoringCase("utf-8");
    }

    @Test
    void typesAreRight() throws Exception {
        assertThat(type("/a.css")).startsWith("text/css");
        assertThat(type("/bild.svg")).startsWith("image/svg+xml");
    }

    @Test
    void foldersAreNotListed() throws Exception {
        HttpResponse<String> answer = browser.get("/leer/");

        assertThat(answer.statusCode()).isIn(403, 404);
        assertThat(answer.body()).doesNotContain("film.mp4");
    }

    @Test
    void nothingOutsideIsServed() throws Exception {
        for (String path :
                List.of("/../geheim.txt", "/%2e%2e/geheim.txt", "/..%2fgeheim.txt", "/leer/%2e%2e/%2e%2e/geheim.txt")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 499);
            assertThat(answer.body()).as(path).isNotEqualTo("geheim");
        }
    }

    @Test
    void partsAndConditionsAreHonoured() throws Exception {
        HttpResponse<String> part = browser.get("/film.mp4", "Range", "bytes=2-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");

        String tag = browser.get("/film.mp4").headers().firstValue("ETag").orElseThrow();
        assertThat(browser.get("/film.mp4", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    private String type(String path) throws Exception {
        return browser.get(path).headers().firstValue("Content-Type").orElseThrow();
    }

    @Test
    void aConfigurationMayNameServicesBesideIt() throws Exception {
        Path config = Files.writeString(outside.resolve("zweiklick.json"), "{\"services\": [\"radio.json\"]}");
        Files.writeString(outside.resolve("radio.json"), """
                {"name": "Stadtradio", "hosts": ["radio.example"], "embeds": [
                  {"id": "live", "content": "audio", "original": "https://radio.example/live",
                   "addresses": [{"hosts": ["radio.example"], "paths": ["/live"]}]}]}
                """);
        Files.writeString(root.resolve("radio.html"), "<iframe src=https://radio.example/live></iframe>");

        try (DemoSite own = DemoSite.start(
                new DemoOptions(0, "127.0.0.1", Optional.of(root), List.of(), Optional.of(config), false))) {
            assertThat(new Browser(own.origin()).get("/radio.html").body()).contains("data-service=\"radio\"");
        }
    }
}
