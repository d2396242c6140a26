package io.github.zweiklick.endpoint;

import static io.github.zweiklick.endpoint.Musterstadt.document;
import static io.github.zweiklick.endpoint.Musterstadt.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.view.ExampleServices;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything below the base path that is not the airlock. */
final class EndpointsTest {
    private final Musterstadt city = new Musterstadt();

    @Test
    void assetsAreKeptForEverUnderTheirHash() {
        String name = city.view.assets().named("zweiklick.js").orElseThrow().fileName();
        Reply reply = city.answer(Requests.get("/assets/" + name));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(header(reply, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(reply, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        // Sandboxed documents ask for modules as strangers.
        assertThat(header(reply, "Access-Control-Allow-Origin")).isEqualTo("*");
        String etag = header(reply, "ETag");
        for (String tag : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
            Reply again = city.answer(Requests.get("/assets/" + name).with("If-None-Match", tag));
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        assertThat(city.answer(Requests.get("/assets/" + name).with("If-None-Match", "\"x\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void assetsOfOldPagesAreStillAnswered() {
        Reply reply = city.answer(Requests.get("/assets/zweiklick-0123456789ab.css"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(header(reply, "Cache-Control")).isEqualTo("public, max-age=300");
    }

    @ParameterizedTest
    @CsvSource({"/notice,Beispielnetz", "/notice?service=network&lang=en,Ireland", "/settings,Erlaubnisse"})
    void pagesForVisitors(String path, String expected) {
        Reply reply = city.answer(Requests.get(path));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(document(reply).text()).contains(expected);
    }

    @Test
    void theNoticeOfOneServiceIsAboutThatOne() {
        assertThat(document(city.answer(Requests.get("/notice?service=network")))
                        .text())
                .doesNotContain("Verbundnetz")
                .contains("Example Road 1");
        assertThat(document(city.answer(Requests.get("/notice"))).text())
                .contains("Verbundnetz")
                .doesNotContain("Dunkelnetz");
    }

    @Test
    void theNoticeNamesWhoAnswersAndWhatRightsThereAre() {
        Document page = document(city.answer(Requests.get("/notice")));
        assertThat(page.select("dt").eachText()).contains("Verantwortlich", "Ihre Rechte");
        assertThat(page.text()).contains("Art. 15 bis 20 und 77 DSGVO");
        // Nothing was embedded yet.
        assertThat(page.select("details summary h2").text()).startsWith("Weitere Anbieter");
    }

    @Test
    void whatThePagesEmbedComesFirst() {
        city.query(ExampleServices.post(ExampleServices.network()), "de");

        assertThat(document(city.answer(Requests.get("/notice")))
                        .select("main > h2, main > section h3")
                        .eachText())
                .containsExactly("Anbieter, deren Inhalte diese Website einbindet", "Beispielnetz");
        Document settings = document(city.answer(Requests.get("/settings")));
        assertThat(settings.select(".zweiklick-service:not([hidden]) h2").eachText())
                .containsExactly("Beispielnetz");
        assertThat(settings.select(".zweiklick-service[hidden] h2").eachText())
                .containsExactly("Verbundnetz", "Skriptnetz");
    }

    @Test
    void theNoticeIsAFragmentForTheSitesOwnPages() {
        String fragment =
                new String(city.answer(Requests.get("/notice?fragment&lang=en")).body(), StandardCharsets.UTF_8);
        assertThat(fragment)
                .startsWith("<div class=\"zweiklick-notices\" lang=\"en\"")
                .doesNotContain("<html");
    }

    @Test
    void aVersionThatWasShownIsLookedUp() {
        String query = city.query(ExampleServices.post(ExampleServices.network()), "de");
        String shown = query.replaceAll(".*notice=([0-9a-f]{12}).*", "$1");

        Document page = document(city.answer(Requests.get("/notice?version=" + shown)));

        assertThat(page.expectFirst("h1").text()).isEqualTo("Hinweise zu Beispielnetz, Fassung " + shown);
        assertThat(page.text()).contains("Diese Fassung gilt derzeit.", "Example Road 1");
        Reply unknown = city.answer(Requests.get("/notice?version=0123456789ab"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(document(unknown).text()).contains("hier nicht aufbewahrt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "", "/other", "/assets/", "/assets/nothing.js", "/notice?service=nowhere", "/airlock/x"})
    void anythingElseIsNotFound(String path) {
        assertThat(city.answer(Requests.get(path)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "TRACE"})
    void otherEndpointsAreOnlyRead(String method) {
        assertThat(city.answer(Requests.get("/notice").method(method)).status()).isEqualTo(405);
    }
}
