package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MusterstadtTest {
    private DemoSite site;
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        site = DemoSite.start(DemoOptions.anyPort());
        browser = new Browser(site.origin());
        browser.awaitPosts();
    }

    @AfterAll
    void end() {
        site.close();
    }

    /** Follows every link from the front page on; each leads to a page, each fragment to an element. */
    @Test
    void everyInternalLinkLeadsWhereItSays() throws Exception {
        Map<String, Document> seen = Crawl.from(browser, "/");

        assertThat(seen.keySet())
                .contains("/", "/en/", "/ohne/", "/ohne/en/", "/pruefstand", "/en/pruefstand", "/ohne/rathaus");
        for (Map.Entry<String, Document> page : seen.entrySet()) {
            for (Element link : page.getValue().select("a[href]")) {
                String href = link.attr("href");
                if (href.contains("#") && !href.startsWith("http")) {
                    String target = href.startsWith("#") ? page.getKey() : href.substring(0, href.indexOf('#'));
                    String fragment = href.substring(href.indexOf('#') + 1);
                    assertThat(Objects.requireNonNull(seen.get(target), target).getElementById(fragment))
                            .as("%s links to %s", page.getKey(), href)
                            .isNotNull();
                }
            }
        }
    }

    /** Real HTTP: what stands on each kind of response. */
    @Test
    void theCityEnforcesTheListOfConnections() throws Exception {
        HttpResponse<String> page = browser.get("/veranstaltungen");
        String list = page.headers().firstValue("Connection-Allowlist").orElseThrow();
        assertThat(list).startsWith("(response-origin").endsWith(");redirects=allow;report-to=zweiklick");
        assertThat(list).doesNotContain("youtube", "facebook", "google");
        assertThat(page.headers().allValues("Connection-Allowlist-Report-Only")).isEmpty();
        Document document = Jsoup.parse(page.body());
        assertThat(document.select("head > script[src*=/assets/links-]")).hasSize(1);
        assertThat(document.select("a[href^=/zweiklick/out?to=]")).isNotEmpty();
        assertThat(document.select("a[href*=//www.youtube.com]")).isEmpty();

        String tag = page.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = browser.get("/veranstaltungen", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Connection-Allowlist")).contains(list);

        HttpResponse<String> style =
                browser.get(document.select("link[rel=stylesheet]").attr("href"));
        assertThat(style.headers().allValues("Connection-Allowlist")).hasSize(1);
        assertThat(browser.get("/gibt-es-nicht").headers().allValues("Connection-Allowlist"))
                .hasSize(1);

        HttpResponse<String> out = browser.get(
                document.select("a[href^=/zweiklick/out?to=]").attr("href"),
                "Sec-Fetch-Site",
                "same-origin",
                "Sec-Fetch-Dest",
                "document");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location").orElseThrow()).startsWith("https://");
    }

    @Test
    void linksOfUnprotectedPagesStayUnprotected() throws Exception {
        for (Map.Entry<String, Document> page : Crawl.from(browser, "/ohne/").entrySet()) {
            if (!page.getKey().startsWith("/ohne/")) {
                continue;
            }
            for (Element link : page.getValue().select("a[href^=/], form[action^=/]")) {
                boolean ofTheDemonstration = link.closest("aside.vorfuehrung") != null;
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("action");
                assertThat(target.startsWith("/ohne/") || ofTheDemonstration)
                        .as("%s on %s", target, page.getKey())
                        .isTrue();
            }
        }
    }

    @Test
    void pagesSpeakTheLanguageTheySay() throws Exception {
        for (Map.Entry<String, Document> page : Crawl.from(browser, "/").entrySet()) {
            if (page.getKey().startsWith("/zweiklick/")) {
                continue; // The notices are not the city's.
            }
            String path = page.getKey().replaceFirst("^/ohne", "");
            String language = path.startsWith("/en/") || path.startsWith(GalleryServlet.PATH) ? "en" : "de";
            Element html = page.getValue().child(0);
            assertThat(html.attr("lang")).as(page.getKey()).isEqualTo(language);
            assertThat(page.getValue().select("main h1")).as(page.getKey()).hasSize(1);
            assertThat(page.getValue().select("a.sprung[href=#inhalt]"))
                    .as(page.getKey())
                    .hasSize(1);
        }
    }

    @Test
    void unprotectedPagesCarryTheCodesToTheSimulatedNetworks() throws Exception {
        String page = browser.get("/ohne/neues/marktplatz").body();

        assertThat(page)
                .contains("http://connect-facebook-ohne.localhost:", "http://platform.x-ohne.localhost:")
                .contains("data-href=\"https://www.facebook.com/StadtMusterstadt/posts/1029384756102938\"")
                .doesNotContain("src=\"https://", "src = \"https://connect");
    }

    @Test
    void protectedPagesLoadNothingForeign() throws Exception {
        for (Map.Entry<String, Document> page : Crawl.from(browser, "/").entrySet()) {
            if (page.getKey().startsWith("/ohne/")) {
                continue;
            }
            Document document = page.getValue();
            assertThat(document.select("[src^=http], [src^=//], iframe:not([name^=zweiklick-])"))
                    .as(page.getKey())
                    .isEmpty();
            assertThat(document.select("link[href^=http], link[href^=//]"))
                    .as(page.getKey())
                    .isEmpty();
            assertThat(document.select("script").html()).as(page.getKey()).doesNotContain(".localhost");
        }
    }

    /** Protection takes no link away, and each leads where it did; those inside pasted codes went with the codes. */
    @Test
    void everyLinkOfAPageIsInItsProtectedForm() throws Exception {
        for (Map.Entry<String, Document> page : Crawl.from(browser, "/ohne/").entrySet()) {
            if (!page.getKey().startsWith("/ohne/")) {
                continue;
            }
            String path = page.getKey().substring("/ohne".length());
            List<String> there = Jsoup.parse(browser.get(path).body()).select("a[href]").eachAttr("href").stream()
                    .map(MusterstadtTest::destination)
                    .toList();
            for (Element link : page.getValue().select("a[href]")) {
                boolean ofTheDemonstration = link.closest("aside.vorfuehrung") != null;
                boolean ofACode =
                        link.closest("blockquote, [class^=fb-], a.twitter-timeline, .zweiklick-embed, zweiklick-feed")
                                != null;
                if (!ofTheDemonstration && !ofACode) {
                    assertThat(there).as(path).contains(link.attr("href").replaceFirst("^/ohne", ""));
                }
            }
        }
    }

    private static String destination(String href) {
        String wayOut = "/zweiklick/out?to=";
        return href.startsWith(wayOut)
                ? URLDecoder.decode(href.substring(wayOut.length()), StandardCharsets.UTF_8)
                : href;
    }

    /** Two visitors, one with everything allowed: caches may keep a page for both. */
    @Test
    void pagesAreTheSameBytesForEveryVisitor() throws Exception {
        for (String path : List.of("/", "/neues/marktplatz", "/veranstaltungen", "/en/events")) {
            HttpResponse<String> first = browser.get(path);
            HttpResponse<String> second = browser.get(
                    path, "Cookie", "zweiklick=all; datr=1", "Sec-GPC", "1", "DNT", "1", "Accept-Language", "en");
            assertThat(second.body()).as(path).isEqualTo(first.body());
            assertThat(second.headers().firstValue("ETag"))
                    .isEqualTo(first.headers().firstValue("ETag"));
            assertThat(first.headers().allValues("Vary")).as(path).doesNotContain("Cookie");
            assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void eachServiceHasItsPlaceholder() throws Exception {
        Map<String, List<String>> expected = Map.of(
                "/", List.of("youtube", "youtube"),
                "/neues/marktplatz", List.of("facebook", "x"),
                "/neues/radstation", List.of("mastodon"),
                "/neues/lesenacht", List.of("bluesky"),
                "/veranstaltungen", List.of("youtube", "google-maps", "openstreetmap"),
                "/rathaus", List.of("facebook"),
                "/stadtleben", List.of("instagram", "vimeo", "mastodon", "bluesky"),
                "/mitmachen", List.of("youtube", "facebook", "openstreetmap"));
        for (Map.Entry<String, List<String>> page : expected.entrySet()) {
            Document document = Jsoup.parse(browser.get(page.getKey()).body());
            assertThat(document.select("zweiklick-embed[data-state=placeholder]")
                            .eachAttr("data-service"))
                    .as(page.getKey())
                    .containsExactlyElementsOf(page.getValue());
            assertThat(document.select("zweiklick-embed button[name=scope][value=once]"))
                    .as(page.getKey())
                    .hasSameSizeAs(page.getValue());
        }
        for (String path : List.of("/mitmachen", "/rathaus")) {
            assertThat(Jsoup.parse(browser.get(path).body()).select("[data-zweiklick-blocked=barometer.localhost]"))
                    .as(path)
                    .isNotEmpty();
        }
    }

    /** What the placeholder submits, without script: the airlock's frame is the simulated one, and known as asked for. */
    @Test
    void theFirstClickLeadsToTheSimulatedNetwork() throws Exception {
        Document page = Jsoup.parse(browser.get("/veranstaltungen").body());
        String airlock = page.select("zweiklick-embed[data-service=youtube] button[value=once]")
                .attr("formaction");

        HttpResponse<String> answer = browser.submit(airlock, "scope=once", "Origin", site.origin());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).select("iframe").attr("src"))
                .startsWith("http://youtube-nocookie.localhost:");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("youtube-nocookie.localhost:");
        browser.contact(
                Jsoup.parse(answer.body()).select("iframe").attr("src").replaceFirst("(://[^/]+)/.*", "$1"),
                "/embed/aqz-KE-bpKQ");
        Document bench = Jsoup.parse(browser.get("/pruefstand").body());
        assertThat(bench.select(".gefragt").text()).isEqualTo("1 Kontakt, nach Einwilligung");
        assertThat(bench.select(".summe .zahl").eachText()).containsExactly("0", "0");
    }

    @Test
    void searchFindsAndEscapes() throws Exception {
        Document found = Jsoup.parse(browser.get("/suche?q=Lesenacht").body());
        assertThat(found.select("main a").eachAttr("href")).contains("/neues/lesenacht");

        String hostile = browser.get("/suche?q=%3Cscript%3E%7B%7Bdemo%7D%7D%22").body();
        assertThat(Jsoup.parse(hostile).select("main [role=status]").text()).contains("<script>{{demo}}\"");
        assertThat(Jsoup.parse(hostile).select("main script, main aside")).isEmpty();
    }

    @Test
    void unknownPathsAreNotFound() throws Exception {
        for (String path : Set.of("/gibtesnicht", "/ohne/gibtesnicht", "/assets/../pages.json", "/assets/nix.css")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void browsersThatHaveThePageGetNoneAgain() throws Exception {
        HttpResponse<String> first = browser.get("/ohne/neues");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(browser.get("/ohne/neues", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }
}
