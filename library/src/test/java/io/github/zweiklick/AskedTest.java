package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.upstream.Eventually;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A site that asks a network which takes no connection: nobody notices but those who look after it. */
final class AskedTest {
    private static final String ORIGIN = "https://www.musterstadt.example";

    private static Configuration configuration(String refresh) {
        return Configuration.parse("""
                {"origin": "%s", "shares": {"counts": {"pinterest": {"base": "http://127.0.0.1:%d", "refresh": "%s"}}}}""".formatted(ORIGIN, closedPort(), refresh), "zweiklick.json");
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Finding> told(Zweiklick zweiklick) {
        return zweiklick.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.UPSTREAM)
                .toList();
    }

    private static byte[] status(Zweiklick zweiklick, String path, boolean admitted) {
        WebUrl address = WebUrl.parse(ORIGIN + "/zweiklick" + path + "?lang=en").orElseThrow();
        Reply reply = zweiklick.administer(
                new Request("GET", path, address, name -> Optional.empty(), new byte[0]), "", admitted);
        assertThat(reply.status()).isEqualTo(admitted ? 200 : 404);
        return reply.body();
    }

    @Test
    void itIsToldAtStartWithTheRemedyAndPagesGoOnWithout() {
        try (Zweiklick zweiklick = Zweiklick.of(configuration("30 minutes"))) {
            Eventually.until("it is told", () -> !told(zweiklick).isEmpty());

            assertThat(told(zweiklick)).singleElement().satisfies(finding -> {
                assertThat(finding.place()).isEqualTo("pinterest");
                assertThat(finding.message()).contains("it takes no connection");
                assertThat(finding.remedy()).contains("firewall");
            });
            byte[] page =
                    "<!doctype html><body><zweiklick-share services=\"pinterest facebook\" counts></zweiklick-share>"
                            .getBytes(StandardCharsets.UTF_8);
            Rewrite rewrite = zweiklick
                    .protection(WebUrl.parse(ORIGIN + "/fest").orElseThrow(), "")
                    .page(page, Optional.of("text/html; charset=utf-8"), List.of());
            assertThat(new String(((Rewrite.Rewritten) rewrite).body(), StandardCharsets.UTF_8))
                    .contains("zweiklick-share-title")
                    .doesNotContain("zweiklick-share-count");
        }
    }

    @Test
    void theStatusSaysWhatIsWrongAndWhatToDo() {
        try (Zweiklick zweiklick = Zweiklick.of(configuration("30 minutes"))) {
            Eventually.until("it is told", () -> !told(zweiklick).isEmpty());

            JsonNode status = JsonMapper.shared()
                    .readTree(status(zweiklick, "/admin/status.json", true))
                    .path("upstreams")
                    .path(0);
            Document page = Jsoup.parse(new String(status(zweiklick, "/admin/status", true), StandardCharsets.UTF_8));

            assertThat(status.path("id").asString()).isEqualTo("pinterest");
            assertThat(status.path("well").asBoolean()).isFalse();
            assertThat(status.path("circuit").asString()).isEqualTo("closed");
            assertThat(status.path("lastFault").path("kind").asString()).isEqualTo("UNREACHABLE");
            assertThat(status.path("lastFault").path("remedy").asString()).contains("firewall");
            assertThat(status.path("failed").asInt()).isEqualTo(1);
            assertThat(page.select("h1").text()).isEqualTo("Networks the server asks");
            assertThat(page.select("article h2").eachText()).containsExactly("pinterest");
            assertThat(page.text()).contains("it takes no connection", "firewall", "never yet");
            status(zweiklick, "/admin/status", false);
            status(zweiklick, "/admin/status.json", false);
        }
    }

    @Test
    void aSiteThatAsksNobodySaysSo() {
        try (Zweiklick zweiklick = Zweiklick.create()) {
            assertThat(new String(status(zweiklick, "/admin/status", true), StandardCharsets.UTF_8))
                    .contains("The server asks no network.");
            assertThat(new String(status(zweiklick, "/admin/status.json", true), StandardCharsets.UTF_8))
                    .contains("\"upstreams\" : [ ]");
        }
    }

    @Test
    void whatWasFetchedOutlivesARereadingThatConcernsOtherThings() {
        Configuration first = configuration("30 minutes");
        Zweiklick before = Zweiklick.of(first);
        Eventually.until("it is told", () -> !told(before).isEmpty());
        try (Zweiklick after = before.succeededBy(first, "")) {
            before.close();
            assertThat(asked(after)).isEqualTo(1);
            assertThat(told(after)).hasSize(1);
        }
    }

    @Test
    void otherSettingsBeginAnew() {
        Zweiklick before = Zweiklick.of(configuration("30 minutes"));
        Eventually.until("it is told", () -> !told(before).isEmpty());
        try (Zweiklick after = before.succeededBy(configuration("40 minutes"), "")) {
            before.close();
            Eventually.until("it is asked", () -> asked(after) == 1);
            assertThat(after.summary()).contains("asked by the server how often pages were shared: pinterest");
        }
    }

    private static int asked(Zweiklick zweiklick) {
        return JsonMapper.shared()
                .readTree(status(zweiklick, "/admin/status.json", true))
                .path("upstreams")
                .path(0)
                .path("asked")
                .asInt();
    }

    @Test
    void closingLeavesNoThread() {
        try (Zweiklick zweiklick = Zweiklick.of(configuration("30 minutes"))) {
            Eventually.until("it is told", () -> !told(zweiklick).isEmpty());
        }

        Eventually.until(
                "they end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("zweiklick-upstream")));
    }
}
