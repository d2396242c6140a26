package io.github.zweiklick.endpoint;

import static io.github.zweiklick.endpoint.Musterstadt.document;
import static io.github.zweiklick.endpoint.Musterstadt.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
