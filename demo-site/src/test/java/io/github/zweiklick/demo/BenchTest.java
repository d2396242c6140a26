package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class BenchTest {
    private DemoSite site;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        site = DemoSite.start(DemoOptions.anyPort());
        browser = new Browser(site.origin());
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void showsWhoLearnedWhat() throws Exception {
        contact(World.UNPROTECTED, "www.google.com", "/maps/embed?pb=x", "Referer", site.origin() + "/ohne/rathaus");
        JsonNode maps = network("google-maps");

        assertThat(maps.at("/protected/uninvited").asInt()).isZero();
        assertThat(maps.at("/unprotected/uninvited").asInt()).isEqualTo(1);
        assertThat(maps.at("/unprotected/cookies/0").asString()).isEqualTo("NID");
        assertThat(maps.at("/unprotected/pages/0").asString()).isEqualTo(site.origin() + "/ohne/rathaus");
        assertThat(maps.at("/unprotected/trails")).hasSize(1);
    }

    @Test
    void followsAVisitorAcrossPages() throws Exception {
        HttpResponse<String> first =
                contact(World.UNPROTECTED, "www.google.com", "/maps/embed", "Referer", site.origin() + "/a");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        contact(World.UNPROTECTED, "www.google.com", "/maps/embed", "Referer", site.origin() + "/b", "Cookie", cookie);

        JsonNode trail =
                network("google-maps").at("/unprotected/trails").iterator().next();
        assertThat(trail).hasSize(2);
        assertThat(trail.get(1).asString()).isEqualTo(site.origin() + "/b");
    }

    /** The browser tells the origin only, the network's script the page: one visit all the same. */
    @Test
    void aVisitToldTwiceIsOneStepOfTheTrail() throws Exception {
        String page = site.origin() + "/a";
        String told = "/embed/Tweet.html?origin=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        HttpResponse<String> first =
                contact(World.UNPROTECTED, "platform.twitter.com", "/widgets.js", "Referer", site.origin() + "/");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        contact(World.UNPROTECTED, "platform.twitter.com", told, "Cookie", cookie);
        contact(
                World.UNPROTECTED,
                "platform.twitter.com",
                "/widgets.js",
                "Referer",
                site.origin() + "/",
                "Cookie",
                cookie);

        JsonNode trail = network("x").at("/unprotected/trails").iterator().next();
        assertThat(trail).hasSize(1);
        assertThat(trail.get(0).asString()).isEqualTo(page);
    }

    @Test
    void worksWithoutScriptInBothLanguages() throws Exception {
        contact(World.UNPROTECTED, "www.facebook.com", "/plugins/post.php");

        assertThat(Jsoup.parse(browser.get("/pruefstand").body())
                        .select(".summe .zahl")
                        .eachText())
                .containsExactly("0", "1");
        assertThat(Jsoup.parse(browser.get("/en/pruefstand").body())
                        .select(".ungefragt")
                        .text())
                .isEqualTo("1 contact, nobody asked");
    }

    @Test
    void forgetsOnRequest() throws Exception {
        contact(World.UNPROTECTED, "www.facebook.com", "/plugins/post.php");
        HttpResponse<String> answer = browser.post("/pruefstand/neu");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(network("facebook").at("/unprotected/uninvited").asInt()).isZero();
    }

    private HttpResponse<String> contact(World world, String host, String path, String... headers) throws Exception {
        String origin = site.networks().orElseThrow().origins(world).get(host);
        return browser.contact(java.util.Objects.requireNonNull(origin), path, headers);
    }

    private JsonNode network(String id) throws Exception {
        HttpResponse<String> json = browser.get("/pruefstand/stand.json");
        assertThat(json.headers().firstValue("Cache-Control")).contains("no-store");
        return JsonMapper.shared()
                .readTree(json.body())
                .get("networks")
                .valueStream()
                .filter(network -> network.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
