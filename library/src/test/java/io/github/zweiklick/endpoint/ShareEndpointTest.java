package io.github.zweiklick.endpoint;

import static io.github.zweiklick.endpoint.Musterstadt.document;
import static io.github.zweiklick.endpoint.Musterstadt.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.Views;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code {base}/share} with the services there are. */
final class ShareEndpointTest {
    private static final String PAGE = Musterstadt.SITE + "/fest?id=1";

    private final View view = Views.of(Views.city());
    private final Endpoints endpoints = new Endpoints(
            Catalogue.bundled(), view, new EndpointSettings(new OwnHosts(List.of("musterstadt.example"))));

    private static String path(String href, String more) {
        return "/share?href=" + PercentEncoding.component(href) + "&title=Stadtfest&lang=de" + more;
    }

    private static Requests asked(String path) {
        return Requests.get(path)
                .with("Sec-Fetch-Site", "same-origin")
                .with("Sec-Fetch-Mode", "navigate")
                .with("Sec-Fetch-Dest", "document");
    }

    private Reply answer(Requests request) {
        return endpoints.answer(request.build(), Requests.BASE);
    }

    @Test
    void showsTheAddressAndAllServicesWithoutAScript() {
        Reply reply = answer(asked(path(PAGE, "")));
        Document page = document(reply);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(page.expectFirst("input[readonly]").attr("value")).isEqualTo(PAGE);
        assertThat(page.expectFirst("label[for=address]").text()).isEqualTo("Adresse der Seite");
        assertThat(page.select("zweiklick-share li:not([hidden]) a")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(page.select("a[href^=https]")).allSatisfy(link -> {
            assertThat(link.attr("rel")).contains("noopener", "nofollow", "external");
            assertThat(link.text()).endsWith("(anderer Anbieter)");
        });
        assertThat(page.expectFirst("svg[role=img]").attr("aria-label")).isEqualTo("QR-Code mit der Adresse der Seite");
        assertThat(header(reply, "X-Robots-Tag")
                        + page.select("meta[name=robots]").attr("content"))
                .contains("noindex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://www.netz.example/x",
                "javascript:alert(1)",
                "/fest",
                "https://musterstadt.example.evil/"
            })
    void sharesTheSitesOwnPagesOnly(String href) {
        Reply reply = answer(asked(path(href, "")));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(document(reply).select("main a")).isEmpty();
    }

    @Test
    void asksForTheVisitorsServer() {
        Document page = document(answer(asked(path(PAGE, "&service=mastodon"))));
        assertThat(page.expectFirst("form").attr("action")).isEqualTo(Requests.BASE + "/share");
        assertThat(page.select("form input[type=hidden]").eachAttr("name"))
                .containsExactlyInAnyOrder("service", "lang", "href", "title");
        assertThat(page.expectFirst("label[for=server]").text()).contains("Mastodon");
        assertThat(page.select("[role=alert]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mastodon.social",
                "https://mastodon.social/",
                "@ich@mastodon.social",
                " Mastodon.Social ",
                "mastodon.social:443"
            })
    void leadsToItWhereAPageOfTheSiteAsks(String written) {
        String path = path(PAGE, "&service=mastodon&host=" + PercentEncoding.component(written));
        Reply reply = answer(asked(path));
        assertThat(reply.status()).isEqualTo(303);
        assertThat(header(reply, "Location"))
                .isEqualTo("https://mastodon.social/share?text=Stadtfest%20"
                        + "https%3A%2F%2Fwww.musterstadt.example%2Ffest%3Fid%3D1");
        assertThat(header(reply, "Referrer-Policy")).isEqualTo("strict-origin");
    }

    /** Nobody else's words stand on the site's page, or go with its address. */
    @Test
    void takesWordsOfItsOwnPagesOnly() {
        String path = path(PAGE, "&text=Fremde%20Worte&media=https://netz.example/x.png");
        assertThat(answer(asked(path)).body()).asString(StandardCharsets.UTF_8).contains("Fremde%20Worte");
        for (String site : List.of("cross-site", "none", "same-site")) {
            Reply reply = answer(Requests.get(path).with("Sec-Fetch-Site", site));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body())
                    .asString(StandardCharsets.UTF_8)
                    .doesNotContain("Fremde", "Stadtfest", "netz.example");
        }
    }

    @Test
    void aLongAddressHasNoPicture() {
        String longest = Musterstadt.SITE + "/" + "%C3%A4".repeat(300);
        Document page = document(answer(asked(path(longest, ""))));
        assertThat(page.expectFirst("input[readonly]").attr("value")).isEqualTo(longest);
        assertThat(page.select("svg")).isEmpty();
        assertThat(answer(asked(path(Musterstadt.SITE + "/" + "%C3%A4".repeat(400), "")))
                        .status())
                .isEqualTo(400);
    }

    /** No open redirect: who comes from elsewhere sees where the link leads. */
    @Test
    void nobodyElseIsLedThere() {
        String path = path(PAGE, "&service=mastodon&host=mastodon.social");
        Reply reply = answer(Requests.get(path).with("Sec-Fetch-Site", "cross-site"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(header(reply, "Location")).isEmpty();
        assertThat(document(reply).select("main a").attr("href")).startsWith("https://mastodon.social/share");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nirgendwo", "127.0.0.1", "www.facebook.com", "a b.example", "<script>"})
    void saysWhatIsNoServer(String written) {
        Reply reply = answer(asked(path(PAGE, "&service=mastodon&host=" + PercentEncoding.component(written))));
        assertThat(reply.status()).isEqualTo(400);
        Document page = document(reply);
        assertThat(page.expectFirst("[role=alert]").text())
                .startsWith("Dieser Name l\u00e4sst sich hier nicht verwenden.");
        assertThat(page.expectFirst("#server").attr("aria-describedby")).isEqualTo("wrong");
    }
}
