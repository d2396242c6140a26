package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.servlet.webapp.Scenes;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How pages, and what is none, go out. */
interface PagesContract {
    DeployedSite site();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/writer",
                "/scene/stream",
                "/scene/stream-closed",
                "/scene/type-late",
                "/scene/flush-early",
                "/scene/length",
                "/scene/reset",
                "/scene/reset-buffer",
                "/scene/own-policy",
                "/scene/foreign-header",
                "/scene/forward",
                "/scene/forward-static",
                "/scene/include",
                "/scene/async",
                "/scene/async-dispatch",
                "/scene/async-timeout",
                "/scene/non-blocking",
                "/static.html",
                "/answered/page"
            })
    default void everyPageIsProtected(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertProtected(response);
        assertThat(text(response)).doesNotContain("written-before");
        assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(response.body().length));
        assertThat(header(response, "ETag")).isNotEmpty();
        assertThat(response.headers().map())
                .doesNotContainKeys("last-modified", "accept-ranges", "content-md5", "refresh", "x-before", "x-late");
    }

    /** From its second time on a page is not examined anew. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scene/writer",
                "/scene/stream",
                "/scene/type-late",
                "/scene/length",
                "/scene/reset",
                "/scene/own-policy",
                "/scene/include",
                "/scene/async",
                "/scene/non-blocking",
                "/static.html",
                "/static.html?again=1",
                "/answered/page"
            })
    default void aPageThatComesAgainIsTheSame(String path) throws Exception {
        HttpResponse<byte[]> first = site().get(path);
        for (int times = 0; times < 4; times++) {
            HttpResponse<byte[]> again = site().get(path);
            assertProtected(again);
            assertThat(text(again)).isEqualTo(text(first));
            for (String name : List.of("ETag", "Content-Type", "Content-Length", "Connection-Allowlist-Report-Only")) {
                assertThat(again.headers().allValues(name))
                        .as(name)
                        .isEqualTo(first.headers().allValues(name));
            }
            assertThat(again.headers().allValues(POLICY))
                    .isEqualTo(first.headers().allValues(POLICY));
        }
    }

    @Test
    default void includedPartsStandWhereTheyBelong() throws Exception {
        assertThat(text(site().get("/scene/include"))).containsSubsequence("head", "data-zweiklick-blocked", "foot");
    }

    @Test
    default void theApplicationsOwnPolicyStandsBesideOurs() throws Exception {
        assertThat(site().get("/scene/own-policy").headers().allValues(POLICY))
                .hasSizeGreaterThan(1)
                .contains("object-src 'none'");
    }

    @Test
    default void errorPagesAreProtected() throws Exception {
        for (String path : List.of("/scene/missing", "/scene/none", "/nowhere.html")) {
            HttpResponse<byte[]> response = site().get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertProtected(response);
            assertThat(text(response)).contains("Nicht gefunden");
            assertThat(response.headers().map()).doesNotContainKey("etag");
        }
    }

    @Test
    default void redirectsPass() throws Exception {
        HttpResponse<byte[]> found = site().get("/scene/redirect");
        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(header(found, "Location")).endsWith("writer");
        assertThat(text(found)).doesNotContain(FRAME);
        assertThat(found.headers().allValues(POLICY)).isNotEmpty();
    }

    @Test
    default void anythingElsePassesByteForByte() throws Exception {
        HttpResponse<byte[]> binary = site().get("/scene/binary");
        assertThat(binary.body()).isEqualTo(Scenes.noise(1 << 20));
        assertThat(header(binary, "ETag")).isEqualTo("\"inside\"");
        assertThat(binary.headers().allValues(POLICY)).isNotEmpty();
        assertThat(site().get("/scene/untyped").body()).isEqualTo(Scenes.noise(100_000));
        assertThat(text(site().get("/scene/json"))).isEqualTo("{\"stadt\":\"Grüße\"}");
        assertThat(text(site().get("/scene/events"))).isEqualTo("data: eins\n\ndata: zwei\n\n");
        assertThat(text(site().get("/scene/picture-late"))).contains(FRAME);
        assertThat(new String(site().get("/scene/non-blocking-text").body(), ISO_8859_1))
                .contains(FRAME)
                .contains("Grüße");
    }

    @Test
    default void feedsAreData() throws Exception {
        HttpResponse<byte[]> feed = site().get("/scene/feed");
        assertThat(text(feed)).isEqualTo(Scenes.FEED);
        assertThat(header(feed, "Content-Type")).startsWith("application/rss+xml");
        HttpResponse<byte[]> untyped = site().get("/scene/untyped-feed");
        assertThat(text(untyped)).isEqualTo(Scenes.FEED);
        assertThat(header(untyped, "Content-Type")).startsWith("text/xml");
        assertThat(text(site().get("/scene/feed-with-page"))).contains("data-zweiklick-src='//foreign.test/a.png'");
        HttpResponse<byte[]> siteMap = site().get("/scene/site-map");
        assertThat(siteMap.statusCode()).isEqualTo(200);
        assertThat(siteMap.body()).hasSize(200_000 * "<url/>".length());
        assertThat(siteMap.headers().allValues(POLICY)).isNotEmpty();
    }
}
