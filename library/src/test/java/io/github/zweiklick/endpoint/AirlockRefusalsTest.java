package io.github.zweiklick.endpoint;

import static io.github.zweiklick.endpoint.Musterstadt.document;
import static io.github.zweiklick.endpoint.Musterstadt.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.view.ExampleServices;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the airlock refuses. */
final class AirlockRefusalsTest {
    private final Musterstadt city = new Musterstadt();

    @ParameterizedTest
    @CsvSource({"once,200", "remember,200", "replay,200", "always,400", "'',400", "ONCE,400"})
    void knowsThreeScopes(String scope, int status) {
        assertThat(city.answer(city.click(ExampleServices.network()).body("scope=" + scope))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "scope=once&scope=replay", "other=1", "%", "scope=%FF"})
    void refusesBodiesWithoutOneScope(String body) {
        assertRefused(city.answer(city.click(ExampleServices.network()).body(body)), 400);
    }

    @Test
    void fieldsThatFiltersAddAreNoObstacle() {
        assertThat(city.answer(city.click(ExampleServices.network()).body("_csrf=abc&scope=once"))
                        .status())
                .isEqualTo(200);
    }

    /** Each names what is wrong with an otherwise good query. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "embed=post&c.id=7&notice=x|400",
                "service=network&c.id=7&notice=x|400",
                "service=network&embed=post&c.id=7|400",
                "service=network&embed=post&notice=x|400",
                "service=network&embed=post&c.id=7x&notice=x|400",
                "service=network&embed=post&c.id=7&c.id=8&notice=x|400",
                "service=network&service=obscure&embed=post&c.id=7&notice=x|400",
                "service=network&embed=post&c.id=7&c.other=1&notice=x|400",
                "service=network&embed=post&c.id=7&notice=x&back=y|400",
                "service=network&embed=post&c.id=%FF&notice=x|400",
                "''|400",
                "service=nowhere&embed=post&c.id=7&notice=x|404",
                "service=network&embed=nothing&c.id=7&notice=x|404"
            })
    void refusesQueriesThatNameNothing(String query, int status) {
        assertRefused(city.answer(Requests.click(query)), status);
    }

    @Test
    void refusesForgedRequestsWithAReasonAndNeverAFrame() {
        Requests good = city.click(ExampleServices.network());
        assertRefused(city.answer(good.with("Sec-Fetch-Site", "cross-site")), 403);
        assertRefused(city.answer(good.with("Sec-Fetch-Site", "none")), 403);
        assertRefused(city.answer(good.without("Sec-Fetch-User")), 403);
        assertRefused(city.answer(good.without("Sec-Fetch-Site", "Origin")), 403);
        assertRefused(city.answer(good.without("Sec-Fetch-Site").with("Origin", "null")), 403);
        assertRefused(city.answer(good.body("a".repeat(Request.MAX_BODY + 1))), 413);
        assertRefused(city.answer(good.with("Content-Type", "text/plain")), 415);
        Reply get = city.answer(good.method("GET").body(""));
        assertRefused(get, 405);
        assertThat(header(get, "Allow")).isEqualTo("POST");
    }

    private static void assertRefused(Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        Document document = document(reply);
        assertThat(document.select("iframe, script, form")).isEmpty();
        assertThat(document.expectFirst("main p").text()).isNotBlank();
        assertThat(document.select("header a[target=_top]")).hasSize(1);
        assertThat(header(reply, "Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; ")
                .doesNotContain("frame-src", "script-src");
        assertThat(header(reply, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void refusalsSpeakTheVisitorsLanguage() {
        Requests forged = city.click(ExampleServices.network()).with("Sec-Fetch-Site", "cross-site");
        assertThat(document(city.answer(forged)).text())
                .contains("Die Anfrage kam nicht von einer Seite dieser Website.");
        assertThat(document(city.answer(forged.with("Accept-Language", "en"))).text())
                .contains("The request did not come from a page of this website.");
    }

    /** Chromium tells nothing of the click that opened a tab: the visitor is asked once more, nothing is loaded. */
    @Test
    void aTabWhoseClickIsNotKnownIsAsked() {
        Reply inATab = city.answer(
                city.click(ExampleServices.network()).without("Sec-Fetch-User").with("Sec-Fetch-Dest", "document"));
        assertThat(inATab.status()).isEqualTo(200);
        assertThat(document(inATab).select("button[value=once]")).hasSize(1);
        assertThat(document(inATab).select("iframe")).isEmpty();
    }
}
