package io.github.zweiklick.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.Finding.Kind;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdminPagesTest {
    private static final String PLACE = "https://www.musterstadt.example/aktuelles";

    private final Zweiklick zweiklick = Zweiklick.of(Configuration.defaults());

    @Test
    void eachFindingStandsWithPlaceRemedyAndTheLineToPaste() {
        blocked("cdn.example", PLACE);
        blocked("cdn.example", PLACE + "/2");
        zweiklick.report(new Finding(Kind.CHARSET, PLACE, "No charset", "Send it"));

        Document page = page("/admin/findings", Map.of("Accept-Language", "en"));

        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("section > h2").eachText())
                .containsExactly("Files from foreign servers (1)", "Pages without a charset (1)");
        assertThat(page.select("nav a").eachAttr("href")).containsExactly("#blocked-resource", "#charset");
        assertThat(page.select("#blocked-resource dd").eachText())
                .contains("Host it", PLACE, PLACE + "/2")
                .anyMatch(text -> text.startsWith("2 times, first 20"));
        assertThat(page.expectFirst("#blocked-resource pre code").text())
                .isEqualTo("{\"host\": \"cdn.example\", \"reason\": \"…\"}");
        assertThat(page.select("#charset pre")).isEmpty();
    }

    @Test
    void theGermanPageMarksWhatIsEnglish() {
        blocked("cdn.example", PLACE);

        Document page = page("/admin/findings?lang=de", Map.of());

        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(page.expectFirst("h1").text()).isEqualTo("Befunde");
        assertThat(page.expectFirst("h3").attr("lang")).isEqualTo("en");
    }

    @Test
    void observedOnesSayThatNothingWasChanged() {
        zweiklick.report(new Finding(Kind.TRACKER, PLACE, "would be left out", "Delete it", Optional.empty(), true));
        assertThat(page("/admin/findings?lang=en", Map.of()).text()).contains("nothing was changed here");
    }

    @Test
    void whatIsQuotedIsText() {
        String evil = "</h3><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u2028";
        zweiklick.report(new Finding(Kind.FOREIGN_HEADER, evil, evil, evil, Optional.of(evil), false));

        Reply reply = answer("GET", "/admin/findings", Map.of(), true);
        Document page = Jsoup.parse(text(reply));

        assertThat(page.select("script, img, [onerror]")).isEmpty();
        assertThat(page.expectFirst("h3").wholeText()).isEqualTo(evil);
        assertThat(page.select("pre")).isEmpty();
        assertThat(text(reply).chars()).allMatch(c -> c < 0x80);
        assertThat(text(answer("GET", "/admin/findings.json", Map.of(), true)))
                .contains("</h3><script>alert(1)</script><img src=x onerror=alert(1)>\\\"'&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"srcdoc", "importmap", "", "a b.example", "[::1]", "x\".example"})
    void noLineIsOfferedForWhatIsNoHost(String host) {
        blocked(host, PLACE);
        assertThat(page("/admin/findings", Map.of()).select("pre")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsWords(Kind kind) {
        zweiklick.report(new Finding(kind, PLACE, "m", "r"));
        for (String language : new String[] {"de", "en"}) {
            assertThat(page("/admin/findings?lang=" + language, Map.of())
                            .expectFirst("h2")
                            .text())
                    .endsWith(" (1)");
        }
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(page("/admin/findings?lang=en", Map.of()).text()).contains("Nothing was found so far");
    }

    @Test
    void jsonComesByNameOrByAccept() {
        blocked("cdn.example", PLACE);

        Reply named = answer("GET", "/admin/findings.json", Map.of(), true);
        Reply asked = answer("GET", "/admin/findings", Map.of("Accept", "application/json"), true);
        Reply browser = answer("GET", "/admin/findings", Map.of("Accept", "text/html,*/*;q=0.8"), true);

        assertThat(value(named, "Content-Type")).contains("application/json; charset=utf-8");
        assertThat(value(named, "Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        assertThat(text(named))
                .contains("\"kind\" : \"BLOCKED_RESOURCE\"", "\"host\" : \"cdn.example\"", "\"count\" : 1");
        assertThat(text(asked)).isEqualTo(text(named));
        assertThat(value(asked, "Vary")).contains("Accept");
        assertThat(value(browser, "Content-Type").orElseThrow()).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/findings", "/admin/findings.json", "/admin", "/admin/", "/admin/none"})
    void whoIsNotAdmittedIsToldWhatIsToldOfAnyUnknownAddress(String path) {
        blocked("cdn.example", PLACE);

        Reply refused = answer("GET", path, Map.of("Accept", "application/json"), false);

        assertThat(refused.status()).isEqualTo(404);
        Reply unknown = zweiklick.answer(request("GET", "/none", Map.of("Accept", "application/json")), "");
        assertThat(refused.headers()).isEqualTo(unknown.headers());
        assertThat(text(refused)).isEqualTo(text(unknown)).doesNotContain("cdn.example");
    }

    @Test
    void theOrdinaryEndpointsNeverTell() {
        blocked("cdn.example", PLACE);
        for (String path : new String[] {"/admin/findings", "/admin/findings.json"}) {
            Reply reply = zweiklick.answer(request("GET", path, Map.of()), "");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(text(reply)).doesNotContain("cdn.example");
        }
    }

    @Test
    void theyAreOnlyRead() {
        Reply reply = answer("POST", "/admin/findings", Map.of(), true);
        assertThat(reply.status()).isEqualTo(405);
        assertThat(value(reply, "Allow")).contains("GET, HEAD");
        assertThat(answer("GET", "/admin/none", Map.of(), true).status()).isEqualTo(404);
    }

    @Test
    void nothingIsStoredOrFramedElsewhere() {
        for (Reply reply : new Reply[] {
            answer("GET", "/admin/findings", Map.of(), true), answer("GET", "/admin/findings.json", Map.of(), true)
        }) {
            assertThat(value(reply, "Cache-Control")).contains("no-store");
            assertThat(value(reply, "X-Content-Type-Options")).contains("nosniff");
            assertThat(value(reply, "Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors");
        }
    }

    private void blocked(String host, String place) {
        zweiklick.report(
                new Finding(Kind.BLOCKED_RESOURCE, place, "Blocked " + host, "Host it", Optional.of(host), false));
    }

    private Document page(String path, Map<String, String> headers) {
        Reply reply = answer("GET", path, headers, true);
        assertThat(reply.status()).isEqualTo(200);
        return Jsoup.parse(text(reply));
    }

    private Reply answer(String method, String path, Map<String, String> headers, boolean admitted) {
        return zweiklick.administer(request(method, path, headers), "", admitted);
    }

    private static Request request(String method, String path, Map<String, String> headers) {
        int query = path.indexOf('?');
        return new Request(
                method,
                query < 0 ? path : path.substring(0, query),
                WebUrl.parse("https://www.musterstadt.example/zweiklick" + path).orElseThrow(),
                name -> Optional.ofNullable(headers.get(name)),
                new byte[0]);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static Optional<String> value(Reply reply, String name) {
        return reply.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(HeaderLine::value)
                .findFirst();
    }
}
