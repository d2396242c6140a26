package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.policy.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SimulatedNetworksTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final SimulatedNetworks networks = SimulatedNetworks.underLocalNames(
            Map.of(World.PROTECTED, 9101, World.UNPROTECTED, 9201), Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

    @Test
    void setsCookiesAndKnowsTheVisitorAgain() {
        Reply first = ask("facebook-ohne.localhost:9201", "/plugins/post.php", "");
        String cookie = header(first, "Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("datr=simuliert-").contains("Max-Age=63072000", "SameSite=None", "Secure");

        Reply second = ask(
                "facebook-ohne.localhost:9201",
                "/plugins/post.php",
                "",
                "Cookie",
                cookie.substring(0, cookie.indexOf(';')) + "; fr=simuliert");

        assertThat(header(second, "Set-Cookie")).isEmpty();
        assertThat(networks.log().contacts()).extracting(Contact::recognised).containsExactly(false, true);
        assertThat(networks.log().contacts().get(0).visitor())
                .isEqualTo(networks.log().contacts().get(1).visitor());
        assertThat(networks.log().contacts().get(0).cookiesSet()).containsExactly("datr", "fr");
    }

    @Test
    void tellsTheWorldsApartByName() {
        ask("youtube.localhost:9101", "/embed/abc", "");
        ask("youtube-ohne.localhost:9201", "/embed/abc", "");

        assertThat(networks.log().contacts())
                .extracting(Contact::world)
                .containsExactly(World.PROTECTED, World.UNPROTECTED);
        assertThat(networks.log().contacts()).extracting(Contact::host).containsOnly("www.youtube.com");
    }

    @Test
    void learnsThePageFromWhatScriptsReport() {
        ask(
                "platform.x-ohne.localhost:9201",
                "/embed/Tweet.html",
                "id=1&origin=https%3A%2F%2Fstadt.test%2Fneues",
                "Referer",
                "https://stadt.test/");

        Contact contact = networks.log().contacts().get(0);
        assertThat(contact.page()).contains("https://stadt.test/neues");
        assertThat(contact.referer()).contains("https://stadt.test/");
        assertThat(contact.time()).isEqualTo(NOW);
    }

    @Test
    void takesTheRefererWhereNoScriptReports() {
        ask("google.localhost:9101", "/maps/embed", "", "Referer", "https://stadt.test/anfahrt");

        assertThat(networks.log().contacts().get(0).page()).contains("https://stadt.test/anfahrt");
    }

    @Test
    void itsOwnFramesTellNothingNew() {
        ask("ytimg.localhost:9101", "/vi/abc/0.jpg", "", "Referer", "http://youtube.localhost:9101/embed/abc");

        assertThat(networks.log().contacts().get(0).page()).isEmpty();
    }

    @Test
    void loadersLeadToTheSameWorld() {
        Reply loader = ask("connect-facebook-ohne.localhost:9201", "/de_DE/sdk.js", "");

        assertThat(text(loader)).contains("http://facebook-ohne.localhost:9201/plugins/");
        assertThat(header(loader, "Content-Type")).contains("text/javascript;charset=utf-8");
    }

    @Test
    void underRealNamesEverythingIsReal() {
        SimulatedNetworks real = SimulatedNetworks.underRealNames();
        Reply loader =
                real.answer(new Call("https", "connect.facebook.net", "/de_DE/sdk.js", "", name -> Optional.empty()));

        assertThat(text(loader)).contains("https://www.facebook.com/plugins/");
        assertThat(real.log().contacts()).hasSize(1);
        for (String host : SimulatedNetworks.hosts()) {
            assertThat(real.answer(new Call("http", host + ":80", "/", "", name -> Optional.empty()))
                            .status())
                    .as(host)
                    .isNotEqualTo(421);
        }
    }

    @Test
    void framesSayThatTheyAreSimulatedAndEscape() {
        String frame = text(ask(
                "platform.x-ohne.localhost:9201",
                "/embed/Tweet.html",
                "id=%3Cscript%3E",
                "Referer",
                "http://stadt.test/<b>"));

        assertThat(frame).contains("Simuliertes Netzwerk").doesNotContain("<script>", "<b>");
    }

    @Test
    void strangersAreTurnedAwayUnnoted() {
        assertThat(ask("stadt.test", "/", "").status()).isEqualTo(421);
        assertThat(networks.log().contacts()).isEmpty();
    }

    @Test
    void theLogIsBounded() {
        for (int i = 0; i < ContactLog.CAPACITY + 10; i++) {
            ask("ytimg.localhost:9101", "/vi/" + i, "");
        }
        assertThat(networks.log().contacts()).hasSize(ContactLog.CAPACITY);
        assertThat(networks.log().contacts().get(0).path()).isEqualTo("/vi/10");
    }

    private Reply ask(String host, String path, String query, String... headers) {
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], headers[i + 1]);
        }
        return networks.answer(new Call("http", host, path, query, name -> Optional.ofNullable(named.get(name))));
    }

    private static Optional<String> header(Reply reply, String name) {
        return reply.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(HeaderLine::value)
                .findFirst();
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
