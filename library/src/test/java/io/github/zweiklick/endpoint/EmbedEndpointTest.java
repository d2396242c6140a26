package io.github.zweiklick.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.view.Views;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /embed}, with the services that are shipped. */
final class EmbedEndpointTest {
    private static final String VIDEO = "https://www.youtube.com/embed/dQw4w9WgXcQ";

    private final Endpoints endpoints = new Endpoints(
            Catalogue.bundled(),
            Views.of(Views.forgetful(), Catalogue.bundled().services()),
            new EndpointSettings(new OwnHosts(List.of("*.karten.musterstadt.example"))));

    /** Anybody asks for any address: the notice must not say for that that the site embeds it. */
    @Test
    void whatIsAskedForIsNotWhatTheSiteEmbeds() {
        assertThat(embed(VIDEO, "").status()).isEqualTo(200);

        Document settings =
                Musterstadt.document(endpoints.answer(Requests.get("/settings").build(), Requests.BASE));

        assertThat(settings.select(".zweiklick-service")).isNotEmpty();
        assertThat(settings.select(".zweiklick-service:not([hidden])")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VIDEO,
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://youtu.be/dQw4w9WgXcQ",
                "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
            })
    void anAddressTheCatalogueKnowsBecomesItsPlaceholder(String address) {
        Reply reply = embed(address, "");

        assertThat(reply.status()).isEqualTo(200);
        Document fragment = Musterstadt.document(reply);
        assertThat(fragment.select("zweiklick-embed[data-service=youtube] button[formaction]"))
                .isNotEmpty();
        assertThat(fragment.select("iframe[src], script, style, form")).isEmpty();
        assertThat(Musterstadt.header(reply, "Cache-Control")).isEqualTo("public, max-age=300");
    }

    @Test
    void languageNumberLevelAndSizeAreTheAskers() {
        Document fragment = Musterstadt.document(embed(VIDEO, "&lang=en-GB&n=1007&level=4&width=560&height=315"));

        assertThat(fragment.expectFirst("[role=heading]").attr("aria-level")).isEqualTo("4");
        assertThat(fragment.expectFirst("[role=heading]").id()).contains("1007");
        assertThat(fragment.expectFirst("[lang]").attr("lang")).isEqualTo("en");
        assertThat(fragment.expectFirst("zweiklick-embed").attributes().toString())
                .contains("560");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&lang=<b>&n=0&level=9&width=x&height=-1",
                "&n=99999999999999&width=99999&lang=\"onload=a()",
                "&n=1007&n=\"><script>"
            })
    void whatIsOutOfBoundsCountsAsAbsent(String query) {
        Reply reply = endpoints.answer(
                Requests.get("/embed?href=" + encoded(VIDEO) + encodedValues(query))
                        .build(),
                Requests.BASE);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(new String(reply.body(), StandardCharsets.US_ASCII)).doesNotContain("<b>", "onload", "<script");
    }

    @Test
    void anUnknownHostGetsABoxThatNamesIt() {
        Reply reply = embed("https://karten.example/a?b=<script>\"", "");

        assertThat(reply.status()).isEqualTo(404);
        Document fragment = Musterstadt.document(reply);
        assertThat(fragment.text()).contains("karten.example");
        assertThat(fragment.expectFirst("a").attr("href")).startsWith("https://karten.example/a");
        assertThat(fragment.select("script, iframe, button")).isEmpty();
        assertThat(Musterstadt.header(reply, "Cache-Control")).isEqualTo("no-store");
    }

    /** The site's own pages and what pages leave out altogether have nothing to show. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.musterstadt.example/stadt/karte",
                "https://alt.karten.musterstadt.example/stadtplan",
                "https://www.googletagmanager.com/ns.html?id=GTM-ABC123"
            })
    void whereThereIsNothingToShowNothingIsShown(String address) {
        Reply reply = embed(address, "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:a()", "data:text/html,x", "//youtube.com/embed/x", "ftp://karten.example/"})
    void whatIsNoAddressOfTheWebIsRefused(String address) {
        assertThat(embed(address, "").status()).isEqualTo(400);
    }

    @Test
    void openedAsAPageItLoadsNothing() {
        assertThat(Musterstadt.header(embed(VIDEO, ""), "Content-Security-Policy"))
                .startsWith("default-src 'none'; frame-ancestors 'none'");
    }

    private Reply embed(String address, String more) {
        return endpoints.answer(
                Requests.get("/embed?href=" + encoded(address) + more).build(), Requests.BASE);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String encodedValues(String query) {
        StringBuilder out = new StringBuilder();
        for (String pair : query.substring(1).split("&")) {
            out.append('&')
                    .append(pair, 0, pair.indexOf('=') + 1)
                    .append(encoded(pair.substring(pair.indexOf('=') + 1)));
        }
        return out.toString();
    }
}
