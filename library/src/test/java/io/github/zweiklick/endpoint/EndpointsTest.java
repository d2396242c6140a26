package io.github.zweiklick.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Capture;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.view.ExampleServices;
import io.github.zweiklick.view.Texts;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.ViewSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointsTest {
    private static final String SITE = "https://www.musterstadt.example";

    private final View view = View.of(
            Texts.shipped("de"), new ViewSettings(Optional.of("Stadt Musterstadt"), Optional.of(Period.ofDays(180))));
    private final Endpoints endpoints = new Endpoints(
            new Examples(),
            view,
            new EndpointSettings(new OwnHosts(List.of("musterstadt.example", "*.intern.example"))));

    /** The invented services as a directory; addresses go to a simulated network's origin. */
    private record Examples() implements ServiceDirectory {
        @Override
        public List<Service> services() {
            return ExampleServices.all();
        }

        @Override
        public Optional<Service> service(String id) {
            return services().stream()
                    .filter(service -> service.id().equals(id))
                    .findFirst();
        }

        @Override
        public Optional<Embed> rebuild(String serviceId, String kindId, Map<String, String> captures) {
            Service service = service(serviceId).orElseThrow();
            Map<String, Capture> known = service.embed(kindId).orElseThrow().captures();
            boolean good = known.keySet().equals(captures.keySet())
                    && captures.getOrDefault("id", "").matches("[0-9]+");
            return good
                    ? Optional.of(
                            new Embed(service, service.embed(kindId).orElseThrow(), new LinkedHashMap<>(captures)))
                    : Optional.empty();
        }

        @Override
        public List<String> sources(List<String> hostPatterns) {
            return hostPatterns.stream().map(pattern -> "https://" + pattern).toList();
        }

        @Override
        public String resolve(String address) {
            return address;
        }
    }

    private Reply answer(Requests request) {
        return endpoints.answer(request.build(), Requests.BASE);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static Document document(Reply reply) {
        return Jsoup.parse(text(reply));
    }

    private static String header(Reply reply, String name) {
        return reply.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(HeaderLine::value)
                .findFirst()
                .orElse("");
    }

    /** The query a placeholder's button carries. */
    private String query(Embed embed, String language) {
        Occurrence where = new Occurrence(
                1,
                Place.FLOW,
                Optional.of(language),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                2);
        String markup = view.page(Requests.BASE, List.of())
                .placeholder(embed, where)
                .after()
                .toString();
        Matcher action = Pattern.compile("formaction=\"[^?\"]*\\?([^\"]*)\"").matcher(markup);
        assertThat(action.find()).isTrue();
        return Jsoup.parseBodyFragment(action.group(1)).text();
    }

    private Requests click(Service service) {
        return Requests.click(query(ExampleServices.post(service), "de"));
    }

    @Test
    void aClickLoadsExactlyOneFrameRebuiltFromCaptures() {
        Reply reply = answer(click(ExampleServices.network()));
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
        Reply reply = answer(click(ExampleServices.federated()));
        Element frame = document(reply).expectFirst("iframe");
        assertThat(frame.attr("src")).isEqualTo("https://social.musterstadt.example/embed/post/7");
        assertThat(frame.attr("referrerpolicy")).isEqualTo("no-referrer");
        assertThat(frame.hasAttr("credentialless")).isTrue();
        assertThat(header(reply, "Content-Security-Policy")).contains("frame-src https://social.musterstadt.example;");
    }

    @Test
    void theDocumentsPolicyNamesTheServiceAndNothingElse() {
        Reply reply = answer(click(ExampleServices.network()));
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
        Reply reply = answer(click(ExampleServices.scripted()));
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
                click(ExampleServices.network()).with("Sec-Fetch-Dest", "document"),
                click(ExampleServices.network()).without("Sec-Fetch-Dest"))) {
            Element back = document(answer(request)).expectFirst("header a[target=_top]");
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
        Reply reply = answer(click(ExampleServices.network())
                .with("Sec-Fetch-Dest", "document")
                .with("Referer", referer));
        assertThat(document(reply).expectFirst("header a").attr("href")).isEqualTo("/stadt/");
    }

    @Test
    void anOldNoticeIsShownAnewAndAsksAgain() {
        String old = query(ExampleServices.post(ExampleServices.network()), "de")
                .replaceAll("notice=.*", "notice=0123456789ab");
        Reply reply = answer(Requests.click(old));
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
        assertThat(document(answer(Requests.click(again.substring(again.indexOf('?') + 1))))
                        .select("iframe"))
                .hasSize(1);
    }

    @Test
    void theNoticeOfAnyLanguageIsCurrentAndSetsTheLanguage() {
        Reply reply = answer(Requests.click(query(ExampleServices.post(ExampleServices.network()), "en")));
        assertThat(document(reply).expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(document(reply).expectFirst("iframe").attr("title")).isEqualTo("Post on Beispielnetz");
    }

    @ParameterizedTest
    @CsvSource({"once,200", "remember,200", "replay,200", "always,400", "'',400", "ONCE,400"})
    void knowsThreeScopes(String scope, int status) {
        assertThat(answer(click(ExampleServices.network()).body("scope=" + scope))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "scope=once&scope=replay", "other=1", "%", "scope=%FF"})
    void refusesBodiesWithoutOneScope(String body) {
        assertRefused(answer(click(ExampleServices.network()).body(body)), 400);
    }

    @Test
    void fieldsThatFiltersAddAreNoObstacle() {
        assertThat(answer(click(ExampleServices.network()).body("_csrf=abc&scope=once"))
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
        assertRefused(answer(Requests.click(query)), status);
    }

    @Test
    void refusesForgedRequestsWithAReasonAndNeverAFrame() {
        Requests good = click(ExampleServices.network());
        assertRefused(answer(good.with("Sec-Fetch-Site", "cross-site")), 403);
        assertRefused(answer(good.with("Sec-Fetch-Site", "none")), 403);
        assertRefused(answer(good.without("Sec-Fetch-User")), 403);
        assertRefused(answer(good.without("Sec-Fetch-Site", "Origin")), 403);
        assertRefused(answer(good.without("Sec-Fetch-Site").with("Origin", "null")), 403);
        assertRefused(answer(good.body("a".repeat(Request.MAX_BODY + 1))), 413);
        assertRefused(answer(good.with("Content-Type", "text/plain")), 415);
        Reply get = answer(good.method("GET").body(""));
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
        Requests forged = click(ExampleServices.network()).with("Sec-Fetch-Site", "cross-site");
        assertThat(document(answer(forged)).text()).contains("Die Anfrage kam nicht von einer Seite dieser Website.");
        assertThat(document(answer(forged.with("Accept-Language", "en"))).text())
                .contains("The request did not come from a page of this website.");
    }

    @Test
    void whatCannotBeLoadedIsALinkOnly() {
        Reply reply = answer(Requests.click("service=obscure&embed=post&c.id=7&notice=x"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(document(reply).select("iframe, script, form")).isEmpty();
        assertThat(document(reply).select("main a").eachAttr("href"))
                .containsExactly("https://www.obscure.example/post/7");
    }

    @Test
    void assetsAreKeptForEverUnderTheirHash() {
        String name = view.assets().named("zweiklick.js").orElseThrow().fileName();
        Reply reply = answer(Requests.get("/assets/" + name));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(header(reply, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(reply, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        String etag = header(reply, "ETag");
        for (String tag : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
            Reply again = answer(Requests.get("/assets/" + name).with("If-None-Match", tag));
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        assertThat(answer(Requests.get("/assets/" + name).with("If-None-Match", "\"x\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void assetsOfOldPagesAreStillAnswered() {
        Reply reply = answer(Requests.get("/assets/zweiklick-0123456789ab.css"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(header(reply, "Cache-Control")).isEqualTo("public, max-age=300");
    }

    @ParameterizedTest
    @CsvSource({"/notice,Beispielnetz", "/notice?service=network&lang=en,Ireland", "/settings,Erlaubnisse"})
    void pagesForVisitors(String path, String expected) {
        Reply reply = answer(Requests.get(path));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(document(reply).text()).contains(expected);
    }

    @Test
    void theNoticeOfOneServiceIsAboutThatOne() {
        assertThat(document(answer(Requests.get("/notice?service=network"))).text())
                .doesNotContain("Verbundnetz")
                .contains("Example Road 1");
        assertThat(document(answer(Requests.get("/notice"))).text()).contains("Verbundnetz", "Dunkelnetz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "", "/other", "/assets/", "/assets/nothing.js", "/notice?service=nowhere", "/airlock/x"})
    void anythingElseIsNotFound(String path) {
        assertThat(answer(Requests.get(path)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "TRACE"})
    void otherEndpointsAreOnlyRead(String method) {
        assertThat(answer(Requests.get("/notice").method(method)).status()).isEqualTo(405);
    }

    /** The documented lines are those that are sent. */
    @Test
    void theDocumentedPoliciesAreSent() throws IOException {
        String documented = Files.readString(Path.of("..", "docs", "airlock-headers.md"));
        String asked = query(ExampleServices.post(ExampleServices.network()), "de")
                .replaceAll("notice=.*", "notice=0123456789ab");
        for (Reply reply : List.of(
                answer(click(ExampleServices.network())),
                answer(click(ExampleServices.scripted())),
                answer(Requests.click(asked)))) {
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
