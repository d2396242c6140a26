package io.github.zweiklick.endpoint;

import static io.github.zweiklick.endpoint.Musterstadt.SITE;
import static io.github.zweiklick.endpoint.Musterstadt.document;
import static io.github.zweiklick.endpoint.Musterstadt.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.url.PercentEncoding;
import io.github.zweiklick.view.ExampleServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a click on a placeholder opens. */
final class AirlockTest {
    private final Musterstadt city = new Musterstadt();

    @Test
    void aClickLoadsExactlyOneFrameRebuiltFromCaptures() {
        Reply reply = city.answer(city.click(ExampleServices.network()));
        assertThat(reply.status()).isEqualTo(200);
        Document document = document(reply);
        assertThat(document.select("iframe")).hasSize(1);
        Element frame = document.expectFirst("iframe");
        assertThat(frame.attr("src")).isEqualTo("https://www.network.example/embed/post/7");
        assertThat(frame.attr("sandbox")).isEqualTo("allow-scripts allow-same-origin");
        assertThat(frame.attr("allow")).isEqualTo("fullscreen");
        assertThat(frame.attr("referrerpolicy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(frame.attr("loading")).isEqualTo("eager");
        assertThat(frame.attr("title")).isEqualTo("Beitrag bei Beispielnetz");
        assertThat(frame.hasAttr("credentialless")).isFalse();
        assertThat(document.select("header")).isEmpty();
    }

    @Test
    void theFrameOfAServerOfTheVisitorsChoice() {
        Reply reply = city.answer(city.click(ExampleServices.federated()));
        Element frame = document(reply).expectFirst("iframe");
        assertThat(frame.attr("src")).isEqualTo("https://social.musterstadt.example/embed/post/7");
        assertThat(frame.attr("referrerpolicy")).isEqualTo("no-referrer");
        assertThat(frame.hasAttr("credentialless")).isTrue();
        assertThat(header(reply, "Content-Security-Policy")).contains("frame-src https://social.musterstadt.example;");
    }

    @Test
    void theDocumentsPolicyNamesTheServiceAndNothingElse() {
        Reply reply = city.answer(city.click(ExampleServices.network()));
        assertThat(header(reply, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; "
                        + "frame-src https://www.network.example; "
                        + "frame-ancestors 'self' musterstadt.example:* *.intern.example:*; "
                        + "base-uri 'none'; form-action 'none'");
        assertThat(header(reply, "Permissions-Policy"))
                .contains("camera=()", "geolocation=()", "fullscreen=(self \"https://www.network.example\")");
        assertThat(header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(reply, "X-DNS-Prefetch-Control")).isEqualTo("off");
        assertThat(header(reply, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(reply, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.headers()).noneMatch(line -> line.name().startsWith("Cross-Origin-"));
    }

    @Test
    void aScriptServiceRunsInASandboxWithoutOrigin() {
        Reply reply = city.answer(city.click(ExampleServices.scripted()));
        Element frame = document(reply).expectFirst("iframe");
        assertThat(frame.attr("sandbox")).isEqualTo("allow-scripts");
        assertThat(frame.hasAttr("src")).isFalse();
        Document inner = Jsoup.parse(frame.attr("srcdoc"));
        assertThat(inner.expectFirst("blockquote.scripted-post").attr("data-id"))
                .isEqualTo("7");
        assertThat(inner.select("script").eachAttr("src")).contains("https://static.scripted.example/embed.js");
        assertThat(header(reply, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self' https://static.scripted.example; "
                        + "style-src 'self' https://static.scripted.example; "
                        + "img-src https://static.scripted.example; connect-src https://static.scripted.example; "
                        + "frame-src 'none'; frame-ancestors 'self' musterstadt.example:* *.intern.example:*; "
                        + "base-uri 'none'; form-action 'none'");
    }

    @Test
    void asAPageOfItsOwnItHasTheWayBack() {
        for (Requests request : List.of(
                city.click(ExampleServices.network()).with("Sec-Fetch-Dest", "document"),
                city.click(ExampleServices.network()).without("Sec-Fetch-Dest"))) {
            Element back = document(city.answer(request)).expectFirst("header a[target=_top]");
            assertThat(back.attr("href")).isEqualTo(SITE + "/stadt/aktuelles?seite=2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/stadt/",
                "http://www.musterstadt.example/",
                "javascript:alert(1)",
                "",
                SITE + "/stadt/zweiklick/airlock?service=network"
            })
    void theWayBackNeverLeavesTheSite(String referer) {
        Reply reply = city.answer(city.click(ExampleServices.network())
                .with("Sec-Fetch-Dest", "document")
                .with("Referer", referer));
        assertThat(document(reply).expectFirst("header a").attr("href")).isEqualTo("/stadt/");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.musterstadt.example/stadt/aktuelles?seite=2, https://www.musterstadt.example/stadt/aktuelles?seite=2",
        "/stadt/kontakt, https://www.musterstadt.example/stadt/kontakt",
        "https://evil.example/, /stadt/",
        "//evil.example/, /stadt/",
        "javascript:alert(1), /stadt/",
    })
    void behindThePageThatAsksAgainStandsThePageItself(String field, String back) {
        Requests again = city.click(ExampleServices.network())
                .with("Sec-Fetch-Dest", "document")
                .with("Referer", SITE + "/stadt/zweiklick/airlock?service=network")
                .body("scope=once&back=" + PercentEncoding.component(field));
        assertThat(document(city.answer(again)).expectFirst("header a").attr("href"))
                .isEqualTo(back);
    }

    @Test
    void anOldNoticeIsShownAnewAndAsksAgain() {
        String old = city.outdatedQuery();
        Reply reply = city.answer(Requests.click(old));
        assertThat(reply.status()).isEqualTo(200);
        Document document = document(reply);
        assertThat(document.select("iframe, script")).isEmpty();
        Element form = document.expectFirst("form[method=post]");
        assertThat(document.text()).contains("Beispielnetz Ireland Ltd, Irland", "IP-Adresse", "Widerruf");
        assertThat(header(reply, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; "
                        + "frame-ancestors 'self' musterstadt.example:* *.intern.example:*; "
                        + "base-uri 'none'; form-action 'self'");
        assertThat(header(reply, "Referrer-Policy")).isEqualTo("same-origin");

        String again = form.attr("action");
        assertThat(form.expectFirst("button[name=scope]").attr("value")).isEqualTo("once");
        assertThat(form.expectFirst("input[name=back]").attr("value")).isEqualTo(SITE + "/stadt/aktuelles?seite=2");
        assertThat(document(city.answer(Requests.click(again.substring(again.indexOf('?') + 1))))
                        .select("iframe"))
                .hasSize(1);
    }

    @Test
    void theNoticeOfAnyLanguageIsCurrentAndSetsTheLanguage() {
        Reply reply = city.answer(Requests.click(city.query(ExampleServices.post(ExampleServices.network()), "en")));
        assertThat(document(reply).expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(document(reply).expectFirst("iframe").attr("title")).isEqualTo("Post on Beispielnetz");
    }

    @Test
    void whatCannotBeLoadedIsALinkOnly() {
        Reply reply = city.answer(Requests.click("service=obscure&embed=post&c.id=7&notice=x"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(document(reply).select("iframe, script, form")).isEmpty();
        assertThat(document(reply).select("main a").eachAttr("href"))
                .containsExactly("https://www.obscure.example/post/7");
    }

    /** The documented lines are those that are sent. */
    @Test
    void theDocumentedPoliciesAreSent() throws IOException {
        String documented = Files.readString(Path.of("..", "docs", "headers.md"));
        String asked = city.outdatedQuery();
        for (Reply reply : List.of(
                city.answer(city.click(ExampleServices.network())),
                city.answer(city.click(ExampleServices.scripted())),
                city.answer(Requests.click(asked)))) {
            String line = "Content-Security-Policy: "
                    + header(reply, "Content-Security-Policy")
                            .replace("https://www.network.example", "SERVICE")
                            .replace("https://static.scripted.example", "SCRIPTS")
                            .replace("frame-src 'none'", "frame-src SERVICE")
                            .replace("musterstadt.example:* *.intern.example:*", "OWN");
            assertThat(documented.lines()).contains(line);
        }
    }
}
